import { topicOf } from "../../src/knowledge/schemas/answers.ts";

export interface Outcome {
  readonly label: string;
  readonly guessed: string;
  readonly confidence: number;
}

const BINS = 10;
const SIZE = 320;
const EDGE = 44;

/** A drawing: of the guesses with about this confidence, how many have the right answer and the right topic. */
export function reliability(outcomes: readonly Outcome[]): string {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    outcomes.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin),
  );
  const line = (holds: (one: Outcome) => boolean): string =>
    bins
      .flatMap((bin) => {
        if (bin.length === 0) return [];
        const sure = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
        return [point(sure, bin.filter(holds).length / bin.length)];
      })
      .join(" ");
  const answer = line(({ label, guessed }) => label === guessed);
  const topic = line(({ label, guessed }) => topicOf(label) === topicOf(guessed));
  const full = SIZE + 2 * EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full} ${full}" font-family="sans-serif" font-size="13">
<title>How often a guess is right, by its confidence</title>
<rect width="${full}" height="${full}" fill="#fff"/>
<rect x="${EDGE}" y="${EDGE}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>
<polyline points="${point(0, 0)} ${point(1, 1)}" fill="none" stroke="#bbb" stroke-dasharray="4 4"/>
<polyline points="${topic}" fill="none" stroke="#07c160" stroke-width="2.5"/>
<polyline points="${answer}" fill="none" stroke="#10598c" stroke-width="2.5"/>
<text x="${EDGE}" y="${EDGE - 22}" fill="#07c160">right topic</text>
<text x="${EDGE + 90}" y="${EDGE - 22}" fill="#10598c">right answer</text>
<text x="${EDGE + 190}" y="${EDGE - 22}" fill="#777">${outcomes.length} held back</text>
<text x="${full / 2}" y="${full - 12}" text-anchor="middle">confidence</text>
<text x="16" y="${full / 2}" text-anchor="middle" transform="rotate(-90 16 ${full / 2})">share right</text>
<text x="${EDGE - 6}" y="${EDGE + SIZE + 16}" text-anchor="end">0</text>
<text x="${EDGE + SIZE}" y="${EDGE + SIZE + 16}" text-anchor="middle">1</text>
<text x="${EDGE - 6}" y="${EDGE + 5}" text-anchor="end">1</text>
</svg>
`;
}

function point(x: number, y: number): string {
  return `${(EDGE + x * SIZE).toFixed(1)},${(EDGE + (1 - y) * SIZE).toFixed(1)}`;
}
