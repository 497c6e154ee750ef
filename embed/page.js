// A page that is all quiz: its address says what to play, after `?` or `#`.

const quiz = document.querySelector("verbatim-quiz");
const names = { story: "src", src: "src", quiz: "quiz", mode: "mode", count: "count", seed: "seed", lang: "lang", theme: "theme", scheme: "scheme" };
const given = {};
for (const attribute of Object.values(names)) given[attribute] = quiz.getAttribute(attribute);

function take() {
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
}

take();
addEventListener("hashchange", take);
// Whoever follows a shared link gets the same questions.
quiz.addEventListener("quiz-share", (event) => {
  const link = new URL(location.href);
  link.hash = "";
  link.searchParams.set("quiz", event.detail.quiz);
  link.searchParams.set("seed", event.detail.seed);
  event.detail.url = link.href;
});
import("./verbatim.js");
