// The page at /r: reads the code after the #, has it opened, and draws what comes back. Its words stand in
// the data attributes of <main>; nothing that comes back is taken for markup.

const main = document.querySelector("#sheet");
const words = main.dataset;

/** @param {string} tag @param {string | undefined} name of the class @param {...(Node | string)} inner */
function element(tag, name, ...inner) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inner);
  return made;
}

const section = (title, ...inner) => element("section", "", element("h2", "", title), ...inner);
const list = (lines) => element("ul", "", ...lines.map((line) => element("li", "", line)));
const pairs = (entries) =>
  element(
    "dl",
    "",
    ...entries.map(({ label, value }) =>
      element("div", "", element("dt", "", label), element("dd", "", value)),
    ),
  );

/** Told apart by a sign and a word, not by colour alone. */
function condition({ grade, asked, title, clause, reasons, because }) {
  const state = asked || grade !== "unmet" ? grade : "unasked";
  const isSaid = state !== "met" && state !== "unasked";
  const why = isSaid ? [...reasons.map(({ text }) => text), because].filter(Boolean) : [];
  const item = element(
    "li",
    state,
    element("b", "", words[state]),
    ` ${title}`,
    element("small", "", ` ${clause}`),
  );
  if (why.length > 0) item.append(element("p", "", [...new Set(why)].join("；")));
  return item;
}

function level({ verdict, title, requirements, conditions, ways: [heading, ...ways] }) {
  const group = (name, rules) => [
    element("h3", "", name),
    element("ul", "conditions", ...rules.map(condition)),
  ];
  return element(
    "section",
    `level ${verdict}`,
    element("h2", "", title),
    ...group(words.requirements, requirements),
    ...group(words.conditions, conditions),
    ...(heading ? [element("h3", "", heading), list(ways)] : []),
  );
}

function qr({ size, path }) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", words.scan);
  const drawn = document.createElementNS(space, "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return element("figure", "", svg, element("figcaption", "", words.scan));
}

function actions() {
  const print = element("button", "", words.print);
  print.type = "button";
  print.addEventListener("click", () => window.print());
  const anew = element("a", "", words.anew);
  anew.href = "/";
  return element("nav", "", print, anew);
}

function draw(sheet) {
  main.replaceChildren(
    element(
      "header",
      "",
      element(
        "div",
        "",
        element("h1", "", words.title),
        element("p", "", sheet.name),
        pairs(sheet.about),
      ),
      qr(sheet.qr),
    ),
    section(words.moved, list(sheet.moved)),
    section(words.told, pairs(sheet.facts)),
    element("div", "levels", ...sheet.levels.map(level)),
    section(words.notes, list(sheet.notes)),
    actions(),
  );
}

function refuse(text) {
  const status = element("p", "refused", text);
  status.setAttribute("role", "alert");
  main.replaceChildren(element("h1", "", words.title), status, actions());
}

async function open() {
  const code = location.hash.slice(1);
  if (code === "") return refuse(words.missing);
  try {
    const response = await fetch("/api/receipt", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    const answer = await response.json();
    if (response.ok) draw(answer);
    else refuse(response.status === 422 ? answer.detail : words.failed);
  } catch {
    refuse(words.failed);
  }
}

window.addEventListener("hashchange", () => void open());
void open();
