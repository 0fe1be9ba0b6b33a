/**
 * The id of a fact: the question that asks for it, and of which thing where there are several.
 * The first diploma's school is `school`, the second's `school.2`.
 */
export function factId(question: string, place: number): string {
  return place === 0 ? question : `${question}.${place + 1}`;
}

/** The question of a fact and the place of the thing that it tells of, from 0. */
export function parseFactId(id: string): { readonly question: string; readonly place: number } {
  const at = id.lastIndexOf(".");
  const number = at < 0 ? NaN : Number(id.slice(at + 1));
  const further = Number.isInteger(number) && number > 1;
  return further ? { question: id.slice(0, at), place: number - 1 } : { question: id, place: 0 };
}
