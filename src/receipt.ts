import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type {
  Facts,
  FactValue,
  Outcome,
  Outcomes,
  Receipt,
  ReceiptFault,
} from "../machines/words.ts";
import type { Pack } from "./knowledge/pack.ts";
import { askedFor } from "./rules/asked.ts";
import { type FactReader, createFactReader } from "./rules/facts.ts";
import type { Names } from "./rules/names.ts";
import { outcomesOf } from "./rules/outcomes.ts";
import { createSigner, isSame } from "./signing.ts";

/** A result of the self-assessment as a code that carries all of it: nothing is stored for it. */
export interface Receipts {
  /**
   * The same facts, day and secret give the same code.
   * @param facts those of the registration are left out
   * @param today `YYYY-MM-DD`
   */
  readonly issue: (facts: Facts, today: string) => string;
  /** Facts that this pack no longer asks for are left out. */
  readonly open: (code: string, today: string) => Receipt | ReceiptFault;
}

export interface ReceiptParts {
  readonly pack: Pack;
  readonly names: Names;
  readonly secret: string;
}

const PURPOSE = "wenkao receipt, version 1";
const TAG_BYTES = 16;
/** Far more than any receipt has, and no more than a moment to read. */
const MOST_BYTES = 16 * 1024;

/**
 * What receipts usually hold besides the words of a notice; what stands here costs next to nothing in a
 * code. Codes in use hang on it: changing it takes a new version of PURPOSE.
 */
const USUAL = Buffer.from(
  `"certificate_occupation":"unlisted","certificate_years":[48],"title_years":[12],"studying","final_year",` +
    `"age":[],"junior","occupation":"unclear","own","related","work_years":[60,119],"school.2":"certificate.2":"none",` +
    `"over","listed","school":"status":"graduated","major":null,"occupation":"none","certificate":"none","title":"none"},` +
    `",1,"2026-{"target":"all","age":"over",{":[0,[],[]],":[2,["(3)"],["(6)"]]}]`,
);

const PACKING = { level: 9, dictionary: USUAL, maxOutputLength: MOST_BYTES };

const VERDICTS = ["not_eligible", "needs_confirmation", "eligible", "undecided"] as const;
const ids = z.array(z.string());
/** Pack, its version, day of issue, facts, and by level the place of its verdict, conditions met and unsure. */
const contentSchema = z.tuple([
  z.string(),
  z.int(),
  z.iso.date(),
  z.record(z.string(), z.union([z.string(), z.null(), z.array(z.number()).readonly()])),
  z.record(
    z.string(),
    z.tuple([
      z
        .int()
        .min(0)
        .max(VERDICTS.length - 1),
      ids,
      ids,
    ]),
  ),
]);
type Content = z.infer<typeof contentSchema>;

/** A code is base64url of the tag (HMAC-SHA-256 of the rest, its first 16 bytes) and the content, deflated. */
export function createReceipts({ pack, names, secret }: ReceiptParts): Receipts {
  const sign = createSigner(secret, PURPOSE);
  const tagOf = (packed: Uint8Array): Buffer => sign(packed).subarray(0, TAG_BYTES);
  const read = createFactReader(pack.interview, names);
  return {
    issue(facts, today) {
      const packed = deflateRawSync(JSON.stringify(contentOf(pack, read, facts, today)), PACKING);
      return Buffer.concat([tagOf(packed), packed]).toString("base64url");
    },
    open(code, today) {
      const bytes = Buffer.from(code, "base64url");
      const packed = bytes.subarray(TAG_BYTES);
      // a code written in another way for the same bytes was not written by us
      const ours = bytes.toString("base64url") === code;
      if (!ours || !isSame(bytes.subarray(0, TAG_BYTES), tagOf(packed))) return "receipt_tampered";
      const unpacked = inflateRawSync(packed, PACKING).toString("utf8");
      return reopened(contentSchema.parse(JSON.parse(unpacked)), pack, today);
    },
  };
}

function contentOf(pack: Pack, read: FactReader, facts: Facts, today: string): Content {
  const told = answersIn(facts, pack);
  const outcomes = Object.entries(outcomesOf(pack, read, told)).map(
    ([level, { verdict, met, unsure }]): [string, Content[4][string]] => [
      level,
      [VERDICTS.indexOf(verdict), [...met], [...unsure]],
    ],
  );
  return [pack.meta.id, pack.meta.version, today, told, Object.fromEntries(outcomes)];
}

function reopened(
  [id, version, issued, facts, outcomes]: Content,
  pack: Pack,
  today: string,
): Receipt | ReceiptFault {
  if (id !== pack.meta.id) return "receipt_other_pack";
  if (today > pack.meta.valid.to) return "receipt_expired";
  return { facts: answersIn(facts, pack), issued, version, outcomes: outcomesIn(outcomes) };
}

function outcomesIn(levels: Content[4]): Outcomes {
  return Object.fromEntries(
    Object.entries(levels).map(([level, [verdict, met, unsure]]): [string, Outcome] => [
      level,
      { verdict: VERDICTS[verdict] ?? "undecided", met, unsure },
    ]),
  );
}

/** The facts that the self-assessment of this pack asks for. */
function answersIn(facts: Facts, { interview }: Pack): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(facts).filter(([id]) => askedFor(interview, id) !== undefined),
  );
}
