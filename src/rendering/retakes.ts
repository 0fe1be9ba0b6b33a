import type { Projects } from "../knowledge/schemas/notice.ts";
import { paragraph } from "./plain.ts";
import type { Scene, Shower } from "./scene.ts";

type Retake = NonNullable<Projects["retake"]>;
/** Stands in a table where a level has no such subject. */
const NO_FEE = "–";

/** What a retake costs: the line of the level and subject named, else the table, of the level named alone. */
export const showRetakeFee: Shower = (scene, { level, subject }) => {
  const { pack, speak } = scene;
  const { retake } = pack.projects;
  if (!retake) return { blocks: [] };
  const sources = [retake.clause];
  const named = retake.fees.filter(
    (one) =>
      (level === undefined || one.level === level) &&
      (subject === undefined || one.subject === subject),
  );
  if (subject === undefined || named.length === 0)
    return { blocks: [table(scene, retake, level)], sources };
  const lines = named.map((one) => {
    const amount = Number(pack.facts[one.fee_fact]?.value);
    return `${one.level} ${one.subject}：${speak("yuan", { amount })}`;
  });
  return { blocks: [paragraph(lines.join("\n"))], sources };
};

function table({ pack, speak }: Scene, { subjects, fees }: Retake, level: unknown) {
  const { levels } = pack.projects;
  const shown = levels.filter(({ id }) => id === level);
  const price = (of: string, subject: string): string => {
    const fee = fees.find((one) => one.level === of && one.subject === subject);
    const amount = fee && pack.facts[fee.fee_fact]?.value;
    return amount === undefined ? NO_FEE : speak("yuan", { amount });
  };
  return {
    type: "table" as const,
    columns: [speak("column_level"), ...subjects.map(({ id }) => id)],
    rows: (shown.length > 0 ? shown : levels).map(({ id }) => [
      id,
      ...subjects.map((subject) => price(id, subject.id)),
    ]),
  };
}

/** How long results stay valid: of the level named, else of every level. */
export const showValidity: Shower = ({ pack }, { level }) => {
  const { validity, levels } = pack.projects;
  if (!validity) return { blocks: [] };
  const named = validity.levels.filter((one) => one.level === level);
  const shown = levels.flatMap(({ id }) =>
    (named.length > 0 ? named : validity.levels).filter((one) => one.level === id),
  );
  const lines = shown.map((one) => `${one.level}：${String(pack.facts[one.fact]?.value ?? "")}`);
  return { blocks: [paragraph(lines.join("\n"))], sources: [validity.clause] };
};
