// What a page does about being offline: registers the worker once the quiz is there, has it keep
// what is played, says what is kept, and offers a new release. What is kept, `sw.js` sees to.

const SCRIPT = new URL("sw.js", import.meta.url).href;

/** By language: kept; not kept; a release waits; take it up; other pages are in the way. */
const TEXTS = {
  en: [
    "This quiz can be played offline.",
    "This quiz can’t be played offline yet.",
    "A new version is ready.",
    "Reload the page",
    "Close this site’s other tabs first, then try again.",
  ],
  es: [
    "Este cuestionario se puede jugar sin conexión.",
    "Este cuestionario aún no se puede jugar sin conexión.",
    "Hay una versión nueva.",
    "Recargar la página",
    "Cierre antes las demás pestañas de este sitio e inténtelo de nuevo.",
  ],
  fr: [
    "Ce quiz peut être joué hors ligne.",
    "Ce quiz ne peut pas encore être joué hors ligne.",
    "Une nouvelle version est prête.",
    "Recharger la page",
    "Fermez d’abord les autres onglets de ce site, puis réessayez.",
  ],
  de: [
    "Dieses Quiz kann offline gespielt werden.",
    "Dieses Quiz kann noch nicht offline gespielt werden.",
    "Eine neue Version ist bereit.",
    "Seite neu laden",
    "Schließen Sie zuerst die anderen Tabs dieser Website und versuchen Sie es erneut.",
  ],
  pt: [
    "Este quiz pode ser jogado sem conexão.",
    "Este quiz ainda não pode ser jogado sem conexão.",
    "Há uma nova versão.",
    "Recarregar a página",
    "Feche antes as outras abas deste site e tente de novo.",
  ],
  ar: [
    "يمكن لعب هذا الاختبار دون اتصال.",
    "لا يمكن لعب هذا الاختبار دون اتصال بعد.",
    "تتوفّر نسخة جديدة.",
    "إعادة تحميل الصفحة",
    "أغلق علامات التبويب الأخرى لهذا الموقع أولًا، ثم حاول مجددًا.",
  ],
  ko: [
    "이 퀴즈는 오프라인에서 풀 수 있습니다.",
    "이 퀴즈는 아직 오프라인에서 풀 수 없습니다.",
    "새 버전이 준비되었습니다.",
    "페이지 새로 고침",
    "먼저 이 사이트의 다른 탭을 닫은 다음 다시 시도하세요.",
  ],
  zh: [
    "此测验可离线作答。",
    "此测验尚不能离线作答。",
    "新版本已就绪。",
    "重新加载页面",
    "请先关闭此网站的其他标签页，然后重试。",
  ],
};

const STYLE = `
.offline p { margin: .5rem 0 }
.offline button {
  min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid; border-radius: 6px;
  background: none; color: inherit; font: inherit; cursor: pointer;
}
.offline button:focus-visible { outline: 3px solid; outline-offset: 2px }`;

/** The registration of the worker, or null where there can be none. */
let registration = null;

/** What a worker answers to a question; null where there is none to ask. */
function ask(worker, question) {
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}

const working = () => (registration?.active?.state === "activated" ? registration.active : null);

/** For each of these addresses of stories, whether it can be played offline. */
export async function kept(addresses) {
  registration ??= (await workers()?.getRegistration(SCRIPT).catch(() => null)) ?? null;
  const hrefs = addresses.map((address) => new URL(address, document.baseURI).href);
  return (await ask(working(), { ask: "kept", addresses: hrefs })) ?? hrefs.map(() => false);
}

/** None without a secure connection; a frame without an origin may not even ask. */
function workers() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Registers the worker, now and whenever that failed, and looks for a new release. */
async function enrol(changed) {
  try {
    const found = await workers().register(SCRIPT);
    if (found !== registration) {
      registration = found;
      const watch = (worker) => worker?.addEventListener("statechange", changed);
      for (const worker of [found.installing, found.waiting, found.active]) watch(worker);
      found.addEventListener("updatefound", () => watch(found.installing));
    }
    if (found.active) await found.update();
  } catch {
    // No network, no room, or no leave: the page goes on without.
  }
  changed();
}

/** Has the story kept that is played, as soon as there is a worker. */
async function keep(quiz, played, changed) {
  if (quiz.src) played.add(new URL(quiz.src, document.baseURI).href);
  const worker = working();
  if (!worker) return;
  for (const address of played) if (await ask(worker, { ask: "keep", address })) played.delete(address);
  changed();
}

const make = (tag, className) => Object.assign(document.createElement(tag), { className });

/** The lines below the quiz; gives back what shows them as things are now. */
function lines(quiz, place) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
  const [box, line, bar, status, button] = ["div", "p", "p", "span", "button"].map((tag) => make(tag, ""));
  box.className = "offline";
  line.className = "kept";
  bar.className = "update";
  status.role = "status";
  button.type = "button";
  button.hidden = true;
  bar.append(status, " ", button);
  box.append(line, bar);
  place.prepend(box);

  let inTheWay = false;
  let turn = 0;
  const show = async () => {
    const current = ++turn;
    const [stored] = quiz.src ? await kept([quiz.src]) : [false];
    if (current !== turn) return;
    const name = (quiz.closest("[lang]")?.lang ?? "").toLowerCase().split("-")[0];
    const language = name in TEXTS ? name : "en";
    const [yes, no, ready, take, others] = TEXTS[language];
    box.lang = language;
    box.dir = language === "ar" ? "rtl" : "ltr";
    line.textContent = stored ? yes : no;
    line.dataset.kept = stored;
    const waits = Boolean(registration?.waiting && registration.active);
    const said = waits ? (inTheWay ? `${ready} ${others}` : ready) : "";
    if (status.textContent !== said) status.textContent = said;
    button.textContent = take;
    button.hidden = !waits;
  };
  button.onclick = async () => {
    // Reloads this page alone, and only because its reader said so.
    const reload = () => location.reload();
    workers().addEventListener("controllerchange", reload, { once: true });
    inTheWay = (await ask(registration.waiting, { ask: "take-up" })) > 0;
    if (inTheWay) workers().removeEventListener("controllerchange", reload);
    show();
  };
  new MutationObserver(show).observe(quiz, { attributeFilter: ["lang", "src"] });
  return show;
}

/** What makes the page an app that can be installed; nothing before the first question needs it. */
function describe() {
  const links = { manifest: "manifest.webmanifest", icon: "icons/icon.svg", "apple-touch-icon": "icons/icon-192.png" };
  for (const [rel, path] of Object.entries(links)) {
    document.querySelector(`link[rel=${rel}]`)?.remove();
    document.head.append(Object.assign(make("link", ""), { rel, href: new URL(path, import.meta.url).href }));
  }
}

/** Called by the page once its quiz can be played. In an iframe nothing is shown. */
export async function begin(quiz) {
  // The panel of what is due tells it too.
  customElements.get("verbatim-quiz").own.kept = kept;
  // Whatever the reader is about to do goes first.
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
  const place = document.querySelector("footer");
  if (place) describe();
  if (!workers()) return;
  const played = new Set();
  const show = place ? lines(quiz, place) : () => {};
  const changed = () => {
    show();
    if (played.size && working()) keep(quiz, played, show);
  };
  quiz.addEventListener("quiz-ready", show);
  quiz.addEventListener("quiz-answer", () => keep(quiz, played, show));
  addEventListener("online", () => enrol(changed));
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && enrol(changed));
  await enrol(changed);
}
