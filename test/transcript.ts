import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { KINDS, TOPICS } from "../src/message.ts";

const words = z
  .union([z.string(), z.array(z.string())])
  .transform((told) => (typeof told === "string" ? [told] : told))
  .optional();
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/u);
const facts = z.record(z.string(), z.union([z.string(), z.null(), z.array(z.number())]));

const verdicts = {
  符合: "eligible",
  需要确认: "needs_confirmation",
  不符合: "not_eligible",
} as const;
const verdict = z.enum(["符合", "需要确认", "不符合"]).transform((told) => verdicts[told]);

const NOT_EXPECTED = ["说", "遍", "选", "发", "时间"];

function isTold(value: unknown): boolean {
  return value !== undefined;
}

/** One turn in the words of the staff (test/transcripts/README.md): what the candidate does, and what must come back. */
const turnSchema = z
  .strictObject({
    说: z.string().optional(),
    遍: z.int().min(2).optional(),
    选: z.string().optional(),
    发: z.string().optional(),
    时间: moment.optional(),
    状态: z.string().optional(),
    答: words,
    主题: z.enum(TOPICS).optional(),
    性质: z.enum(KINDS).optional(),
    结论: z.record(z.string(), verdict).optional(),
    含: words,
    不含: words,
    依据: words,
    链接: words,
    可选: words,
    不可选: words,
    记得: facts.optional(),
    忘了: words,
  })
  .refine((turn) => [turn.说, turn.选, turn.发].filter(isTold).length === 1, {
    error: "write one of 说, 选 and 发",
  })
  .refine((turn) => Object.keys(turn).some((key) => !NOT_EXPECTED.includes(key)), {
    error: "say what is expected of the turn",
  })
  .transform((turn) => ({
    does: whatIsDone(turn),
    time: turn.时间,
    state: turn.状态,
    answers: turn.答,
    topic: turn.主题,
    kind: turn.性质,
    verdicts: turn.结论,
    says: turn.含 ?? [],
    neverSays: turn.不含 ?? [],
    sources: turn.依据 ?? [],
    links: turn.链接 ?? [],
    offers: turn.可选 ?? [],
    neverOffers: turn.不可选 ?? [],
    facts: turn.记得,
    forgotten: turn.忘了 ?? [],
  }));
export type TranscriptTurn = z.infer<typeof turnSchema>;

const transcriptSchema = z
  .strictObject({ 标题: z.string(), 时间: moment, 对话: z.array(turnSchema).min(1) })
  .transform(({ 标题: title, 时间: time, 对话: turns }) => ({ title, time, turns }));
export type Transcript = z.infer<typeof transcriptSchema> & { readonly file: string };

/** What a candidate does: types, taps the choice with a label, or sends the id of a choice. */
export type Done =
  | { readonly text: string }
  | { readonly label: string }
  | { readonly choice: string };

interface Doing {
  readonly 说?: string | undefined;
  readonly 遍?: number | undefined;
  readonly 选?: string | undefined;
  readonly 发?: string | undefined;
}

function whatIsDone({ 说: text, 遍: times = 1, 选: label, 发: choice = "" }: Doing): Done {
  if (text !== undefined) return { text: text.repeat(times) };
  return label === undefined ? { choice } : { label };
}

/**
 * Reads every transcript of a folder.
 * @throws {Error} that names the file whose form is wrong
 */
export function readTranscripts(folder: string): Transcript[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .toSorted()
    .map((file) => {
      const parsed = transcriptSchema.safeParse(parse(readFileSync(join(folder, file), "utf8")));
      if (parsed.success) return { file, ...parsed.data };
      throw new Error(`${file}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
    });
}
