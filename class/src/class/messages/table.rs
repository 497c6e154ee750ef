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
    CountMeans "count-means": { one: "This quiz has {count}. Empty means all.", other: "This quiz has {count}. Empty means all." },
    /// A headline of choices.
    Forms "forms": "Who gets which",
    /// A choice.
    SameForm "same-form": "The same for all",
    /// What it means.
    SameFormMeans "same-form-means": "in the same order",
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
    FormCountMeans "form-count-means": "A, B, C… each with other questions, or the same in another order",
    /// A choice.
    WithPassages "with-passages": "Print the passages to read, numbered",
    /// A choice.
    LargePrint "large-print": "Large print",
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
    NumberEvents "number-events": { one: "Number them: 1 for the earliest, {count} for the latest.", other: "Number them: 1 for the earliest, {count} for the latest." },
    /// On paper: how to answer.
    FillGap "fill-gap": "Write the missing word on the line.",
    /// On paper: what the sources leave open of an order.
    OpenPairs "open-pairs": { one: "The reports leave {count} pair open: either order of it is right.", other: "The reports leave {count} pairs open: any order of those is right." },
    /// Between two items within a sentence.
    BetweenItems "between-items": "; ",

    /// A screen: what comes in.
    Collect "collect": "Collect",
    /// A screen: what comes of it.
    See "see": "See",
    /// What the screen is for.
    CollectLead "collect-lead": "Paste anything that has codes in it: a whole chat, a mail thread, a file. Each code is looked at, and none is passed over in silence.",
    /// A headline of fields.
    Bring "bring": "What came back",
    /// A field.
    PasteCodes "paste-codes": "Paste or type here",
    /// A button: goes through the text.
    TakeUp "take-up": "Look for codes",
    /// A field for files.
    BringFiles "bring-files": "Or choose files, or drop them anywhere on this page",
    /// A button: switches the camera on or off.
    UseCamera "use-camera": "Hold phones before the camera",
    /// The name of the camera's picture.
    CameraPicture "camera-picture": "What the camera sees",
    /// Why there is no camera, and what to do.
    NoCamera "no-camera": "The camera is not to be had. Allow it for this page in the browser, or let pupils send their codes as text.",
    /// What a text brought.
    BroughtNew "brought-new": { one: "{count} new code.", other: "{count} new codes." },
    /// What a text brought.
    BroughtDoubles "brought-doubles": { one: "{count} code was there already. It counts once.", other: "{count} codes were there already. Each counts once." },
    /// What a text brought.
    BroughtNewer "brought-newer": { one: "{count} code is of a newer version of this page. Reload the page.", other: "{count} codes are of a newer version of this page. Reload the page." },
    /// What a text brought.
    BroughtDamaged "brought-damaged": { one: "{count} code is damaged. What is wrong with it stands under “Damaged”.", other: "{count} codes are damaged. What is wrong with them stands under “Damaged”." },
    /// What a text brought.
    BroughtNothing "brought-nothing": "There is no code in it. A code begins with VBQ and has groups of eight letters and digits.",
    /// What follows is from a file.
    FromFile "from-file": "From {file}:",
    /// A file of what was collected elsewhere was joined.
    Imported "imported": { one: "From {file}: {count} new code.", other: "From {file}: {count} new codes." },
    /// Why a file was not joined, and what to do.
    ImportNewer "import-newer": "{file} was written by a newer version of this page. Reload the page and try again. Nothing was changed.",
    /// Why a file was not read, and what to do.
    ForeignFile "foreign-file": "{file} is no text. Save the chat or the mail as text, or copy it and paste it here. Nothing was changed.",
    /// What is collected could not be kept on the device.
    NotKept "not-kept": "This browser does not let this be kept. Save everything as a file before you leave the page.",

    /// A headline: the class list.
    Roster "roster": "Class list",
    /// A field.
    RosterField "roster-field": "One pupil a line",
    /// What a line may hold.
    RosterMeans "roster-means": "A name, a number, or both. Paste it from a spreadsheet if you like.",
    /// A line of the class list that names somebody again.
    DoubleInList "double-in-list": "Line {line}: {name} is in the list already.",
    /// A headline: who handed in.
    HandedIn "handed-in": "Handed in",
    /// Nothing came yet.
    NobodyYet "nobody-yet": "Nothing yet.",
    /// How many handed in.
    HandedCount "handed-count": { one: "{count} pupil", other: "{count} pupils" },
    /// How many of the class list handed in.
    HandedOf "handed-of": { one: "{count} of {all}", other: "{count} of {all}" },
    /// Before the names of those who did not hand in.
    Missing "missing": "Missing:",
    /// Somebody handed in more than once.
    AgainBy "again-by": { one: "{name} handed in again: attempt {attempt}.", other: "{name} handed in again: attempt {attempt}." },
    /// Somebody is not in the class list.
    NotListed "not-listed": "{name} is not in the class list, or more than one there has this name.",
    /// In place of a name.
    NoName "no-name": "without a name",

    /// A headline: codes that are damaged.
    Damaged "damaged": "Damaged",
    /// What is wrong with a group.
    GroupChanged "group-changed": "Group {group}, {text}: a character is wrong, or two have changed places.",
    /// What is wrong with a group.
    GroupShort "group-short": "Group {group}, {text}: characters are missing.",
    /// What is wrong with a group.
    GroupLong "group-long": "Group {group}, {text}: there are characters too many.",
    /// What is wrong with a group.
    GroupMissing "group-missing": "Group {group} and perhaps more is missing.",
    /// What is wrong with a code.
    GroupsMixed "groups-mixed": "Each group is whole, but they are not of one code.",
    /// What a damaged code was.
    Repaired "repaired": "It can only have been:",
    /// A button.
    TakeRepaired "take-repaired": "Take it so",
    /// What to do about a damaged code.
    AskAgain "ask-again": "Compare it with the pupil’s screen, or ask for the code again.",
    /// A button: takes a damaged code off the list.
    Dismiss "dismiss": "Leave it out",
    /// A headline: codes that can't be counted.
    NotCounted "not-counted": "Not counted",
    /// Why a code is not counted, and what to do.
    OtherStory "other-story": "{name}: another story. Open that story under “Set” and come back.",
    /// Why a code is not counted, and what to do.
    OtherEdition "other-edition": "{name}: another edition of this story. Open the file that was played under “Set”.",
    /// Why a code is not counted, and what to do.
    NoSuchQuiz "no-such-quiz": "{name}: a quiz that this story does not have. Open the file that was played under “Set”.",
    /// Why a code is not counted, and what to do.
    OtherQuestions "other-questions": "{name}: another version of this page drew other questions. Reload the page here and on the pupil’s device.",
    /// Why a code is not counted, and what to do.
    CodeNewer "code-newer": "Of a newer version of this page. Reload the page.",

    /// A headline.
    Data "data": "What is collected",
    /// Where it is.
    DataMeans "data-means": "All of it stays in this browser on this device. Nothing is sent anywhere.",
    /// A button.
    GivePupils "give-pupils": "Save a table, a pupil a row (CSV)",
    /// A button.
    GiveAnswers "give-answers": "Save a table, an answer a row (CSV)",
    /// A button.
    GiveAll "give-all": "Save everything (JSON)",
    /// A button.
    Erase "erase": "Erase everything",
    /// Asked before it is done.
    EraseSure "erase-sure": "All that was collected on this device, and the class list, will be gone for good.",
    /// A button.
    EraseYes "erase-yes": "Yes, erase everything",
    /// A button.
    EraseNo "erase-no": "No, keep it",
    /// What came of it.
    Erased "erased": "Everything is erased.",

    /// What the screen is for.
    SeeLead "see-lead": "Who knew what, and which words to read again together. Points are counted here, from the answers.",
    /// There is nothing to see.
    NothingHandedIn "nothing-handed-in": "Nothing of this story was handed in yet. Collect codes first.",
    /// A field: which attempt counts.
    Counting "counting": "Of several attempts",
    /// A choice.
    CountFirst "count-first": "the first counts",
    /// A choice.
    CountLast "count-last": "the last counts",
    /// A headline.
    Overall "overall": "The class",
    /// How many pupils.
    Pupils "pupils": "Pupils",
    /// The share of points.
    MeanShare "mean-share": "Share of points",
    /// A part of a hundred.
    Share "share": "{percent}%",
    /// The standard error of a mean.
    ErrorOf "error-of": "Standard error: {percent} in 100.",
    /// Cronbach's alpha.
    Alpha "alpha": "Reliability (Cronbach’s alpha)",
    /// What it rests on.
    AlphaMeans "alpha-means": "From {pupils} pupils, with a standard error of {error}. A pupil’s points are off by {points} on average (standard error of measurement).",
    /// Why a figure is left out.
    FewPupils "few-pupils": "Left out: it takes {need} pupils to say anything, and there are {have}.",
    /// Why a figure is left out.
    FewQuestions "few-questions": "Left out: it takes {need} questions, and there are {have}.",
    /// Why a figure is left out.
    DifferentQuestions "different-questions": "Left out: not all were asked the same questions.",
    /// Why a figure is left out.
    NoSpread "no-spread": "Left out: all have the same points.",
    /// A headline.
    ByQuestion "by-question": "By question",
    /// What a chart shows.
    QuestionChart "question-chart": "Share of points by question. The table below has the numbers.",
    /// A column.
    Question "question": "Question",
    /// A column: how many got all points.
    FullyRight "fully-right": "Fully right",
    /// So many of so many.
    RightOf "right-of": { one: "{right} of {asked}", other: "{right} of {asked}" },
    /// A column.
    Difficulty "difficulty": "Difficulty",
    /// What it means.
    DifficultyMeans "difficulty-means": "Difficulty is the mean share of points, with its standard error: the lower, the harder.",
    /// A column.
    Discrimination "discrimination": "Discrimination",
    /// What it means.
    DiscriminationMeans "discrimination-means": "Discrimination is how well a question’s points go with those of all others (corrected item-total correlation).",
    /// A column.
    Seconds "seconds": "Seconds",
    /// The wrong answer that was chosen most.
    MostChosen "most-chosen": { one: "Question {question}, chosen most of what is wrong: {answer} ({count})", other: "Question {question}, chosen most of what is wrong: {answer} ({count})" },
    /// A headline.
    RightRests "right-rests": "What is right",
    /// A headline.
    WrongRests "wrong-rests": "What was chosen instead",
    /// A quotation that was given to the wrong person.
    GivenTo "given-to": "{words} – {person}",
    /// Two events in the wrong order.
    FirstThen "first-then": "first “{first}”, then “{second}”",
    /// A headline.
    ByPupil "by-pupil": "By pupil",
    /// What a chart shows.
    PupilChart "pupil-chart": "How many pupils have which share of points, in steps of ten in 100. The table below has each.",
    /// A column.
    Pupil "pupil": "Pupil",
    /// A column of a file.
    Number "number": "Number",
    /// A column of a file.
    Attempt "attempt": "Attempt",
    /// A column of a file.
    Begun "begun": "Begun (UTC)",
    /// A column.
    Points "points": "Points",
    /// A column of a file.
    Possible "possible": "Possible",
    /// A column of a file.
    Kind "kind": "Kind",
    /// A column of a file.
    Answer "answer": "Answer",
    /// A column of a file.
    Hint "hint": "Hint",
    /// A column.
    Confidence "confidence": "How sure",
    /// What the signs in the table mean.
    MarksMean "marks-mean": "✓ right, ◐ in part, ✗ wrong, · no answer. Columns are the questions above.",
    /// What became of a question.
    Right "right": "right",
    /// What became of a question.
    Partly "partly": "in part",
    /// What became of a question.
    Wrong "wrong": "wrong",
    /// What became of a question.
    NoAnswer "no-answer": "no answer",
    /// What became of a question.
    Unasked "unasked": "not asked",
    /// A headline.
    Calibration "calibration": "How sure, and how often right",
    /// What a chart shows.
    CalibrationChart "calibration-chart": "How often answers were right, from not sure to sure. The table has the numbers.",
    /// A level of confidence.
    Low "low": "1, not sure",
    /// A level of confidence.
    Middle "middle": "2, rather sure",
    /// A level of confidence.
    High "high": "3, sure",
    /// A column.
    Answers "answers": "Answers",
    /// In place of a share.
    FewAnswers "few-answers": { one: "left out: {count} answer is too few", other: "left out: {count} answers are too few" },
    /// A headline.
    ReadAgain "read-again": "Read again together",
    /// A button: shows the passages to the room.
    OnTheWall "on-the-wall": "Put them on the wall",
    /// Every question was right.
    NothingMissed "nothing-missed": "Nothing was missed.",
}
