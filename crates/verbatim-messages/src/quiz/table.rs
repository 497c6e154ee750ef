//! Every message of the interface with its English text, from which the files of
//! the other languages are translated. How they are written is for
//! [`messages!`](crate::messages) to say.

crate::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",

    /// The story is on its way.
    Loading "loading": "Loading the quiz…",
    /// A headline: the choice between practice and test.
    Mode "mode": "How do you want to play?",
    /// A mode.
    Practice "practice": "Practice",
    /// What this mode means.
    PracticeMeans "practice-means": "See the evidence after each answer",
    /// A mode.
    Test "test": "Test",
    /// What this mode means.
    TestMeans "test-means": "See the evidence at the end",
    /// A headline: the list of quizzes.
    Quizzes "quizzes": "Choose a quiz",
    /// How many questions a quiz has.
    Questions "questions": { one: "{count} question", other: "{count} questions" },
    /// How far a quiz is that was begun and is not over.
    Answered "answered": "{answered} of {count} answered",
    /// A button: begins such a quiz from its start.
    Anew "anew": "Start again",
    /// What came of the story's being edited since a quiz was begun.
    Edited "edited": "This story was edited since you began. Asked again: {changed}. No longer asked: {gone}.",
    /// What is answered can't be saved in this browser.
    NotKept "not-kept": "Your answers can’t be kept in this browser: they are gone once this page is closed.",
    /// The sources of a story, each as in `source`.
    DrawnFrom "drawn-from": "Drawn from {sources}",
    /// A source.
    Source "source": "{publisher}, “{title}”",

    /// Between two items of a list within a sentence.
    BetweenItems "between-items": "; ",
    /// Between the publisher, the title and the date of a source.
    BetweenDetails "between-details": ", ",
    /// Between two sentences.
    BetweenSentences "between-sentences": " ",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",
    /// From one date to another.
    Period "period": "{from} – {to}",

    /// Where the reader is in the quiz.
    Progress "progress": "Question {at} of {count}",
    /// An entry of the list of questions to go back to.
    QuestionAnswered "question-answered": "Question {at}, answered",
    /// An entry of the list of questions to go back to.
    QuestionSkipped "question-skipped": "Question {at}, skipped",

    /// The prompt above a quotation.
    WhoSaid "who-said": "Who said this?",
    /// The prompt above words in reported speech.
    WhoSaidReported "who-said-reported": "Who is reported as saying this?",
    /// The prompt above several quotations.
    SaidWhat "said-what": "Which of these are the words of {name}?",
    /// The prompt above quotations to be given to people.
    Match "match": "Who said what?",
    /// The prompt above events.
    Sequence "sequence": "Put these events in order, earliest first",
    /// The prompt above two events.
    BeforeAfter "before-after": "Which came first?",
    /// The prompt above a claim.
    Verdict "verdict": "According to {publisher}: true, false, or not stated?",
    /// The prompt above a quotation with a gap.
    Cloze "cloze": "Which word is missing?",
    /// The prompt above a claim and a passage.
    Proof "proof": "Which sentence shows this?",
    /// How to answer.
    MatchHow "match-how": "Choose a person, then a quotation; or drag people to their words.",
    /// How to answer.
    SequenceHow "sequence-how": "Drag the events, or move them with the arrows.",
    /// How to answer where several answers may be right.
    SeveralHow "several-how": "Choose all that are right.",
    /// Why the answer can't be sent yet.
    MatchMissing "match-missing": "Give every quotation to somebody first.",
    /// Why the answer can't be sent yet.
    SequenceMissing "sequence-missing": "Move at least one event first: they are not in order yet.",
    /// Why the answer can't be sent yet.
    ClozeMissing "cloze-missing": "Type a word first.",
    /// Why the answer can't be sent yet.
    AnswerMissing "answer-missing": "Choose an answer first.",

    /// A button: sends the answer and shows what it rests on.
    Check "check": "Check",
    /// A button: sends the answer.
    Answer "answer": "Answer",
    /// A button.
    Skip "skip": "Skip for now",
    /// A button: to the next question.
    Next "next": "Go on",
    /// A button.
    HintFree "hint-free": "Hint (free)",
    /// A button.
    HintCosts "hint-costs": "Hint (costs 1 point)",
    /// Before the hint.
    Hint "hint": "Hint:",
    /// A button.
    Finish "finish": "Finish and see the result",
    /// A button: the same quiz with other questions.
    Again "again": "Play again",
    /// A button.
    Share "share": "Share the result",
    /// What became of the result.
    Copied "copied": "Copied",
    /// A button: the questions that cost points.
    Missed "missed": "Play the missed ones",
    /// A button.
    OtherQuizzes "other-quizzes": "Choose another quiz",

    /// An answer offered where two events may be in either order.
    Undecided "undecided": "The reports do not say",
    /// An answer to a claim.
    True "true": "True",
    /// An answer to a claim.
    False "false": "False",
    /// An answer to a claim.
    NotStated "not-stated": "Not stated",
    /// The name of the field for a word.
    Word "word": "The missing word",
    /// The name of the list of people who have no quotation yet.
    People "people": "People",
    /// The place beside a quotation that nobody has yet.
    Nobody "nobody": "Nobody yet",
    /// The place beside a quotation while a person is held.
    PutHere "put-here": "Put here",
    /// For screen readers, after `nobody` or `put-here`.
    AtQuotation "at-quotation": "(quotation {at})",
    /// The upper end of the list of events.
    Earliest "earliest": "Earliest",
    /// The lower end of the list of events.
    Latest "latest": "Latest",

    /// At an answer.
    RightChosen "right-chosen": "Right: your answer",
    /// At an answer.
    RightAnswer "right-answer": "Right answer",
    /// At an answer.
    WrongChosen "wrong-chosen": "Your answer: not right",
    /// At an answer.
    MissedChoice "missed-choice": "Right, and not chosen",
    /// At an event.
    InLostPair "in-lost-pair": "In a pair that costs a point",
    /// At a quotation that was given to nobody.
    LeftOpen "left-open": "You left this one open.",

    /// How right an answer is.
    Right "right": "Right",
    /// How right an answer is.
    Partly "partly": "Partly right",
    /// How right an answer is.
    Wrong "wrong": "Not right",
    /// Instead of how right an answer is.
    NotAnswered "not-answered": "Not answered",
    /// Points earned, of points that there were.
    Points "points": { one: "{earned} of {count} point", other: "{earned} of {count} points" },
    /// Points, where one was paid for the hint.
    HintPaid "hint-paid": "{points}, 1 of them for the hint",
    /// How right an answer is, and its points.
    Outcome "outcome": "{rightness}, {points}",

    /// Who said the words asked about.
    SaidThis "said-this": "{name} said this.",
    /// Who said the words asked about.
    RoleSaidThis "role-said-this": "{name}, {role}, said this.",
    /// Who told the reporter.
    PassedWordsOn "passed-words-on": "{name} passed the words on.",
    /// A speaker and their words.
    Said "said": "{name}: {words}",
    /// Below a quotation: whose it is.
    By "by": "— {name}",
    /// Below a quotation: whose it is.
    ByRole "by-role": "— {name}, {role}",
    /// What the reader chose: a person, or words in quotation marks.
    YouChose "you-chose": "You chose {answer}.",
    /// Whom the reader gave a quotation to.
    YouGave "you-gave": "You gave it to {name}.",
    /// Before other words of the person whom the reader chose.
    SaidInstead "said-instead": "{name} said this instead:",
    /// The person whom the reader chose was not the speaker.
    PassedOn "passed-on": "{name} passed these words on; they are {speaker}’s.",
    /// Before the passage in which somebody says what the reader chose.
    SaidThat "said-that": "{name} said that:",
    /// Before the passage of a wrong answer.
    ChoiceRests "choice-rests": "The words behind that:",
    /// The one right answer.
    RightIs "right-is": "Right answer: {answer}",
    /// Several right answers.
    RightAre "right-are": "Right answers: {answers}",
    /// The word missing, in quotation marks.
    WordIs "word-is": "The missing word: {word}.",
    /// Several words missing, in quotation marks.
    WordsAre "words-are": "The missing words: {words}.",
    /// The word typed is right but for a letter.
    NearMiss "near-miss": "Near enough: it is only the spelling that differs, and the point is yours.",
    /// The right answer to a claim.
    VerdictTrue "verdict-true": "True: {publisher} says so.",
    /// The right answer to a claim.
    VerdictFalse "verdict-false": "False: {publisher} says otherwise.",
    /// The right answer to a claim, before a passage.
    VerdictNotStated "verdict-not-stated": "Not stated: {publisher} does not say. The nearest that it comes:",
    /// Before a passage.
    ThisSentence "this-sentence": "This sentence shows it:",
    /// Before passages.
    UndecidedExplained "undecided-explained": "The reports tell of both, and leave open which came first. Here is where they do:",

    /// How many pairs of events the reader has the right way round.
    Pairs "pairs": { one: "{right} of {count} pair in order.", other: "{right} of {count} pairs in order." },
    /// Before the pairs of events that cost points.
    LostPairs "lost-pairs": { one: "This pair costs a point:", other: "These {count} pairs cost a point each:" },
    /// How many pairs of events the sources leave open.
    OpenPairs "open-pairs": {
        one: "The reports leave open {count} pair. Either order of it was fine.",
        other: "The reports leave open {count} pairs. Any order of those was fine."
    },
    /// Before a list of events.
    Supported "supported": "An order that the reports support:",
    /// Two events, each a sentence.
    CameBefore "came-before": "{earlier} came before {later}.",
    /// The dates of two events.
    ByDates "by-dates": "By their dates: {earlier}; {later}.",
    /// Opens a chain of passages.
    Steps "steps": { one: "The words behind it, in {count} step", other: "The words behind it, in {count} steps" },
    /// Opens passages.
    Evidence "evidence": "The words it rests on",
    /// Opens passages.
    OrderEvidence "order-evidence": "The words behind this order",
    /// A link to the article.
    ReadOriginal "read-original": "Read the original",
    /// For screen readers, after `read-original`.
    NewWindow "new-window": "(opens in a new tab)",

    /// A headline.
    Results "results": "Question by question",
    /// Below the points: all of them.
    EarnedAll "earned-all": "Every word where it belongs.",
    /// Below the points: eight in ten or more.
    EarnedMost "earned-most": "You read closely. A few are worth another look.",
    /// Below the points: half or more.
    EarnedHalf "earned-half": "More than half. The evidence is below, for the rest.",
    /// Below the points: one in ten or more.
    EarnedSome "earned-some": "A hard one. The words below tell what the reports say.",
    /// Below the points: hardly any.
    EarnedNone "earned-none": "Nothing yet, but now you have read the evidence.",
    /// A headline.
    AllAnswered "all-answered": "You have answered every question",
    /// A headline.
    StillOpen "still-open": { one: "{count} question is still open", other: "{count} questions are still open" },
    /// What can be done in practice.
    OpenMeans "open-means": "Go back to what you skipped, or finish.",
    /// What can be done in a test.
    OpenMeansTest "open-means-test": "Go back to any question, or finish. Your answers can still change.",

    /// Told to screen readers when an event was moved.
    Position "position": "Position {at} of {count}",
    /// Told to screen readers when an event was lifted.
    Lifted "lifted": "Lifted from position {at}. Move with the arrow keys, drop with Space, cancel with Escape.",
    /// Told to screen readers.
    Dropped "dropped": "Dropped at position {at}",
    /// Told to screen readers.
    BackAt "back-at": "Cancelled: back at position {at}",
    /// Told to screen readers.
    Cancelled "cancelled": "Cancelled",
    /// Told to screen readers when a person was lifted.
    ChoosePlace "choose-place": "Now choose a quotation",
    /// Told to screen readers when a place was chosen.
    ChoosePerson "choose-person": "Now choose a person",
    /// Told to screen readers while a person is carried by keys.
    Aimed "aimed": "To quotation {at} of {count}. Arrow keys change it, Space gives, Escape cancels.",
    /// Told to screen readers when a person got a quotation.
    Given "given": "{name}: quotation {at}",
    /// Told to screen readers when a person is free again.
    TakenBack "taken-back": "{name} is taken back",
    /// The name of the handle of an event.
    Handle "handle": "Move: {event}",
    /// The name of the button that moves an event up.
    Up "up": "Earlier: {event}",
    /// The name of the button that moves an event down.
    Down "down": "Later: {event}",
    /// The name of the button that frees a person.
    TakeBack "take-back": "Take back {name}",

    /// A headline.
    Failed "failed": "This quiz can’t be shown",
    /// What is wrong: the widget itself, not its story.
    Stopped "stopped": "This quiz has stopped.",
    /// A button.
    Retry "retry": "Try again",
    /// Where a mistake is that has no one place.
    WholeFile "whole-file": "the whole file",
    /// How many more mistakes there are than are listed.
    More "more": { one: "and {count} more", other: "and {count} more" },
    /// What is wrong.
    BadAddress "bad-address": "A story is loaded from an http or https address.",
    /// What is wrong.
    Unreachable "unreachable": "The story could not be reached.",
    /// What is wrong; the number is an HTTP status.
    BadStatus "bad-status": "The server answered {status} for {address}.",
    /// What is wrong.
    NotAStory "not-a-story": "There is a web page where the story should be.",
    /// What is wrong.
    NotPlain "not-plain": "What the page gave as a story is not plain data.",
    /// What is wrong.
    TooLarge "too-large": "The story file is larger than is read here.",
    /// What is wrong.
    Incomplete "incomplete": "The story stopped coming half-way.",
    /// What is wrong.
    NoQuestions "no-questions": "The story has no quiz that asks anything.",
    /// What is wrong; ids of quizzes.
    NoSuchQuiz "no-such-quiz": "The story has no quiz “{quiz}”. It has: {known}.",
    /// What is wrong.
    OtherFormat "other-format": "The story is of another format.",
    /// What is wrong.
    Mistakes "mistakes": "There are mistakes in the story file.",
    /// What to do.
    CheckAddress "check-address": "Check the address of this page.",
    /// What to do.
    CheckConnection "check-connection": "Check the connection, and whether the other site lets this page read the file (CORS).",
    /// What to do.
    MakeSeveral "make-several": "Make several stories of it.",
    /// What to do; names of fields.
    AddQuestions "add-questions": "A quiz needs questions in `ask`, or kinds in `draw`.",
    /// What to do.
    NewerVersion "newer-version": "A newer version of this page may read it.",
    /// What to do; a command.
    RunCheck "run-check": "The command `verbatim check` shows each with its line, and what comes closest.",
}
