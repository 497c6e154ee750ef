// Keeps what a reader does: loads what does it once there is something to keep, or to give back.

const filled = (text) => (text[0] === "@" ? "" : text);
const INTEGRITY = filled("@keep@");
const { own } = customElements.get("verbatim-quiz");
const { address } = own;

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
    show(panel, quiz.closest("[lang]")?.lang, own.kept);
    // By then the stories of the site can be played offline too.
    navigator.serviceWorker?.ready.then(opened).then((kept) => kept.refresh());
  };
  quiz.addEventListener("quiz-complete", () => (appear(), persist().catch(() => {})), { once: true });
  if (await exists()) appear();
};

/**
 * Has the browser promise to keep what there is, once somebody has come to the end of a quiz and
 * so has something to lose; the panel shows its answer. Some browsers ask their reader.
 */
const persist = async () => {
  const { storage } = navigator;
  if (await storage.persisted()) return;
  await storage.persist();
  (await opened()).refresh();
};

/** What asks below a widget, by the frame that both stand in. */
const askers = new WeakMap();
const below = (kept, frame) => {
  if (!askers.has(frame)) {
    const place = document.createElement("div");
    // What stands there belongs to one of the widget's screens. Not by `:has`: WebKit forgets to look again.
    const show = () => (frame.dataset.shows = frame.querySelector("[data-screen]")?.dataset.screen ?? "");
    new MutationObserver(show).observe(frame, { attributeFilter: ["data-screen"], subtree: true });
    askers.set(frame, [place, kept.asker(place), show]);
  }
  const [place, asker, show] = askers.get(frame);
  show();
  // A story that is loaded anew takes the place of all that is in the frame.
  if (place.parentNode !== frame) frame.append(place);
  return asker;
};

/** Asks how sure a reader is, and settles with their choice. */
const ask = async (kept, frame) => {
  const speech = await words(languageOf(frame));
  frame.dataset.asks = "";
  const level = await new Promise((settle) => below(kept, frame).ask(speech, settle));
  delete frame.dataset.asks;
  return level;
};

const idle = () => new Promise((settle) => (globalThis.requestIdleCallback ?? setTimeout)(settle));

/** So long an answer waits for its place on the disk, in milliseconds; then the reader goes on. */
const PATIENCE = 3000;

/** What keeps a story's sittings, laid out; and what saves them. */
const lay = async (file, address) => {
  const kept = await opened();
  const desk = await kept.desk(file, address, title);
  title = undefined;
  // What an answer is saved by is read before it comes, and the panel shows it after.
  const prepare = async () => (await idle(), desk.lookAhead());
  prepare();
  const late = () => new Promise((settle) => setTimeout(settle, PATIENCE, "failed"));
  const save = async (told, frame) => {
    const { host } = frame.getRootNode();
    const sure = (await desk.asks(told, host.hasAttribute("confidence"))) ? await ask(kept, frame) : 0;
    // Before the answer itself is told.
    if (sure) host.dispatchEvent(new CustomEvent("quiz-confidence", { detail: { level: sure }, bubbles: true, composed: true }));
    const code = await Promise.race([desk.save(told, sure), late()]);
    prepare().then(() => kept.refresh());
    if (isOver(told)) words(languageOf(frame)).then((speech) => desk.tell(below(kept, frame), speech));
    return code;
  };
  return { bytes: desk.file(), saved: desk.saved(), save, rehearse: (told) => desk.rehearse(told) };
};

/**
 * Lays out a story that is played, by its file and address: what of the file is to be played,
 * what is saved of it, and what saves. That asks first how sure a reader is of an answer, below
 * it in its frame, where they want to be asked or the element has `confidence`; it settles with an
 * empty text once all is kept, or with a code that says why it will be gone with the page. Where
 * there is nothing to go on with, what saves is only loaded once the first question is shown.
 */
export const desk = async (file, address) => {
  if (title || !(await exists()) || (await isBegun(file).catch(() => true))) return lay(file, address);
  let laid;
  const ready = () => (laid ??= lay(file, address).catch((error) => ((laid = undefined), Promise.reject(error))));
  idle().then(ready).catch(() => {});
  const save = async (told, frame) => (await ready()).save(told, frame);
  return { save, rehearse: async (told) => (await ready()).rehearse(told) };
};

/** Whether a sitting of a story was begun and not finished; known without what keeps them, which is large. */
const isBegun = async (file) => {
  const answer = (request) => new Promise((settle, fail) => {
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
    // It went meanwhile, and none shall be made.
    request.onupgradeneeded = () => request.transaction.abort();
  });
  const store = await answer(indexedDB.open("verbatim"));
  const places = store.transaction("places").objectStore("places");
  const [keys, texts] = await Promise.all([answer(places.getAllKeys()), answer(places.getAll())]);
  store.close();
  const open = keys.filter((_, at) => !String(texts[at]).includes('"state":"finished"'));
  if (!open.length) return false;
  const { id } = JSON.parse(new TextDecoder().decode(file));
  return open.some((key) => key.startsWith(`${id}\u001f`));
};

/** Whether a quiz ended with what was told last. */
const isOver = (told) => told.split("\u001d").pop().split("\u001f")[1] === "finished";

const LANGUAGES = ["ar", "de", "es", "fr", "ko", "pt", "zh"];
const text = async (path) => {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
};
const languageOf = (frame) => frame.getRootNode().host.closest("[lang]")?.lang;
/** The messages of a language as a text; an empty one, for English, where there are none. */
const words = async (language = "en") => {
  const name = language.toLowerCase().split("-")[0];
  return LANGUAGES.includes(name) ? text(`languages/keep/${name}.json`).catch(() => "") : "";
};
/** As in the element, where `rem` is the widget's own size. */
const sheet = async (path) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((await text(path)).replace(/(-?[\d.]+)rem\b/g, "calc($1*var(--verbatim-em))"));
  return sheet;
};

/**
 * Shows the panel in an element, which gets a shadow root, in a language; `offline` tells which
 * stories can be played offline. The element is told `verbatim-review`, with the story and its
 * address, when a review is wanted.
 */
export const show = async (element, language, offline) => {
  const looks = [sheet("verbatim.css"), sheet("keep.css")];
  const [kept, spoken, ...sheets] = await Promise.all([opened(), words(language), ...looks]);
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  const frame = document.createElement("div");
  frame.className = "frame";
  frame.append(document.createElement("div"));
  root.replaceChildren(frame);
  kept.show(frame.firstChild, spoken, offline);
};
