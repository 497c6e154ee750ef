//! Every message of the two screens of what was handed in, with its English text, from which
//! `languages/collected` is translated.

verbatim_messages::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",

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
    /// Something beside the groups of a code is not as it was written.
    BroughtSlips "brought-slips": "Line {line}: a slip, made good by the code’s own checks. {what}",
    /// More of the same.
    MoreSlips "more-slips": "And {count} more like it.",
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
    /// Why nothing came of a picture, and what to do.
    NoSymbol "no-symbol": "No code can be read from the picture {file}. Take it from nearer, straight and sharp, or let the pupil send the code as text. Nothing was changed.",
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
    HandedOf "handed-of": "{count} of {all}",
    /// Before the names of those who did not hand in.
    Missing "missing": "Missing:",
    /// Somebody handed in more than once.
    AgainBy "again-by": "{name} handed in again: attempt {attempt}.",
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
    /// What is wrong with a group.
    GroupParted "group-parted": "Group {group}, {text}: a dash stands within it.",
    /// What is wrong with the beginning of a code.
    PrefixChanged "prefix-changed": "The beginning, {text}, should be VBQ.",
    /// What is wrong with the beginning of a code.
    PrefixMissing "prefix-missing": "The beginning, VBQ, is missing.",
    /// What is wrong with a code.
    GroupsMixed "groups-mixed": "Each group is whole, but they are not of one code.",
    /// What a damaged code was.
    Repaired "repaired": "It can only have been:",
    /// A button.
    TakeRepaired "take-repaired": "Take it so",
    /// There are more damaged codes than are shown.
    MoreDamaged "more-damaged": { one: "And {count} more. It is kept; deal with those above first.", other: "And {count} more. They are kept; deal with those above first." },
    /// What to do about a damaged code.
    AskAgain "ask-again": "Compare it with the pupil’s screen, or ask for the code again.",
    /// A button: takes a damaged code off the list.
    Dismiss "dismiss": "Leave it out",
    /// A headline: codes that can't be counted.
    NotCounted "not-counted": "Not counted",
    /// Why a code is not counted, and what to do.
    OtherStory "other-story": "{name}: another story. The code is kept: open that story under “Set” once, and it counts.",
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
    /// A field: what parts the columns of a table.
    Separator "separator": "Columns in tables are parted by",
    /// A choice.
    Comma "comma": "commas",
    /// A choice.
    Semicolon "semicolon": "semicolons, for Excel where decimals have a comma",
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
    /// A column: how many saw a question and left it open.
    LeftOpen "left-open": "Skipped",
    /// A column: how many got all points.
    FullyRight "fully-right": "Fully right",
    /// So many of so many.
    RightOf "right-of": "{right} of {asked}",
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
    MostChosen "most-chosen": "Question {question}, chosen most of what is wrong: {answer} ({count})",
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
    MarksMean "marks-mean": "✓ right, ◐ in part, ✗ wrong, – skipped, · not reached. Columns are the questions above.",
    /// The same where pupils were asked different questions.
    MarksOfForms "marks-of-forms": "✓ right, ◐ in part, ✗ wrong, – skipped, · not reached. Each row is in the order in which the pupil was asked; the number beside a mark is that of the question above.",
    /// What became of a question.
    Right "right": "right",
    /// What became of a question.
    Partly "partly": "in part",
    /// What became of a question.
    Wrong "wrong": "wrong",
    /// What became of a question.
    Skipped "skipped": "seen and skipped",
    /// What became of a question.
    NotReached "not-reached": "not reached",
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

    /// A field.
    Quiz "quiz": "Quiz",
    /// What came of it, and what to do.
    NotSaved "not-saved": "The browser does not let this page save a file.",
}
