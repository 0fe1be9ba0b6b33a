/** What follows how many sheets lie over the page. */
export interface Steps {
  readonly follow: (sheets: number) => void;
}

/**
 * Each sheet is a step of the browser's history, so that the back button takes them away one by one. A step's
 * state is how many sheets lie there. Going back takes a moment, and until then nothing is added: a sheet
 * that is opened meanwhile would be what is gone back from.
 * @param keep is called when the browser goes to a step with fewer sheets
 */
export function createSteps(keep: (sheets: number) => void): Steps {
  let wanted = 0;
  let isGoing = false;
  const settle = (): void => {
    if (isGoing) return;
    const excess = sheetsHere() - wanted;
    for (let sheets = sheetsHere() + 1; sheets <= wanted; sheets++) history.pushState(sheets, "");
    if (excess <= 0) return;
    isGoing = true;
    history.go(-excess);
  };
  addEventListener("popstate", () => {
    if (!isGoing && sheetsHere() < wanted) keep((wanted = sheetsHere()));
    isGoing = false;
    settle(); // forward to a step whose sheet is gone leads back
  });
  return {
    follow(sheets) {
      wanted = sheets;
      settle(); // a reload leaves steps whose sheets are gone
    },
  };
}

function sheetsHere(): number {
  const state: unknown = history.state;
  return typeof state === "number" ? state : 0;
}
