// The page that documents the element: what is chosen goes to the running example and
// into the snippet, and what the example tells goes into the log.

const find = (id) => document.getElementById(id);
const [quiz, controls, log] = [find("example"), find("controls"), find("log")];
const ATTRIBUTES = ["quiz", "mode", "count", "seed", "lang", "theme", "scheme", "heading-level"];
const EVENTS = ["quiz-ready", "quiz-answer", "quiz-complete", "quiz-share", "quiz-error"];
const KEPT = 50;

/** Where the site is that this page belongs to. */
const base = new URL("..", document.baseURI).href;
const story = `${base}questions/air-force-one.json`;

/** What is chosen, as attributes; what is left as it is has none. */
function chosen() {
  const data = new FormData(controls);
  return ATTRIBUTES.map((name) => [name, String(data.get(name) ?? "").trim()]).filter(([, value]) => value);
}

function show() {
  const now = new Map(chosen());
  for (const name of ATTRIBUTES) {
    if (!now.has(name)) quiz.removeAttribute(name);
    else if (quiz.getAttribute(name) !== now.get(name)) quiz.setAttribute(name, now.get(name));
  }
  find("stage").dataset.column = new FormData(controls).get("column");
  find("snippet").textContent = snippet([...now]);
  find("copied").textContent = "";
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function snippet(attributes) {
  const written = [["src", story], ...attributes].map(([name, value]) => `${name}="${escaped(value)}"`);
  return [
    `<script type="module" src="${base}verbatim.js"></script>`,
    `<verbatim-quiz ${written.join("\n  ")}>`,
    `  <p>This quiz needs JavaScript. <a href="${base}">Play it here</a>.</p>`,
    "</verbatim-quiz>",
  ].join("\n");
}

const make = (tag, className, ...children) => {
  const element = Object.assign(document.createElement(tag), { className });
  element.append(...children);
  return element;
};

/** Adds an event to the log, the newest first; only so many are kept. */
function note({ type, detail }) {
  const now = new Date();
  const time = make("time", "", now.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  time.dateTime = now.toISOString();
  const json = make("pre", "", JSON.stringify(detail, null, 2));
  const entry = make("details", "entry", make("summary", "", make("code", "", type), " ", time), json);
  log.querySelector(".empty")?.remove();
  log.prepend(entry);
  while (log.children.length > KEPT) log.lastElementChild.remove();
  // The newest is open, unless somebody is reading an older one.
  if (!log.contains(document.activeElement)) {
    for (const other of log.children) other.open = other === entry;
  }
}

async function copy() {
  const code = find("snippet");
  try {
    await navigator.clipboard.writeText(code.textContent);
    find("copied").textContent = "Copied.";
  } catch {
    // Without a secure origin, or without leave: the reader's own keys can.
    getSelection().selectAllChildren(code);
    find("copied").textContent = "It is selected: copy it with your keyboard.";
  }
}

/** Offers the quizzes that the story has. */
async function quizzes() {
  const response = await fetch(story);
  const select = find("quiz");
  for (const { id, title } of (await response.json()).quizzes) select.append(new Option(title, id));
}

for (const id of ["two-lines", "iframe-lines"]) {
  const code = find(id);
  code.textContent = code.textContent.replaceAll("…/", base);
}
controls.addEventListener("input", show);
controls.addEventListener("submit", (event) => event.preventDefault());
find("restart").addEventListener("click", () => quiz.restart());
find("reset").addEventListener("click", () => (controls.reset(), show()));
find("copy").addEventListener("click", copy);
find("nonsense").addEventListener("click", () => quiz.setAttribute("theme", "tabloid"));
find("clear").addEventListener("click", () => {
  log.replaceChildren(make("p", "empty", "Nothing yet: answer a question."));
});
for (const name of EVENTS) quiz.addEventListener(name, note);
show();
quizzes().catch((error) => console.warn(`The quizzes can't be listed: ${error}`));
