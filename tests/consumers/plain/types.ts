// Checked, never run: what the element's own types allow and refuse.
import type { QuizAnswer, QuizResult, Story } from "verbatim-quiz";

const quiz = document.createElement("verbatim-quiz");
quiz.addEventListener("quiz-answer", function (event) {
  const answer: QuizAnswer = event.detail;
  this.restart();
  // @ts-expect-error: kinds have names that are known.
  return answer.kind === "guess";
});
document.addEventListener("quiz-complete", (event) => event.detail.results.map((answer) => answer.points.earned));
quiz.addEventListener("click", (event) => event.clientX);
quiz.addEventListener("anything", (event) => event.type);

const result: QuizResult | null = quiz.result();
export const score: number = result?.score.earned ?? 0;
// @ts-expect-error: there may be no result yet.
export const seed: number = quiz.result().seed;

quiz.theme = "classroom";
quiz.count = null;
// @ts-expect-error: there is no such theme.
quiz.theme = "comic";
// @ts-expect-error: a count is a number.
quiz.count = "3";

export const story: Story = {
  format: 1,
  id: "bridge",
  language: "en",
  title: "The bridge",
  questions: [
    // @ts-expect-error: a verdict is true, false or not stated.
    { kind: "verdict", id: "opened", claim: "It opened.", source: "post", verdict: "perhaps", evidence: [] },
  ],
  quizzes: [{ id: "all", title: "The bridge", draw: { "who-said": 2 } }],
};
quiz.story = story;
