// The element <verbatim-quiz>: loads the widget once for all of a page's elements, when
// the first of them comes near the viewport, and hands on what they ask and what happens.

const VERSION = "0.1.0";
/** What `cargo xtask dist` fills in; before that no digest is asked for. */
const EDITION = "?@edition@";
const INTEGRITY = "@wasm@".replace(/^@.*/, "");
const SCRIPT = "verbatim-widget.js";
const WASM = "verbatim-widget_bg.wasm";
const STYLE = "verbatim.css";
const MAX_BYTES = 32 << 20;
const NAMES = {
  mode: ["practice", "test"],
  theme: ["plain", "newspaper", "classroom"],
  scheme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  keep: ["nothing", "answers"],
};
const NUMBERS = { seed: [0, 2 ** 32 - 1], count: [1, 2 ** 32 - 1], "heading-level": [1, 5] };
const CHECKED = Object.keys({ ...NAMES, ...NUMBERS });
const ATTRIBUTES = ["src", "quiz", ...CHECKED];
const property = (attribute) => attribute.replace("-l", "L");

const address = (path) => new URL(path + EDITION, import.meta.url).href;
const read = async (path, integrity = "") => {
  const response = await fetch(address(path), { integrity });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};

/** Remembers what a function gave for an argument, but not that it failed. */
const once = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((error) => (made.delete(key), Promise.reject(error))));
    return made.get(key);
  };
};

/** A style sheet in which `rem` is the widget's own size, whatever the page's root has. */
const sheet = once(async (path) => {
  const text = await (await read(path)).text();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/(-?[\d.]+)rem\b/g, "calc($1*var(--verbatim-em))"));
  return sheet;
});
const part = (path) => import(address(path));
/** Whether answers were saved: where none were, what saves them is not needed before the first. */
const isSaved = async () => (await indexedDB.databases()).some(({ name }) => name === "verbatim");

/** A copy of the widget's module. One that stopped is never called again: the next is another. */
const engineOf = (again) => {
  const script = address(SCRIPT) + (again ? `#${again}` : "");
  const made = { closed: [] };
  made.ready = once(async () => {
    // It compiles while it comes, and while the script comes; read again where the server's type forbids that.
    const wasm = () => read(WASM, INTEGRITY);
    const compiled = WebAssembly.compileStreaming(wasm()).catch(wasm);
    const [engine, module_or_path] = await Promise.all([import(script), compiled]);
    made.first = await engine.default({ module_or_path });
    return engine;
  });
  made.stories = once(async (src) => {
    const [engine, file] = await Promise.all([made.ready(), files(src)]);
    return engine.open(file);
  });
  return made;
};
let engine = engineOf(0);
let stops = 0;

const or = (code, promise) => promise.catch(() => Promise.reject([code]));

/** The bytes of a story, or `[code, status, address]` as an error. */
async function bytes(src) {
  const url = URL.parse(src, document.baseURI);
  if (!/^https?:/.test(url)) throw ["story-address"];
  const response = await or("story-unreachable", fetch(url));
  if (!response.ok) throw ["story-status", response.status, url.href];
  const all = new Uint8Array(new ArrayBuffer(0, { maxByteLength: MAX_BYTES }));
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await or("story-incomplete", reader.read());
    // Not every part of a browser takes what may still grow.
    if (done) return all.slice();
    const size = all.length;
    if (size + value.length > MAX_BYTES) {
      reader.cancel();
      throw ["story-too-large"];
    }
    all.buffer.resize(size + value.length);
    all.set(value, size);
  }
}

const files = once(bytes);
/** What is only done once the question is shown. */
const after = once(() => part("after.js"));

/** The elements with a widget in them. */
const shown = new Set();

function stopped(event) {
  // A trap leaves the module in a state that nobody knows, for all of its widgets.
  // Its stack has the addresses of the wasm or of the script around it, in WebKit without queries.
  const stack = String(event.error?.stack);
  if (![WASM, SCRIPT].some((path) => stack.includes(address(path).split("?")[0]))) return;
  engine = engineOf(++stops);
  for (const quiz of [...shown]) quiz.fail("widget-stopped", String(event.error));
}

const near = new IntersectionObserver(
  (entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.start()),
  { rootMargin: "100%" },
);

const make = (tag, className = "", text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

class VerbatimQuiz extends HTMLElement {
  static observedAttributes = ["lang", ...ATTRIBUTES];
  static version = VERSION;
  /** For the scripts beside this one. Not for pages to call. */
  static own = { address, part, read, sheet, make };

  #frame = make("div", "frame");
  #notices = make("div", "notices");
  #story;
  #widget;
  #close;
  #says = {};
  #changes = new Set();
  #run = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    // What a reader types here is no shortcut of the page's.
    for (const type of ["keydown", "keypress", "keyup"]) {
      root.addEventListener(type, (event) => {
        const passes = event.ctrlKey || event.metaKey || event.altKey || /^(Tab|Escape)$/.test(event.key);
        if (!passes) event.stopPropagation();
      });
    }
    root.append(this.#notices, this.#frame);
    this.#frame.append(make("slot"));
  }

  connectedCallback() {
    // What was set before the element was defined hides its properties.
    for (const name of ["story", ...ATTRIBUTES.map(property)]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#run) return; // Moved: it goes on.
    if (this.#read("loading") === "eager") this.start();
    else near.observe(this);
  }

  disconnectedCallback() {
    // A move disconnects and connects in one go.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#run) return;
    if (!this.#changes.size) queueMicrotask(() => this.#change());
    this.#changes.add(name);
  }

  get story() {
    return this.#story;
  }

  set story(story) {
    this.#story = story;
    if (this.#run) this.#load();
  }

  /** Loads what is not loaded yet, or begins the quiz that is asked for. */
  start() {
    near.unobserve(this);
    if (this.#widget) this.#widget.start();
    else if (!this.#run) this.#load();
  }

  /** Begins the quiz again. */
  restart() {
    if (this.#widget) this.#widget.restart();
    else this.start();
  }

  /** What came of the quiz so far, as `quiz-complete` tells it, or null. */
  result() {
    return this.#widget?.result() ?? null;
  }

  /** Shows that nothing can be played, with a way to try again. Not for pages to call. */
  fail(code, message) {
    this.#unmount(false);
    // What says it better may be as far away as what did not come.
    this.#show("error", make("p", "error", message), make("slot"));
    const again = () => this.#load(true);
    after().then(({ error }) => this.#show("error", error(code, message, this.#says, again)), () => {});
    this.#tell("quiz-error", { code, message, findings: [] });
  }

  #show(screen, ...content) {
    const section = make("section", "verbatim");
    section.dataset.screen = screen;
    section.append(...content);
    this.#frame.replaceChildren(section);
  }

  async #load(refocus) {
    const run = ++this.#run;
    const current = () => run === this.#run;
    const failed = (error) => current() && this.fail("widget-unreachable", String(error));
    this.#unmount(true);
    this.#notice();
    const used = engine;
    const starting = used.ready();
    const story = this.#opened(starting, used.stories);
    const speech = this.#speech();
    let late;
    try {
      await this.#dress();
      const text = await speech;
      if (!current()) return;
      const loading = make("output", "loading", this.#says.loading ?? "Loading the quiz…");
      // What comes soon comes without it.
      late = setTimeout(() => current() && this.#show("loading", loading), 100);
      const [made, [opened, saved, desk]] = await Promise.all([starting, story]);
      if (!current()) return;
      const [root = make("div", "root"), widget = made.mount(root)] = used.closed.pop() ?? [];
      this.#frame.replaceChildren(root);
      // Told when the stack is clear: what listens may throw, or remove the element.
      const tell = (name, detail) => {
        if (name === "keep") after().then(({ save }) => save(desk, detail, widget));
        else queueMicrotask(() => current() && this.#tell(name, detail));
      };
      if (!shown.size) addEventListener("error", stopped);
      shown.add(this);
      this.#widget = widget;
      this.#close = () => (widget.close(), used.closed.push([root, widget]));
      const open = (widget, tell, saved) => widget.open(opened, this.#request(made), text, tell, saved);
      open(widget, tell, saved);
      if (refocus) root.querySelector("[tabindex]")?.focus();
      const proceed = () => current() && widget.proceed();
      const prepare = async () => (await after()).prepare(used, this.#frame, proceed, desk, open);
      const soon = saved ? queueMicrotask : (self.requestIdleCallback ?? setTimeout);
      soon(() => current() && prepare().catch(failed), { timeout: 500 });
    } catch (error) {
      failed(error);
    } finally {
      clearTimeout(late);
    }
  }

  /** A story in any case, one that did not come says why; where answers are kept, what is saved and what saves. */
  async #opened(starting, stories) {
    try {
      const [story, src] = [this.#story, this.getAttribute("src") ?? ""];
      const file = () => (story == null ? files(src) : after().then(({ bytes }) => bytes(story)));
      if (this.#read("keep") !== "answers") {
        return [story == null ? await stories(src) : (await starting).open(await file())];
      }
      const desk = once(async () => (await part("keep.js")).desk(await file(), src));
      // What saves comes beside the story, not after it.
      const laid = isSaved().catch(Boolean).then((is) => is && desk()).catch(() => "");
      const [own, { bytes = own, saved = "" }] = await Promise.all([file(), laid]);
      return [(await starting).open(bytes), saved, desk];
    } catch (error) {
      const [code, status = 0, at = ""] = Array.isArray(error) ? error : ["story-object", 0, String(error)];
      return [(await starting).missing(code, status, at)];
    }
  }

  async #dress() {
    const theme = this.#read("theme");
    const paths = [STYLE, ...(theme === "plain" ? [] : [`themes/${theme}.css`])];
    this.shadowRoot.adoptedStyleSheets = await Promise.all(paths.map(sheet));
  }

  /** The messages of the language around the element. */
  async #speech() {
    const wanted = (this.closest("[lang]")?.lang || "en").toLowerCase().split("-")[0];
    const text = wanted === "en" ? "" : await after().then(({ words }) => words(wanted)).catch(() => "");
    this.#says = JSON.parse(text || "{}");
    return text;
  }

  #request(made) {
    const get = (name) => this.#read(name);
    const quiz = this.getAttribute("quiz") ?? undefined;
    return made.request(quiz, get("mode") === "test", get("seed"), get("count"), get("heading-level") ?? 2);
  }

  #notice() {
    this.#notices.replaceChildren();
    CHECKED.forEach((name) => this.#read(name));
  }

  /** An attribute's value; one that means nothing is told, and as if it were not there. */
  #read(name) {
    const text = this.getAttribute(name);
    const names = NAMES[name];
    if (text === null || text === "") return names?.[0];
    const [least, most] = NUMBERS[name] ?? [];
    if (names ? names.includes(text) : /^\d+$/.test(text) && text >= least && text <= most) {
      return names ? text : Number(text);
    }
    after().then(({ notice }) => notice(this, this.#notices, name, text, names, least, most));
    return names?.[0];
  }

  #change() {
    const changes = [...this.#changes];
    this.#changes.clear();
    if (!this.#run) return;
    this.#notice();
    if (changes.includes("src")) return void this.#load();
    if (changes.includes("theme")) this.#dress();
    if (changes.includes("lang")) this.#speech().then((text) => this.#widget?.speak(text));
    if (this.#widget) engine.ready().then((made) => this.#widget?.ask(this.#request(made)));
  }

  #unmount(alive) {
    shown.delete(this);
    if (!shown.size) removeEventListener("error", stopped);
    if (alive) this.#close?.();
    this.#widget = this.#close = undefined;
  }

  #leave() {
    near.unobserve(this);
    this.#run = 0;
    this.#unmount(true);
    this.#frame.replaceChildren(make("slot"));
  }

  #tell(name, detail) {
    if (name === "retry") this.#load(true);
    else if (name === "quiz-share") after().then(({ shared }) => shared(this, detail, this.#frame, this.#widget));
    else this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

for (const attribute of ATTRIBUTES) {
  Object.defineProperty(VerbatimQuiz.prototype, property(attribute), {
    get() {
      const text = this.getAttribute(attribute);
      return NUMBERS[attribute] && text !== null ? Number(text) : text;
    },
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

const defined = customElements.get("verbatim-quiz");
if (!defined) {
  // A length that is inherited as what it comes to, so that it is the same throughout a widget.
  const em = { name: "--verbatim-em", syntax: "<length>", inherits: true, initialValue: "16px" };
  CSS.registerProperty(em);
  customElements.define("verbatim-quiz", VerbatimQuiz);
} else if (defined.version !== VERSION) {
  console.warn(`verbatim-quiz ${VERSION} is not used beside ${defined.version}`);
}
