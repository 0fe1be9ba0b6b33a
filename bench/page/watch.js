// Runs in the page before its own scripts, and notes when there is what a candidate waits for: in ms since
// the navigation began, read in the frame that shows it.

const seen = { shift: 0 };
globalThis.benchSeen = seen;

watch("layout-shift", ({ value, hadRecentInput }) => {
  if (!hadRecentInput) seen.shift += value;
});
watch("paint", ({ name, startTime }) => {
  if (name === "first-contentful-paint") seen.firstPaint = startTime;
});
watch("largest-contentful-paint", ({ startTime }) => {
  seen.largestPaint = startTime;
});
addEventListener("click", ({ timeStamp }) => (seen.tapped ??= timeStamp), { capture: true });
requestAnimationFrame(look);

function watch(type, note) {
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
    type,
    buffered: true,
  });
}

function look() {
  const now = performance.now();
  if (shows(".log .bubble") && shows(".composer textarea")) seen.usable ??= now;
  if (shows(".turn article")) seen.answered ??= now;
  requestAnimationFrame(look);
}

function shows(selector) {
  return (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0;
}
