// The hosted page: its address says what to play, after `?` or `#`.

const quiz = document.querySelector("verbatim-quiz");
const names = { story: "src", quiz: "quiz", mode: "mode", count: "count", seed: "seed", lang: "lang", theme: "theme", scheme: "scheme" };

function take() {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) asked.set(name, value);
  for (const [name, attribute] of Object.entries(names)) {
    const value = asked.get(name) ?? (name === "story" ? "questions/air-force-one.json" : null);
    if (value === null) quiz.removeAttribute(attribute);
    else quiz.setAttribute(attribute, value);
  }
}

take();
addEventListener("hashchange", take);
import("./verbatim.js");
