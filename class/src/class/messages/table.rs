//! Every message of the teacher's page with its English text, from which `languages/class` is
//! translated.

verbatim_messages::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",
    /// The title of the page, with that of the screen.
    PageTitle "page-title": "{screen} – Verbatim for a class",
    /// The name of the navigation.
    Screens "screens": "Screens",

    /// A screen: what is to be played.
    Set "set": "Set",
    /// A screen: what comes in.
    Collect "collect": "Collect",
    /// A screen: what comes of it.
    See "see": "See",
    /// A screen: questions on the wall.
    Present "present": "Present",
    /// A screen: questions on paper.
    Print "print": "Print",

    /// What the first screen is for.
    SetLead "set-lead": "Choose what your class plays. A link goes out; a short code comes back. Nobody needs an account, and nothing is sent to a server.",
    /// A headline of choices.
    Story "story": "Story",
    /// A field: the stories that are here.
    OfSite "of-site": "From this site",
    /// An entry of that field: none of them.
    Another "another": "another, see below",
    /// Opens the fields for stories from elsewhere.
    Elsewhere "elsewhere": "From somewhere else",
    /// A field.
    Address "address": "The address of a story",
    /// A button: gets the story.
    Fetch "fetch": "Get it",
    /// A field.
    File "file": "A story file on this device",
    /// The story is on its way.
    Loading "loading": "Getting the story…",
    /// The story is there.
    Opened "opened": "Open: {title}",
    /// Why there is no story, and what to do.
    Unreachable "unreachable": "{address} could not be reached. Check the address and the connection, and whether the other site lets this page read the file (CORS). Or save the file there, and choose it here.",
    /// Why there is no story, and what to do.
    Gone "gone": "The browser has not kept the story file {address}. Choose it again: nothing else is lost.",
    /// Why there is no story, and what to do; the number is an HTTP status.
    BadStatus "bad-status": "The server answered {status} for {address}. Check the address.",
    /// Why there is no story, and what to do.
    NotAStory "not-a-story": "{address} is no story file. A story is a JSON file, as in this site’s folder questions.",
    /// Why there is no story, and what to do; a command.
    Mistakes "mistakes": {
        one: "Nothing in {address} can be played: it has {count} mistake. The command `verbatim check` shows it.",
        other: "Nothing in {address} can be played: it has {count} mistakes. The command `verbatim check` shows each."
    },

    /// A headline of choices.
    Questions "questions": "Questions",
    /// A field.
    Quiz "quiz": "Quiz",
    /// A field.
    Count "count": "How many",
    /// What that means.
    CountMeans "count-means": "This quiz has {count}. Empty means all.",
    /// A headline of choices.
    Forms "forms": "Who gets which",
    /// A choice.
    SameForm "same-form": "The same for all",
    /// What it means.
    SameFormMeans "same-form-means": "in the same order",
    /// A choice.
    ShuffledForm "shuffled-form": "The same for all, in another order",
    /// What it means.
    ShuffledFormMeans "shuffled-form-means": "questions and answers are shuffled for each pupil, by the class’s seed and the pupil’s number or name",
    /// A choice.
    EachForm "each-form": "A form for each pupil",
    /// What it means.
    EachFormMeans "each-form-means": "other questions in another order, drawn by the class’s seed and the pupil’s number or name",
    /// A field.
    Seed "seed": "Class seed",
    /// What it means.
    SeedMeans "seed-means": "The same seed draws the same questions, here, on the wall and on paper.",
    /// A button: another seed.
    DrawOthers "draw-others": "Draw others",
    /// A headline of choices.
    Feedback "feedback": "Evidence",
    /// A choice.
    Practice "practice": "Practice",
    /// What it means.
    PracticeMeans "practice-means": "the evidence after each answer",
    /// A choice.
    Test "test": "Test",
    /// What it means.
    TestMeans "test-means": "the evidence at the end",
    /// A choice.
    AskConfidence "ask-confidence": "Ask before each answer how sure the pupil is",
    /// A headline of choices.
    Asks "asks": "Ask each pupil for",
    /// A choice.
    AsksName "asks-name": "A name",
    /// What it means.
    AsksNameMeans "asks-name-means": "it is in the code, and nowhere else",
    /// A choice.
    AsksNumber "asks-number": "A number",
    /// What it means.
    AsksNumberMeans "asks-number-means": "that of your list: no name leaves the room",
    /// A choice.
    AsksNothing "asks-nothing": "Nothing",
    /// What it means.
    AsksNothingMeans "asks-nothing-means": "codes tell what was answered, not by whom",
    /// A field.
    PupilLanguage "pupil-language": "The language of the pupil’s page",
    /// A headline of choices.
    Time "time": "Time",
    /// A field.
    Minutes "minutes": "Minutes",
    /// What it means.
    MinutesMean "minutes-mean": "Empty means no limit. Each pupil can have more time, or none running, on their own page.",

    /// A headline: what is handed out.
    Handout "handout": "Hand out",
    /// There is no link.
    NothingYet "nothing-yet": "The link is made once there is a story.",
    /// What the symbol is, for those who don’t see it.
    SymbolName "symbol-name": "The link as a QR code",
    /// What to do with it.
    SymbolMeans "symbol-means": "Hold a phone’s camera before it.",
    /// A field.
    Link "link": "The link for your class",
    /// A button.
    CopyLink "copy-link": "Copy the link",
    /// A link: the pupil’s page.
    TryIt "try-it": "Try it as a pupil",
    /// What came of it.
    Copied "copied": "Copied.",
    /// What came of it, and what to do.
    CopyByHand "copy-by-hand": "The browser does not let this page copy. Select the text and copy it.",
    /// What the link is.
    LinkMeans "link-means": "Everything you chose is in the link, after the sign #: browsers send that part to no server. Another choice makes another link.",
    /// The story is no part of the link.
    FileTravels "file-travels": "This story is a file. Send it along with the link: each pupil is asked for it.",
    /// A button.
    SaveFile "save-file": "Save the story file",
    /// What came of it, and what to do.
    NotSaved "not-saved": "The browser does not let this page save a file. Send the one that you chose.",
    /// Opens a piece of HTML.
    Snippet "snippet": "Put it into a page",
    /// A button.
    CopySnippet "copy-snippet": "Copy the snippet",
    /// A link to another screen.
    ToPrint "to-print": "Print it",
    /// A link to another screen.
    ToPresent "to-present": "Put it on the wall",
    /// What it is not.
    PracticeNotExam "practice-not-exam": "This is for practice, not for exams: a code can be made up, and answers can be found in the page.",

    /// What is offered where two events may be in either order.
    NoStory "no-story": "Choose a story first, on the screen Set.",
    /// The letter of a form.
    Form "form": "Form {letter}",
    /// The number of a question.
    QuestionAt "question-at": "Question {at} of {count}",

    /// What the projector mode does.
    PresentLead "present-lead": "Questions large on the wall, the words they rest on after each. By keyboard or remote.",
    /// A button.
    Begin "begin": "Begin on the full screen",
    /// A headline: the keys.
    Keys "keys": "Keys",
    /// What keys do.
    KeyOn "key-on": "On: → , Page Down or Space. First the answer, then the words it rests on, then the next question.",
    /// What keys do.
    KeyBack "key-back": "Back: ← or Page Up.",
    /// What keys do.
    KeyHands "key-hands": "Hands: a digit adds one for that answer, with Shift it takes one away.",
    /// What keys do.
    KeyScreen "key-screen": "F: full screen. Escape: the end.",
    /// A choice.
    CountHands "count-hands": "Count raised hands beside the answers",
    /// A button.
    On "on": "On",
    /// A button.
    Back "back": "Back",
    /// A button.
    Leave "leave": "End",
    /// Hands raised for an answer.
    Hands "hands": { one: "{count} hand", other: "{count} hands" },
    /// A button: a hand more for an answer.
    HandMore "hand-more": "A hand more for {answer}",
    /// Marks the right answer.
    RightAnswer "right-answer": "Right",
    /// After the last question.
    TheEnd "the-end": "That was the last question.",
    /// How far from the wall it can be read.
    Readable "readable": "Every letter can be read from eight metres, if the picture is two metres wide.",

    /// What printing is for.
    PrintLead "print-lead": "Worksheets from the same questions. What you see below is what the printer gets.",
    /// A field.
    FormCount "form-count": "Forms",
    /// What it means.
    FormCountMeans "form-count-means": "A, B, C… each with other questions, or with the same in another order, as chosen under “Set”",
    /// A choice.
    WithPassages "with-passages": "Print the passages to read, numbered",
    /// A choice.
    LargePrint "large-print": "Large print",
    /// A choice.
    WithSymbol "with-symbol": "Print the link as a QR code",
    /// A choice.
    WithKey "with-key": "Print the key, with the words each answer rests on",
    /// A headline of choices.
    Paper "paper": "Paper",
    /// A choice.
    A4 "a4": "A4",
    /// A choice.
    Letter "letter": "US Letter",
    /// A button.
    PrintNow "print-now": "Print",
    /// On paper: beside the link as a QR code.
    OnPhone "on-phone": "On a phone",
    /// On paper: a line follows.
    NameLine "name-line": "Name",
    /// On paper: a line follows.
    DateLine "date-line": "Date",
    /// On paper: a line follows.
    PointsLine "points-line": { one: "of {count} point", other: "of {count} points" },
    /// On paper: points of a question.
    PointsOf "points-of": { one: "{count} point", other: "{count} points" },
    /// On paper: a headline.
    Passages "passages": "The passages",
    /// On paper: a headline.
    Key "key": "Key",
    /// On paper: how to answer.
    TickOne "tick-one": "Tick one.",
    /// On paper: how to answer.
    TickAll "tick-all": "Tick all that are right.",
    /// On paper: how to answer.
    DrawLines "draw-lines": "Draw a line from each quotation to whoever said it. Some people may be left over.",
    /// On paper: how to answer.
    NumberEvents "number-events": "Number them: 1 for the earliest, {count} for the latest.",
    /// On paper: how to answer.
    FillGap "fill-gap": "Write the missing word on the line.",
    /// On paper: what the sources leave open of an order.
    OpenPairs "open-pairs": { one: "The reports leave {count} pair open: either order of it is right.", other: "The reports leave {count} pairs open: any order of those is right." },
    /// Between two items within a sentence.
    BetweenItems "between-items": "; ",
}
