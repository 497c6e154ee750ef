//! Every message of the pupil's page with its English text, from which `languages/pupil` is
//! translated.

verbatim_messages::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",

    /// A headline: there is nothing to play.
    Failed "failed": "This link can’t be opened",
    /// Why, and what to do.
    NoAssignment "no-assignment": "The address has no quiz in it. Open the link that your teacher gave you, or scan the QR code again.",
    /// Why, and what to do.
    Damaged "damaged": "The link is cut off or changed, as happens in some messages. Copy all of it, or scan the QR code.",
    /// Why, and what to do.
    Newer "newer": "A newer version of this page made the link. Reload the page, with a connection.",
    /// Why, and what to do.
    Unreachable "unreachable": "The story could not be reached. Check the connection and try again.",
    /// Why, and what to do.
    NotAStory "not-a-story": "What stands where the story should be can’t be played. Tell your teacher.",
    /// Why, and what to do; the quiz.
    NoSuchQuiz "no-such-quiz": "The story has no quiz “{quiz}” any more. Tell your teacher.",
    /// A button.
    Retry "retry": "Try again",
    /// The story is on its way.
    Loading "loading": "Getting the story…",
    /// A field: a file is wanted, by its name.
    WantsFile "wants-file": "Choose the story file that came with the link: {file}",
    /// Why not that one.
    OtherFile "other-file": "That is another story or another edition of it. Choose the file that came with the link.",
    /// What the pupil should know.
    Edited "edited": "The story was edited since your teacher made the link. Your questions may differ from those of others.",

    /// What is to be played.
    Plan "plan": { one: "{count} question", other: "{count} questions" },
    /// How long it may take.
    PlanTime "plan-time": { one: "{count} minute, and more if you need it", other: "{count} minutes, and more if you need them" },
    /// A field.
    YourName "your-name": "Your name",
    /// A field.
    YourNumber "your-number": "Your number on the class list",
    /// Why it can’t begin yet.
    NameMissing "name-missing": "Type your name first.",
    /// Why it can’t begin yet.
    NumberMissing "number-missing": "Type your number first: digits alone.",
    /// Where the name goes.
    NameMeans "name-means": "It goes into your code, and nowhere else.",
    /// A button.
    Start "start": "Start",
    /// What it is not.
    PracticeNotExam "practice-not-exam": "This is practice, not an exam: a code can be made up, and answers can be found in the page.",

    /// Who plays.
    PlayedByNumber "played-by-number": "Number {number}",
    /// A button.
    SomebodyElse "somebody-else": "I am somebody else",
    /// How much time is left.
    Left "left": { one: "About {count} minute left", other: "About {count} minutes left" },
    /// How much time is left.
    LeftLittle "left-little": "Less than a minute left",
    /// No time is left, and what to do.
    TimeUp "time-up": "The time is up. Finish what you are at, and hand in. Or take more time.",
    /// No time runs.
    Untimed "untimed": "No time limit",
    /// A button.
    MoreTime "more-time": "5 more minutes",
    /// A button.
    NoLimit "no-limit": "Without a limit",

    /// A button: what is answered so far.
    HandIn "hand-in": "Hand in what I have",
    /// A headline.
    YourCode "your-code": "Your code",
    /// What to do with it.
    CodeMeans "code-means": "Give it to your teacher: show the QR code, or send the text. Your answers are in it, and nothing was sent anywhere.",
    /// How much is in it.
    CodeHolds "code-holds": { one: "It holds {answered} of {count} answer.", other: "It holds {answered} of {count} answers." },
    /// What the symbol is, for those who don’t see it.
    SymbolName "symbol-name": "Your code as a QR code",
    /// A field.
    CodeText "code-text": "The code as text",
    /// A button.
    Copy "copy": "Copy",
    /// A button.
    Share "share": "Share",
    /// A button.
    Save "save": "Save as a file",
    /// What came of it.
    Copied "copied": "Copied.",
    /// What came of it, and what to do.
    CopyByHand "copy-by-hand": "The browser does not let this page copy. Select the text and copy it.",
    /// What came of it, and what to do.
    NotSaved "not-saved": "The browser does not let this page save a file. Copy the text.",
    /// There is no code, and what to do.
    TooLong "too-long": "Your answers are more than a code can hold. Show your result to your teacher.",
    /// Nothing stays when the page is closed, and what to do.
    NotKept "not-kept": "This browser lets nothing be kept. Don’t close or reload this page before you hand in.",
}
