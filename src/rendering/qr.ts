import { encode } from "uqr";

/** Modules of white that readers need around the code. */
const QUIET = 4;

/** A QR code as an SVG path of one unit a module, in a square of `size` units. */
export function drawQr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  return { size, path: runs.join("") };
}

/** Stretches of black in a row, as drawing each module apart leaves hair lines. */
function runsOf(row: readonly boolean[]): [from: number, width: number][] {
  const runs: [number, number][] = [];
  for (const [x, black] of row.entries()) {
    const last = runs.at(-1);
    if (black && last && last[0] + last[1] === x) last[1] += 1;
    else if (black) runs.push([x, 1]);
  }
  return runs;
}
