// Keeps what a reader does: loads what does it once there is something to keep, or to give back.

const filled = (text) => (text[0] === "@" ? "" : text);
const INTEGRITY = filled("@keep@");
const { address } = customElements.get("verbatim-quiz").own;

let keep;
const load = async () => {
  const made = await import(address("verbatim-keep.js"));
  await made.default({ module_or_path: fetch(address("verbatim-keep_bg.wasm"), { integrity: INTEGRITY }) });
  return made.open();
};

/** What keeps: its methods are those of `Keep` in keep/src/main.rs. One that did not load is tried again. */
export const opened = () => (keep ??= load().catch((error) => ((keep = undefined), Promise.reject(error))));

/** Whether anything was kept here before; loads nothing. */
export const exists = async () => {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === "verbatim");
  } catch {
    return false;
  }
};

/** What the review is called that the next story begins with that is opened. */
let title;

/**
 * Shows the panel behind a quiz that is all of its page, once there is something to show, and
 * has the quiz begin the reviews that are asked for there.
 */
export const begin = async (quiz) => {
  const panel = document.createElement("aside");
  let reviews = 0;
  panel.addEventListener("verbatim-review", ({ detail }) => {
    title = detail.title;
    quiz.removeAttribute("quiz");
    // The same address would change nothing.
    quiz.src = `${detail.address.split("#")[0]}#review-${++reviews}`;
    quiz.scrollIntoView({ block: "start" });
  });
  const appear = () => {
    if (panel.isConnected) return;
    quiz.after(panel);
    show(panel, quiz.closest("[lang]")?.lang);
  };
  if (await exists()) appear();
  else quiz.addEventListener("quiz-complete", appear, { once: true });
};

/** So long an answer waits for its place on the disk, in milliseconds; then the reader goes on. */
const PATIENCE = 3000;

/**
 * Lays out a story that is played, by its file and address: what of the file is to be played,
 * what is saved of it, and what saves. `save` settles with an empty text once all is kept, or
 * with a code that says why it will be gone with the page.
 */
export const desk = async (file, address) => {
  const kept = await opened();
  const desk = await kept.desk(file, address, title);
  title = undefined;
  const late = () => new Promise((settle) => setTimeout(settle, PATIENCE, "failed"));
  return { bytes: desk.file(), saved: desk.saved(), save: (told) => Promise.race([desk.save(told), late()]) };
};

const LANGUAGES = ["ar", "de", "es", "fr", "ko", "pt", "zh"];
const text = async (path) => {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
};
/** As in the element, where `rem` is the widget's own size. */
const sheet = async (path) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((await text(path)).replace(/(-?[\d.]+)rem\b/g, "calc($1*var(--verbatim-em))"));
  return sheet;
};

/**
 * Shows the panel in an element, which gets a shadow root, in a language. The element is told
 * `verbatim-review`, with the story and its address, when a review is wanted.
 */
export const show = async (element, language = "en") => {
  const name = language.toLowerCase().split("-")[0];
  const words = LANGUAGES.includes(name) ? text(`languages/keep/${name}.json`).catch(() => "") : "";
  const [kept, spoken, ...sheets] = await Promise.all([opened(), words, sheet("verbatim.css"), sheet("keep.css")]);
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  const frame = document.createElement("div");
  frame.className = "frame";
  frame.append(document.createElement("div"));
  root.replaceChildren(frame);
  kept.show(frame.firstChild, spoken);
};
