// The types of <verbatim-quiz>. The module exports no values: importing it defines the element.
// `story.d.ts`, the types of a story, is generated from the format's schema.

import type { QuestionKind, Story } from "./story.js";

export type * from "./story.js";

/** When answers are explained: after each question, or at the end. */
export type Mode = "practice" | "test";
/** A ready look. */
export type Theme = "plain" | "newspaper" | "classroom";
/** Light or dark; `auto` follows the page's `color-scheme`. */
export type Scheme = "auto" | "light" | "dark";
/** Whether the quiz waits until it is near the viewport. */
export type Loading = "lazy" | "eager";
/** What is kept in the reader's browser, in the storage of the page's origin. */
export type Keep = "nothing" | "answers";

/** What `<verbatim-quiz>` takes as attributes; `story` is a property only. */
export interface QuizOptions {
  /** The address of the story, relative to the page. */
  src?: string;
  /** The story itself, in place of an address. */
  story?: Story;
  /** The id of the quiz to play; without it the reader chooses. */
  quiz?: string;
  mode?: Mode;
  /** How many questions are asked at most: a whole number of at least 1. */
  count?: number;
  /** The same seed draws the same questions: a whole number from 0 to 4294967295. */
  seed?: number;
  theme?: Theme;
  scheme?: Scheme;
  loading?: Loading;
  keep?: Keep;
  /** The level of the quiz's first heading, 1 to 5; 2 where nothing is said. */
  "heading-level"?: number;
  /** The same as `heading-level`, as a property. */
  headingLevel?: number;
}

/** Points, of those that there were. */
export interface Score {
  earned: number;
  possible: number;
}

/** A question as it was answered. */
export interface QuizAnswer {
  /** The question's id: its own, or one that tells what it was drawn from. */
  question: string;
  kind: QuestionKind;
  /** The ids of what was chosen, in the order of the task, empty for what was left open; or the words typed. */
  response: string[];
  points: Score;
  /** How long the question was on the screen. */
  milliseconds: number;
}

/** What came of a quiz. */
export interface QuizResult {
  /** The story's id. */
  story: string;
  /** The digest of the story's file. */
  hash: string;
  /** The quiz's id. */
  quiz: string;
  /** What the questions were drawn by. */
  seed: number;
  score: Score;
  /** Every question, in the order of the quiz. */
  results: QuizAnswer[];
}

/** The story is there and can be played. */
export interface QuizReady {
  /** The story's id. */
  story: string;
  /** The id of the quiz that is on; missing where the reader is to choose one. */
  quiz?: string;
}

/** A result that the reader wants to share; the element does so unless the event is cancelled. */
export interface QuizShare {
  /** The quiz, a square for each question, and the score; nothing of the answers. */
  text: string;
  /** The address of the page. */
  url: string;
  /** The quiz's id. */
  quiz: string;
  /** What the questions were drawn by. */
  seed: number;
}

/** Something that is wrong in a story. */
export interface Finding {
  /** What is wrong, by a name that stays the same. */
  code: string;
  /** Where, as a JSON Pointer (RFC 6901). */
  pointer: string;
  message: string;
}

/** How sure the reader is of the answer that is told next; asked with `keep="answers"` and `confidence`. */
export interface QuizConfidence {
  /** From 1, not sure, to 3, sure. */
  level: 1 | 2 | 3;
}

/** Something can't be played, or not all of it, or an attribute means nothing. */
export interface QuizFailure {
  /** What went wrong, by a name that stays the same. */
  code: string;
  message: string;
  /** What the check found in the story; empty where something else is wrong. */
  findings: Finding[];
}

export type QuizReadyEvent = CustomEvent<QuizReady>;
export type QuizAnswerEvent = CustomEvent<QuizAnswer>;
export type QuizCompleteEvent = CustomEvent<QuizResult>;
export type QuizShareEvent = CustomEvent<QuizShare>;
export type QuizConfidenceEvent = CustomEvent<QuizConfidence>;
export type QuizErrorEvent = CustomEvent<QuizFailure>;

/** What the element tells. All of these bubble, and pass out of shadow roots. */
export interface QuizEventMap {
  "quiz-ready": QuizReadyEvent;
  "quiz-answer": QuizAnswerEvent;
  "quiz-complete": QuizCompleteEvent;
  "quiz-share": QuizShareEvent;
  "quiz-confidence": QuizConfidenceEvent;
  "quiz-error": QuizErrorEvent;
}

/**
 * The element. Properties mirror attributes: what is read is what stands there, even if it
 * means nothing, or null; null and undefined remove it.
 */
export interface VerbatimQuizElement extends HTMLElement {
  get src(): string | null;
  set src(value: string | null | undefined);
  get story(): Story | string | undefined;
  set story(value: Story | string | undefined);
  get quiz(): string | null;
  set quiz(value: string | null | undefined);
  get mode(): string | null;
  set mode(value: Mode | null | undefined);
  get count(): number | null;
  set count(value: number | null | undefined);
  get seed(): number | null;
  set seed(value: number | null | undefined);
  get theme(): string | null;
  set theme(value: Theme | null | undefined);
  get scheme(): string | null;
  set scheme(value: Scheme | null | undefined);
  get loading(): string | null;
  set loading(value: Loading | null | undefined);
  get keep(): string | null;
  set keep(value: Keep | null | undefined);
  get headingLevel(): number | null;
  set headingLevel(value: number | null | undefined);

  /** Loads what is not loaded yet, or begins the quiz that is asked for. */
  start(): void;
  /** Begins the quiz again, drawn anew where no seed is given. */
  restart(): void;
  /** What came of the quiz so far, as `quiz-complete` tells it; null where none is on. */
  result(): QuizResult | null;

  addEventListener<K extends keyof QuizEventMap>(
    type: K,
    listener: (this: VerbatimQuizElement, event: QuizEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof QuizEventMap>(
    type: K,
    listener: (this: VerbatimQuizElement, event: QuizEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "verbatim-quiz": VerbatimQuizElement;
  }
  // They bubble, so a page may listen anywhere above the element.
  interface HTMLElementEventMap extends QuizEventMap {}
  interface DocumentEventMap extends QuizEventMap {}
  interface WindowEventMap extends QuizEventMap {}
}
