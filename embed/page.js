// A page that is all quiz: its address says what to play, after `?` or `#`. Stands behind the
// quiz and before the element's script, so that it has its say before anything is loaded.
{
  const names = { story: "src", src: "src", quiz: "quiz", mode: "mode", count: "count", seed: "seed", lang: "lang", theme: "theme", scheme: "scheme" };
  const quiz = document.querySelector("verbatim-quiz");
  const given = {};
  for (const attribute of Object.values(names)) given[attribute] = quiz.getAttribute(attribute);
  const take = () => {
    const asked = { ...given };
    for (const part of [location.search, location.hash]) {
      for (const [name, value] of new URLSearchParams(part.slice(1))) {
        if (names[name]) asked[names[name]] = value;
      }
    }
    for (const [attribute, value] of Object.entries(asked)) {
      if (value === null) quiz.removeAttribute(attribute);
      else if (quiz.getAttribute(attribute) !== value) quiz.setAttribute(attribute, value);
    }
  };
  take();
  addEventListener("hashchange", take);

  // The story is asked for at once, not when the script that reads it is there.
  const early = document.createElement("link");
  Object.assign(early, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: quiz.getAttribute("src") ?? "" });
  if (/^https?:/.test(early.href)) document.head.append(early);

  // Whoever follows a shared link gets the same questions.
  quiz.addEventListener("quiz-share", (event) => {
    const link = new URL(location.href);
    link.hash = "";
    link.searchParams.set("quiz", event.detail.quiz);
    link.searchParams.set("seed", event.detail.seed);
    event.detail.url = link.href;
  });

  // Nothing of it before there is all that it takes to play.
  const further = async () => {
    const { part } = customElements.get("verbatim-quiz").own;
    await (await part("after.js")).prepared;
    // What one knows so far is no part of somebody else's page.
    const paths = parent === window ? ["offline.js", "keep.js"] : ["offline.js"];
    for (const path of paths) (await part(path)).begin(quiz);
  };
  // Nor is what stands below the quiz, which would only be pushed away by it.
  const below = () => (document.querySelector("footer").hidden = false);
  quiz.addEventListener("quiz-error", below, { once: true });
  quiz.addEventListener("quiz-ready", below, { once: true });
  quiz.addEventListener("quiz-ready", () => further().catch(() => {}), { once: true });
}
