//! Every message of the panel with its English text, from which `languages/keep` is translated.

verbatim_messages::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",
    /// A part of a hundred.
    Percent "percent": "{percent}%",

    /// The headline of the panel.
    Title "title": "What you know so far",
    /// How much is to be reviewed.
    DueToday "due-today": { one: "{count} due today", other: "{count} due today" },
    /// Nothing is to be reviewed.
    NothingDue "nothing-due": "Nothing is due today.",
    /// A story can be played without a connection.
    Offline "offline": "Works offline",
    /// A story can't.
    OnlineOnly "online-only": "Needs a connection",
    /// A button: begins a review.
    Review "review": "Review",
    /// The name of that button, with the title of a story.
    ReviewOf "review-of": "Review: {story}",

    /// A headline: the facts with their dates.
    Next "next": "When each comes back, and why",
    /// What the dates go by.
    NextMeans "next-means": "What you know well waits longer. What you missed comes back soon.",
    /// When a fact comes back.
    ComesToday "comes-today": "Comes back today.",
    /// When a fact comes back.
    ComesOn "comes-on": "Comes back on {date}.",
    /// Retrievability.
    Recall "recall": "The chance that you still know it is {percent}%.",
    /// Stability.
    Lasts "lasts": { one: "It should stay with you for about {days} day.", other: "It should stay with you for about {days} days." },
    /// Difficulty, from 1 to 4.
    Easy "easy": "So far it has been easy for you.",
    /// Difficulty, from 4 to 7.
    Middling "middling": "So far it has been neither easy nor hard for you.",
    /// Difficulty, from 7 to 10.
    Hard "hard": "So far it has been hard for you.",
    /// How often a fact was asked for.
    Asked "asked": { one: "Asked {count} time.", other: "Asked {count} times." },
    /// Lapses.
    Forgotten "forgotten": { one: "Forgotten {count} time.", other: "Forgotten {count} times." },

    /// A headline: the forecast.
    Forecast "forecast": "The coming days",
    /// What its picture shows, for those who don't see it.
    ForecastPicture "forecast-picture": "How many come back on each day. The table has the numbers.",
    /// A column of dates.
    Day "day": "Day",
    /// A column of numbers: how many come back.
    ComingBack "coming-back": "Coming back",
    /// A day.
    Today "today": "Today",

    /// A headline: confidence against what came of it.
    Calibration "calibration": "How sure you were, and how often right",
    /// Nothing of that yet.
    NoCalibration "no-calibration": "Nothing yet. This fills once you say before each answer how sure you are.",
    /// A column of levels.
    HowSure "how-sure": "How sure",
    /// A level of confidence.
    Low "low": "Not sure",
    /// A level of confidence.
    Middle "middle": "Rather sure",
    /// A level of confidence.
    High "high": "Sure",
    /// A column of numbers.
    Answers "answers": "Answers",
    /// A column of parts of a hundred.
    Right "right": "Right",

    /// A headline.
    Settings "settings": "Settings",
    /// The name of a slider: desired retention.
    Retention "retention": "How much you want to remember",
    /// What it means.
    RetentionMeans "retention-means": "When something comes back, you still know it in {percent} of 100 cases. More means more reviews.",
    /// The name of a checkbox.
    AskConfidence "ask-confidence": "Ask me how sure I am before an answer counts",

    /// Asked before an answer counts.
    SureAsked "sure-asked": "How sure are you?",
    /// What certainty-based marking comes to, of the most that it could: less than 0, even.
    Marks "marks": "Marks for certainty: {marks} of {most}",
    /// How those are counted.
    MarksMean "marks-mean": "Right earns 3 if you were sure, 2 if rather sure, 1 if not sure. Wrong costs 6, 2 or nothing. Your points are counted apart.",

    /// A headline.
    Data "data": "Your data",
    /// Where it is.
    DataMeans "data-means": "All of it is in this browser on this device. Nothing is sent anywhere.",
    /// What the browser has promised.
    Persisted "persisted": "The browser has promised to keep it.",
    /// What the browser has not promised.
    NotPersisted "not-persisted": "The browser may clear it when the device runs out of room.",
    /// A button.
    Persist "persist": "Ask the browser to keep it",
    /// What came of asking.
    Refused "refused": "The browser does not promise it yet. It goes by how often you come here.",
    /// A button.
    Export "export": "Save everything as a file",
    /// A button.
    Import "import": "Add from a file",
    /// What came of it.
    Imported "imported": "New: {added}. Brought up to date: {updated}. As before: {kept}. Unreadable: {unreadable}.",
    /// Why nothing was added.
    ImportForeign "import-foreign": "This is not a file of saved progress.",
    /// Why nothing was added.
    ImportNewer "import-newer": "A newer version of this page wrote the file. Reload the page and try again.",
    /// Why not all was added.
    ImportFailed "import-failed": "The file could not be added: saving failed.",
    /// A button.
    Erase "erase": "Erase everything",
    /// Asked before it is done.
    EraseSure "erase-sure": "All your progress on this device will be gone for good.",
    /// A button.
    EraseYes "erase-yes": "Yes, erase everything",
    /// A button.
    EraseNo "erase-no": "No, keep it",
    /// What came of it.
    Erased "erased": "Everything is erased.",
    /// Records that could not be read.
    Asides "asides": { one: "{count} record could not be read. It is kept aside.", other: "{count} records could not be read. They are kept aside." },
    /// A button.
    Download "download": "Download what could not be read",

    /// Why what is done is not kept.
    Denied "denied": "This browser lets nothing be saved here. What you do is kept until you leave.",
    /// Why what is done is not kept.
    Full "full": "There is no room left for saving. What you do is kept until you leave.",
    /// Why what is done is not kept.
    Newer "newer": "A newer version of this page saved your progress. Reload the page to go on with it.",
    /// Why what is done is not kept.
    Failed "failed": "Saving does not work at the moment. What you do is kept until you leave.",
}
