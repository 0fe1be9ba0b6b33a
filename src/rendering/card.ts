import { assess } from "../rules/eligibility.ts";
import { rowToApply } from "../rules/timetable.ts";
import { wordGap } from "./gaps.ts";
import { rowLine } from "./dates.ts";
import { type Part, type Scene, feeOf } from "./scene.ts";
import { materialItems, steps } from "./steps.ts";
import { told } from "./told.ts";

/** The hand-off: everything a candidate needs at the official page, to copy. */
export function showCard(scene: Scene): Part {
  const { pack, speak, facts } = scene;
  const level = String(facts["level"]);
  const applicant = String(facts["applicant"]);
  const { unknown } = pack.timetable;
  const row = rowToApply(pack.timetable, Number(facts["month"]));
  const window = row ? rowLine(scene, row) : unknown && wordGap(scene, unknown);
  const way = pack.registration.applicants.find(({ id }) => id === applicant);
  const line = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  const lines = [
    ...line(speak("card_project"), `${String(facts["direction"] ?? pack.meta.name)} ${level}`),
    ...line(speak("card_applicant"), way?.label ?? applicant),
    ...line(speak("card_told"), toldLines(scene)),
    ...line(speak("card_verdict"), cardVerdict(scene, level)),
    ...line(speak("card_fee"), speak("yuan", { amount: feeOf(pack, level) })),
    ...line(speak("card_window"), window),
    ...line(speak("card_bring"), materialItems(pack, applicant).join(speak("separator"))),
    ...line(
      speak("card_link"),
      way?.entry ?? way?.links.map((link) => pack.links[link]?.url).join(" "),
    ),
  ];
  const how = steps(scene, applicant);
  return {
    blocks: [{ type: "card", title: speak("card_title"), lines }, ...how.blocks],
    sources: [
      ...new Set([
        ...(how.sources ?? []),
        pack.projects.fee_clause,
        pack.timetable.clause,
        pack.registration.materials.clause,
      ]),
    ],
    links: how.links ?? [],
  };
}

/** The verdict for the level of the card, once nothing that was not asked could still move it. */
function cardVerdict(scene: Scene, level: string): string {
  const { pack, facts, read, speak } = scene;
  const begun = pack.interview.some(({ id, type }) => type !== "target" && id in facts);
  if (!begun) return speak("card_no_verdict");
  const { verdict, decided } = assess(pack, level, read(facts));
  return speak(decided ? `verdict_${verdict}` : "card_unfinished", { level });
}

function toldLines(scene: Scene): string {
  return scene.pack.interview
    .filter(({ type }) => type !== "target")
    .flatMap(({ id }) => {
      const one = told(scene, id);
      return one ? [`${one.label} ${one.value}`] : [];
    })
    .join(scene.speak("separator"));
}
