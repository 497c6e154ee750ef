//! Every word of the interface, in one place and as functions of what they speak
//! of, so that another language is another module of the same shape.

use verbatim_core::feedback::Rightness;
use verbatim_core::model::{Form, Kind, Person, Source, Verdict};
use verbatim_core::score::Points;

pub use self::failures::*;
pub use self::moves::*;
pub use self::told::*;

mod failures;
mod moves;
mod told;

pub const PRACTICE: &str = "Practice";
pub const PRACTICE_MEANS: &str = "See the evidence after each answer";
pub const TEST: &str = "Test";
pub const TEST_MEANS: &str = "See the evidence at the end";
pub const MODE: &str = "How do you want to play?";
pub const QUIZZES: &str = "Choose a quiz";
pub const CHECK: &str = "Check";
pub const ANSWER: &str = "Answer";
pub const SKIP: &str = "Skip for now";
pub const NEXT: &str = "Go on";
pub const FINISH: &str = "Finish and see the result";
pub const AGAIN: &str = "Play again";
pub const MISSED: &str = "Play the missed ones";
pub const OTHER_QUIZZES: &str = "Choose another quiz";
pub const UNDECIDED: &str = "The reports do not say";
pub const UNDECIDED_EXPLAINED: &str =
    "The reports tell of both, and leave open which came first. Here is where they do:";
pub const WORD: &str = "The missing word";
pub const READ_ORIGINAL: &str = "Read the original";
pub const NEW_WINDOW: &str = " (opens in a new tab)";
pub const EVIDENCE: &str = "The words it rests on";
pub const ORDER_EVIDENCE: &str = "The words behind this order";
pub const SUPPORTED_ORDER: &str = "An order that the reports support:";
pub const NOT_ANSWERED: &str = "Not answered";
pub const RESULTS: &str = "Question by question";
pub const NOBODY: &str = "Nobody yet";
pub const PUT_HERE: &str = "Put here";
pub const PEOPLE: &str = "People";
pub const EARLIEST: &str = "Earliest";
pub const LATEST: &str = "Latest";
pub const LOST: &str = "In a pair that costs a point";
pub const RIGHT_CHOSEN: &str = "Right: your answer";
pub const RIGHT_ANSWER: &str = "Right answer";
pub const WRONG_CHOSEN: &str = "Your answer: not right";
pub const MISSED_CHOICE: &str = "Right, and not chosen";
pub const THIS_SENTENCE: &str = "This sentence shows it:";
pub const NEAR_MISS: &str = "Near enough: it is only the spelling that differs, and the point is yours.";
pub const LEFT_OPEN: &str = "You left this one open.";

/// The question as it is asked of each kind.
pub fn prompt(kind: Kind, form: Form) -> &'static str {
    match (kind, form) {
        (Kind::WhoSaid, Form::Direct) => "Who said this?",
        (Kind::WhoSaid, Form::Reported) => "Who is reported as saying this?",
        (Kind::SaidWhat, _) => "Which of these are the words of ",
        (Kind::Match, _) => "Who said what?",
        (Kind::Sequence, _) => "Put these events in order, earliest first",
        (Kind::BeforeAfter, _) => "Which came first?",
        (Kind::Choice | Kind::Verdict, _) => "",
        (Kind::Cloze, _) => "Which word is missing?",
        (Kind::Proof, _) => "Which sentence shows this?",
    }
}

/// The prompt of a verdict.
pub fn according_to(publisher: &str) -> String {
    ["According to ", publisher, ": true, false, or not stated?"].concat()
}

/// What to do where the prompt does not say it.
pub fn instruction(kind: Kind, several: bool) -> Option<&'static str> {
    match kind {
        Kind::Match => Some("Choose a person, then a quotation; or drag people to their words."),
        Kind::Sequence => Some("Drag the events, or move them with the arrows."),
        Kind::Choice if several => Some("Choose all that are right."),
        _ => None,
    }
}

/// Why an answer can't be sent yet.
pub fn missing(kind: Kind) -> &'static str {
    match kind {
        Kind::Match => "Give every quotation to somebody first.",
        Kind::Sequence => "Move at least one event first: they are not in order yet.",
        Kind::Cloze => "Type a word first.",
        _ => "Choose an answer first.",
    }
}

/// A name within a sentence: that of a source who is not named begins small.
pub fn name(person: &Person) -> String {
    let mut name = person.name.clone();
    if let Some(first) = name.get_mut(..1).filter(|_| person.unnamed) {
        first.make_ascii_lowercase();
    }
    name
}

/// A name with the role of whoever bears it, to begin a sentence with.
pub fn name_and_role(person: &Person) -> String {
    match &person.role {
        Some(role) => [&person.name, ", ", role].concat(),
        None => person.name.clone(),
    }
}

/// The marks around quoted words.
pub const QUOTES: [&str; 2] = ["“", "”"];

/// Words in quotation marks, if they are the speaker's own.
pub fn quoted(words: &str, form: Form) -> String {
    match form {
        Form::Direct => ["“", words, "”"].concat(),
        Form::Reported => words.to_owned(),
    }
}

/// Where a reader is in the quiz.
pub fn progress(at: usize, count: usize) -> String {
    ["Question ", &(at + 1).to_string(), " of ", &count.to_string()].concat()
}

/// A question's name in a list.
pub fn question(at: usize) -> String {
    ["Question ", &(at + 1).to_string()].concat()
}

/// How many questions a quiz has.
pub fn questions(count: u32) -> String {
    counted(count, " question", " questions")
}

/// Points, in words.
pub fn points(points: Points) -> String {
    [&points.earned.to_string(), " of ", &counted(points.possible, " point", " points")].concat()
}

fn counted(count: u32, one: &str, many: &str) -> String {
    count.to_string() + if count == 1 { one } else { many }
}

/// How right an answer is, as its icon and in words.
pub fn rightness(rightness: Option<Rightness>) -> (&'static str, &'static str) {
    match rightness {
        Some(Rightness::Right) => ("✓", "Right"),
        Some(Rightness::Partly) => ("~", "Partly right"),
        Some(Rightness::Wrong) => ("✕", "Not right"),
        None => ("–", NOT_ANSWERED),
    }
}

/// What the result deserves to be told.
pub fn encouragement(points: Points) -> &'static str {
    let tenths = (points.earned * 10).checked_div(points.possible).unwrap_or_default();
    match tenths {
        10 => "Every word where it belongs.",
        8..=9 => "You read closely. A few are worth another look.",
        5..=7 => "More than half. The evidence is below, for the rest.",
        1..=4 => "A hard one. The words below tell what the reports say.",
        _ => "Nothing yet, but now you have read the evidence.",
    }
}

/// The button for a hint.
pub fn hint(cost: u32) -> &'static str {
    if cost == 0 { "Hint (free)" } else { "Hint (costs 1 point)" }
}

/// That a hint was paid for.
pub const HINT_PAID: &str = ", 1 of them for the hint";

/// The sources of a story.
pub fn drawn_from(sources: &[Source]) -> String {
    let mut text = "Drawn from".to_owned();
    for (at, source) in sources.iter().enumerate() {
        text.push_str(if at == 0 { " " } else { "; " });
        text.push_str(&[&source.publisher, ", “", &source.title, "”"].concat());
    }
    text
}

/// A verdict as it is offered.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::True => "True",
        Verdict::False => "False",
        Verdict::NotStated => "Not stated",
    }
}

/// Where a question in the list of open ones stands.
pub fn standing(answered: bool) -> &'static str {
    if answered { "answered" } else { "skipped" }
}

/// The heading of the list of open questions.
pub fn still_open(count: usize) -> String {
    if count == 0 {
        return "You have answered every question".to_owned();
    }
    counted(count as u32, " question is still open", " questions are still open")
}

/// What can be done with the list of open questions.
pub fn open_means(test: bool) -> &'static str {
    if test {
        "Go back to any question, or finish. Your answers can still change."
    } else {
        "Go back to what you skipped, or finish."
    }
}
