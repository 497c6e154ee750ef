// Checked, never run: what JSX has to refuse.
import type { QuizCompleteEvent } from "verbatim-quiz";

const finished = (event: QuizCompleteEvent): number => event.detail.score.possible;

export const right = (
  <verbatim-quiz src="a.json" mode="test" count={3} scheme="dark" lang="fr" className="quiz" onquiz-complete={finished}>
    <p>A fallback</p>
  </verbatim-quiz>
);
// @ts-expect-error: there is no such mode.
export const mode = <verbatim-quiz mode="exam" />;
// @ts-expect-error: a seed is a number.
export const seed = <verbatim-quiz seed="seven" />;
// @ts-expect-error: a story has an id.
export const story = <verbatim-quiz story={{ format: 1, language: "en", title: "A story", quizzes: [] }} />;
// @ts-expect-error: what is told of an answer is not what is told of the end.
export const handler = <verbatim-quiz onquiz-answer={finished} />;
