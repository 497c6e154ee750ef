//! Every message of the studio.

verbatim_messages::messages! {
    /// The language, as a BCP 47 tag.
    Language "language": "en",
    /// The tag by which the browser writes dates and numbers.
    Locale "locale": "en-GB",
    /// Words that are quoted.
    Quoted "quoted": "“{words}”",

    /// The headline of the page.
    Title "title": "The studio",
    /// A button.
    Undo "undo": "Undo",
    /// A button.
    Redo "redo": "Redo",
    /// A button: takes everything off the desk.
    Clear "clear": "Clear the desk",
    /// What came of it.
    Cleared "cleared": "The desk is clear. Undo brings everything back.",
    /// A button: opens a file.
    Open "open": "Open a story or an article",
    /// A button.
    Save "save": "Save the story",
    /// A button, where there are errors.
    SaveSound "save-sound": "Save what passes",
    /// A button, where there are errors.
    SaveAll "save-all": "Save all of it",

    /// A headline, before anything is there.
    Begin "begin": "From an article to a quiz",
    /// What the page does.
    BeginLead "begin-lead": "Paste a news article. Its quotations, speakers and events are marked at once. You say what is right; the questions are drawn from that.",
    /// The label of the field for an article.
    ArticleText "article-text": "The article, as plain text",
    /// A button: has the article marked.
    MarkUp "mark-up": "Mark it up",
    /// A button: an article to try it with.
    Example "example": "Try it with an example",
    /// Where everything is.
    StaysHere "stays-here": "Nothing you paste leaves this machine. The desk is kept in this browser alone.",
    /// A headline: the form for one more article.
    Another "another": "Another article on the same story",
    /// The example could not be had.
    NoExample "no-example": "The example could not be loaded.",

    /// A headline: the fields of the story.
    Story "story": "The story",
    /// A label.
    StoryTitle "story-title": "Title of the story",
    /// A label.
    StoryLanguage "story-language": "Language",
    /// A label.
    StorySummary "story-summary": "What it is about, in a sentence or two",
    /// What can't be read in other languages than English.
    OtherLanguage "other-language": "Who speaks is read in English only. In this language quotations are found by their marks, and their speakers are yours to name.",
    /// A label.
    Publisher "publisher": "Published by",
    /// A label.
    Published "published": "Date",
    /// What a date looks like.
    PublishedHint "published-hint": "As in 2021, 2021-02 or 2021-02-24",
    /// A label.
    ArticleTitle "article-title": "Headline",
    /// A label.
    Address "address": "Address on the web",
    /// A headline: the fields of a source.
    SourceFields "source-fields": "Where it was published",
    /// An article without a headline.
    Untitled "untitled": "An article without a headline",
    /// A button.
    RemoveArticle "remove-article": "Take this article off the desk",
    /// How many proposals wait.
    LeftOpen "left-open": { one: "{count} mark waits for your word", other: "{count} marks wait for your word" },
    /// How much of an article the story carries.
    Share "share": "{percent} of 100 words of the article are in the story; it may be up to 59",
    /// A button.
    AcceptSure "accept-sure": { one: "Accept {count} that is sure", other: "Accept all {count} that are sure" },
    /// Of an opened story without its articles.
    PassagesOnly "passages-only": "These are the passages of the story. Facts can be added from their words.",
    /// What the text is and how words of it are selected by keys.
    TextLabel "text-label": "The text. Arrow keys select words, with Shift more of them; then Q marks a quotation, V an event, B which came before.",
    /// The letter of an event.
    EventLetter "event-letter": "E",

    /// What came of reading an article.
    FoundSaid "found-said": { one: "{count} quotation found.", other: "{count} quotations found." },
    /// What came of reading an article.
    FoundOther "found-other": { one: "{count} event.", other: "{count} events and orders." },
    /// What came of reading an article.
    FoundSure "found-sure": { one: "{count} may be accepted unread.", other: "{count} may be accepted unread." },
    /// A story was opened.
    Opened "opened": "{file} is open.",
    /// A story was not opened.
    NotOpened "not-opened": "{file} can’t be opened without losing part of it. The desk is as it was. This is wrong with it:",
    /// A file is no text.
    NotRead "not-read": "{file} is no text in Unicode (UTF-8).",
    /// A story was saved.
    Saved "saved": "{file} is saved. It passes the check.",
    /// A story was saved in part.
    SavedWithout "saved-without": "{file} is saved. Left out, since it does not pass the check: {words}.",
    /// All of a story was saved.
    SavedAll "saved-all": "{file} is saved with all that is in it. It does not pass the check yet.",
    /// Nothing could be saved.
    NothingSound "nothing-sound": "There is nothing yet that passes the check. What is missing stands under “What the check says”.",
    /// A file could not be written.
    NotSaved "not-saved": "The browser did not save the file.",
    /// The desk of the last visit can't be read.
    Unreadable "unreadable": "What was kept from your last visit can’t be read by this version. It is put aside, not deleted.",
    /// The desk is not kept.
    NotKept "not-kept": "This browser does not keep the desk, or has no room left. Save the story as a file before you leave.",
    /// Another tab keeps another desk.
    Overtaken "overtaken": "Another tab has changed the desk. What you do here is no longer kept; save it as a file, or reload the page.",
    /// Nothing is left to decide.
    AllDecided "all-decided": "Every mark is decided.",

    /// A headline: the mark in hand.
    InHand "in-hand": "In hand",
    /// A button: puts the mark out of hand.
    PutDown "put-down": "Put down",
    /// Nothing is in hand.
    NothingInHand "nothing-in-hand": "Choose a mark in the text, or select words to add a fact.",
    /// A sort of mark.
    SortSaid "sort-said": "Quotation",
    /// A sort of mark.
    SortHappened "sort-happened": "Event",
    /// A sort of mark.
    SortOrdered "sort-ordered": "Order of two events",
    /// What was decided.
    StateSure "state-sure": "proposed, sure",
    /// What was decided.
    StateOpen "state-open": "proposed",
    /// What was decided.
    StateIn "state-in": "in the story",
    /// What was decided.
    StateOut "state-out": "rejected",
    /// How far a speaker can be trusted.
    TrustGiven "trust-given": "your word",
    /// How far a speaker can be trusted.
    TrustSure "trust-sure": "sure",
    /// How far a speaker can be trusted.
    TrustLikely "trust-likely": "likely",
    /// How far a speaker can be trusted.
    TrustUnsure "trust-unsure": "unsure",
    /// The name of a mark.
    SaidName "said-name": "{key} {person}: “{words}”, {state}",
    /// The name of a mark.
    HappenedName "happened-name": "E {event}, {state}",
    /// The name of a mark.
    OrderedName "ordered-name": "“{earlier}” before “{later}”, {state}",
    /// A button.
    Accept "accept": "Accept",
    /// A button.
    Reject "reject": "Reject",
    /// A button.
    Reopen "reopen": "Leave open",
    /// A button.
    NextOpen "next-open": "Next that waits",
    /// Nobody speaks.
    Nobody "nobody": "Nobody named",
    /// A label.
    Speaker "speaker": "Who speaks",
    /// A label.
    Reporter "reporter": "Who passes it on",
    /// A label.
    Newcomer "newcomer": "Somebody else speaks",
    /// A button.
    Introduce "introduce": "Add",
    /// What stands before the words that name the speaker.
    SaysWho "says-who": "The words that say so:",
    /// There are none.
    SaysNobody "says-nobody": "none yet",
    /// How that is changed.
    SaysWhoHow "says-who-how": "To change them, select the words in the text and choose “These say who”.",
    /// A headline: further fields.
    More "more": "Context, hint and gaps",
    /// A label.
    Context "context": "When or where it was said",
    /// A label.
    Hint "hint": "A hint that does not name the speaker",
    /// A label.
    Gaps "gaps": "Words worth asking for",
    /// How several are written.
    GapsHint "gaps-hint": "With commas between",
    /// A label.
    Summary "summary": "What happened",
    /// How that is told.
    SummaryHint "summary-hint": "One short clause that gives no date away",
    /// A label.
    When "when": "When",

    /// A headline: the people.
    Cast "cast": "The cast",
    /// How the keys are used.
    CastHow "cast-how": "With a quotation in hand, press a person’s key, here or on the keyboard, to say that they speak.",
    /// The name of a button, with its key.
    GiveTo "give-to": "{key}: {person} speaks the words in hand",
    /// How many statements somebody has in the story.
    Statements "statements": { one: "{count} statement", other: "{count} statements" },
    /// A label.
    Name "name": "Name",
    /// A label.
    Role "role": "Who that is",
    /// A label.
    Aliases "aliases": "Other names, with commas between",
    /// A checkbox.
    Unnamed "unnamed": "The article leaves the name open",
    /// A label.
    Merge "merge": "This is the same person as",
    /// Nobody is the same.
    MergeNobody "merge-nobody": "nobody else",

    /// A headline: the findings.
    Check "check": "What the check says",
    /// There are none.
    Sound "sound": "Nothing. The story passes.",
    /// It is not known yet.
    Checking "checking": "Checking…",
    /// A severity.
    Error "error": "Error",
    /// A severity.
    Warning "warning": "Warning",
    /// What was expected.
    Expected "expected": "Expected: {what}.",
    /// What comes closest.
    Nearest "nearest": "Closest: “{words}”",
    /// What helps.
    Help "help": "Help: {what}.",
    /// A button.
    GoThere "go-there": "Go there",

    /// A headline: the questions.
    Preview "preview": "As it will be played",
    /// There are none.
    NothingToAsk "nothing-to-ask": "There is nothing to ask yet. Two people’s statements, or two events in order, are enough.",
    /// A button: other questions from the same facts.
    Reseed "reseed": "Draw other questions",
    /// A button: takes the place of the quizzes of an opened file.
    DrawAll "draw-all": "Replace the quizzes by one of all facts",

    /// The name of the bar for selected words.
    Tools "tools": "The selected words",
    /// A button.
    UseSaid "use-said": "Quotation",
    /// A button.
    UseHappened "use-happened": "Event",
    /// A button.
    UseOrdered "use-ordered": "Came before",
    /// A button.
    UseAttribution "use-attribution": "These say who",
    /// A button.
    UseWords "use-words": "Words of the mark in hand",
    /// A label.
    Earlier "earlier": "This came first",
    /// A label.
    Later "later": "This came after",
    /// A button.
    AddOrder "add-order": "Add",
    /// A button.
    Cancel "cancel": "Cancel",
    /// There are not two events.
    TwoEvents "two-events": "Mark two events first.",

    /// Why something was not done.
    RefusedGone "refused-gone": "That is no longer there.",
    /// Why something was not done.
    RefusedNoSpeaker "refused-no-speaker": "Say who speaks first.",
    /// Why something was not done.
    RefusedNoAttribution "refused-no-attribution": "Select the words that say who speaks, then choose “These say who”.",
    /// Why something was not done.
    RefusedPassesOn "refused-passes-on": "These words only pass on somebody else’s, which have a mark of their own.",
    /// Why something was not done.
    RefusedSaidAlready "refused-said-already": "The story has these words of the same person already.",
    /// Why something was not done.
    RefusedTooLong "refused-too-long": "The sentences are too long for a passage of 80 words. Select fewer words.",
    /// Why something was not done.
    RefusedTooMuch "refused-too-much": "The passages would carry too much of the article. Reject something else first.",
    /// Why something was not done.
    RefusedTwice "refused-twice": "These words stand in their passage more than once. Select more of them.",
    /// Why something was not done.
    RefusedOutside "refused-outside": "The words have to lie within one passage of the opened story.",
    /// Why something was not done.
    RefusedNoWords "refused-no-words": "There are no words here.",
    /// Why something was not done.
    RefusedSameEvent "refused-same-event": "An event can’t come before itself.",
    /// Why something was not done.
    RefusedTooLarge "refused-too-large": "That is longer than a megabyte, and no article.",
    /// Why something was not done.
    RefusedNotTheArticle "refused-not-the-article": "Not every passage of the story stands in this text, letter by letter. Paste the article that they were cut from.",

    /// A headline: what a file has written by hand.
    AskedHeading "asked-heading": "Written by hand",
    /// A label.
    QuizTitle "quiz-title": "Title of a quiz",
    /// A label.
    QuizSummary "quiz-summary": "What it is about",
    /// A label.
    Prompt "prompt": "What is asked, or claimed",
    /// A label.
    Answer "answer": "Answer {number}",
    /// A label: a box to tick.
    IsRight "is-right": "Answer {number} is right",
    /// A label.
    VerdictLabel "verdict": "The claim is",
    /// A choice.
    VerdictTrue "verdict-true": "true",
    /// A choice.
    VerdictFalse "verdict-false": "false",
    /// A choice.
    VerdictNotStated "verdict-not-stated": "not stated by the source",
    /// A label.
    Gap "gap": "The words of the gap",
    /// A label.
    AlsoAccepted "also-accepted": "What else is accepted",
    /// A label.
    AskedHint "asked-hint": "A hint",
    /// A label.
    Note "note": "What is said after the answer",
    /// A headline: the form for the article of an opened story.
    GiveArticle "give-article": "Lay the article beside its passages",
    /// A label.
    GiveText "give-text": "All of the article, as plain text",
    /// A button.
    Give "give": "Lay it there",
}
