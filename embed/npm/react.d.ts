// <verbatim-quiz> in React 19's JSX: `import "verbatim-quiz/react"` in place of "verbatim-quiz".

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  QuizAnswerEvent,
  QuizCompleteEvent,
  QuizErrorEvent,
  QuizOptions,
  QuizReadyEvent,
  QuizShareEvent,
  VerbatimQuizElement,
} from "./verbatim.js";

export type * from "./verbatim.js";

/** What `<verbatim-quiz>` takes in JSX. */
export interface VerbatimQuizProps
  extends QuizOptions, DetailedHTMLProps<HTMLAttributes<VerbatimQuizElement>, VerbatimQuizElement> {
  "onquiz-ready"?: (event: QuizReadyEvent) => void;
  "onquiz-answer"?: (event: QuizAnswerEvent) => void;
  "onquiz-complete"?: (event: QuizCompleteEvent) => void;
  "onquiz-share"?: (event: QuizShareEvent) => void;
  "onquiz-error"?: (event: QuizErrorEvent) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "verbatim-quiz": VerbatimQuizProps;
    }
  }
}
