// What the element does once a question is shown: gets the rest of the widget and of its style
// while the question is read, and hands on what is to be saved.

const { make, part, read, sheet } = customElements.get("verbatim-quiz").own;

const filled = (text) => (text[0] === "@" ? "" : text);
const INTEGRITY = filled("@later@");

const LANGUAGES = ["ar", "de", "es", "fr", "ko", "pt", "zh"];
/** What is said where the widget is not there to say it. */
const ENGLISH = { language: "en", failed: "This quiz can’t be shown", stopped: "This quiz has stopped.", retry: "Try again" };

/** A language's messages as a text; an empty one, for English, where there are none. */
export const words = async (name) =>
  LANGUAGES.includes(name) ? (await read(`languages/${name}.json`)).text() : "";

/** What stands in place of a quiz that can't be played, with a way to try again. */
export const error = (code, message, says, retry) => {
  const words = { ...ENGLISH, ...says };
  const again = Object.assign(make("button", "retry primary", words.retry), { type: "button", onclick: retry });
  const what = words[code === "widget-stopped" ? "stopped" : "failed"];
  const box = make("div", "error");
  Object.assign(box, { role: "alert", lang: words.language, dir: words.language === "ar" ? "rtl" : "ltr" });
  box.append(make("p", "what", what), Object.assign(make("p", "", message), { lang: "en", dir: "ltr" }), again, make("slot"));
  return box;
};

/** The bytes of a story that is given as an object, or as the text of its file. */
export const bytes = (story) =>
  new TextEncoder().encode(typeof story === "string" ? story : JSON.stringify(story));

/** The style sheet of all elements gets the rules of what comes later once. */
let complete;
const completed = async () => {
  const [first, later] = await Promise.all([sheet("verbatim.css"), sheet("later.css")]);
  for (const rule of later.cssRules) first.insertRule(rule.cssText, first.cssRules.length);
};

/** Loads what was cut off a copy of the widget's module; without a digest nothing was. */
const rest = async (engine) => {
  if (!INTEGRITY) return;
  const bytes = await (await read("verbatim-widget_later.wasm", INTEGRITY)).arrayBuffer();
  await WebAssembly.instantiate(bytes, { a: engine.first });
};

/** The frame of the widget whose answers a desk saves. */
const frames = new WeakMap();

let whole;
/** Settles once a widget of the page has all that it needs. */
export const prepared = new Promise((settle) => (whole = settle));

const idle = () => new Promise((settle) => (globalThis.requestIdleCallback ?? setTimeout)(settle, { timeout: 500 }));

/**
 * Goes through the motions of a first answer in a widget that nobody sees, a step whenever the
 * page is idle. Browsers compile what a click calls when it is first called; it would wait for that.
 */
const rehearse = async (engine, frame, open, desk) => {
  // Whoever is quicker is not made to wait for it.
  let acted = false;
  for (const type of ["pointerdown", "keydown"]) frame.addEventListener(type, () => (acted = true), { capture: true, once: true });
  const module = await engine.ready();
  const root = make("div", "root");
  const widget = module.mount(root);
  const press = (selector) => root.querySelector(selector)?.click();
  const submit = () => new Event("submit", { bubbles: true, cancelable: true });
  let saved;
  const save = async (told) => {
    // What keeps nothing has nothing to rehearse.
    await desk?.().then((desk) => desk.rehearse(told), () => {});
    widget.kept(false, "");
  };
  const steps = [
    () => open(widget, (name, detail) => name === "keep" && (saved = save(detail)), ""),
    () => press("[data-quiz]"),
    () => widget.rehearse(),
    () => root.querySelector("form")?.dispatchEvent(submit()),
    () => widget.result(),
    () => press(".next"),
    () => widget.close(),
  ];
  for (const step of steps) {
    await idle();
    if (acted) {
      widget.close();
      break;
    }
    step();
    await saved;
  }
  // The next quiz of the page gets it.
  engine.closed.push([root, widget]);
};

/** Gets what an answer needs, then lets the widget go on; and what saves answers, where they are kept. */
export const prepare = async (engine, frame, proceed, desk, open) => {
  // What did not come is not waited for: without it all can be read, if not as it should look.
  complete ??= completed().catch(() => (complete = undefined));
  complete.then(() => (frame.className = "frame whole"));
  engine.whole ??= rest(engine).catch((error) => ((engine.whole = undefined), Promise.reject(error)));
  await engine.whole;
  if (desk) frames.set(desk, frame);
  proceed();
  whole();
  desk?.().catch(() => {});
  engine.rehearsed ??= rehearse(engine, frame, open, desk).catch(() => {});
};

/** Has what is told saved, and says what became of it. */
export const save = async (desk, told, widget) => {
  try {
    widget.kept(!!(await (await desk()).save(told, frames.get(desk))), "");
  } catch {
    widget.kept(true, told);
  }
};

const tell = (quiz, name, detail, cancelable = false) =>
  quiz.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));

/** Says above the quiz that an attribute means nothing, once for the same. */
export const notice = (quiz, notices, name, text, names, least, most) => {
  // It may mean something by now.
  if (quiz.getAttribute(name) !== text) return;
  const expected = names?.join(", ") ?? `a whole number from ${least} to ${most}`;
  const message = `${name}="${text}" means nothing here; expected ${expected}.`;
  if ([...notices.children].some((notice) => notice.textContent === message)) return;
  // For whoever made the page, so in the language of this documentation.
  notices.append(Object.assign(make("p", "notice", message), { lang: "en", dir: "ltr" }));
  tell(quiz, "quiz-error", { code: "attribute", message, findings: [] });
};

/** Offers the result to the page, and shares it where the page does not. */
export const shared = async (quiz, detail, frame, widget) => {
  detail.url = document.URL;
  if (!tell(quiz, "quiz-share", detail, true)) return;
  const { share } = await part("share.js");
  if (await share(detail, frame)) widget.copied();
};
