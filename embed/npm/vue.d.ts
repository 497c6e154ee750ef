// <verbatim-quiz> in Vue 3's templates: `import "verbatim-quiz/vue"` in place of "verbatim-quiz".
// Vue's compiler has to be told that the element is no component of its own (`isCustomElement`).

import type { HTMLAttributes, PublicProps } from "vue";
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

/** What `<verbatim-quiz>` takes in a template. */
export interface VerbatimQuizProps extends QuizOptions, HTMLAttributes {
  onQuizReady?: (event: QuizReadyEvent) => void;
  onQuizAnswer?: (event: QuizAnswerEvent) => void;
  onQuizComplete?: (event: QuizCompleteEvent) => void;
  onQuizShare?: (event: QuizShareEvent) => void;
  onQuizError?: (event: QuizErrorEvent) => void;
}

declare module "vue" {
  interface GlobalComponents {
    "verbatim-quiz": new () => VerbatimQuizElement & {
      /** For the checker of templates only; no such property is there. */
      $props: VerbatimQuizProps & PublicProps;
    };
  }
}
