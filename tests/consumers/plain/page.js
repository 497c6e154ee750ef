/** @import { QuizEventMap } from "verbatim-quiz" */

const quiz = document.querySelector("verbatim-quiz");
/** @type {{ name: string, detail: QuizEventMap[keyof QuizEventMap]["detail"] }[]} */
const told = [];

/** @param {string} id @param {unknown} value */
function write(id, value) {
  const place = document.getElementById(id);
  if (place) place.textContent = JSON.stringify(value);
}

/** @param {QuizEventMap[keyof QuizEventMap]} event */
function tell({ type: name, detail }) {
  told.push({ name, detail });
  write("told", told);
}

quiz?.addEventListener("quiz-ready", tell);
quiz?.addEventListener("quiz-answer", tell);
quiz?.addEventListener("quiz-complete", tell);
quiz?.addEventListener("quiz-error", tell);
document.querySelector("#ask")?.addEventListener("click", () => write("result", quiz?.result()));

await import("verbatim-quiz");
