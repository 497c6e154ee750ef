//! What is told of an answer.

use verbatim_core::model::{Person, Verdict};

use super::{counted, name, name_and_role};

/// The right verdict, as a sentence.
pub fn verdict_is(verdict: Verdict, publisher: &str) -> String {
    match verdict {
        Verdict::True => ["True: ", publisher, " says so."],
        Verdict::False => ["False: ", publisher, " says otherwise."],
        Verdict::NotStated => ["Not stated: ", publisher, " does not say. The nearest that it comes:"],
    }
    .concat()
}

/// Who said some words, and who passed them on.
pub fn said_by(speaker: &Person, passed_on: &[&Person]) -> String {
    let comma = if speaker.role.is_some() { "," } else { "" };
    let mut text = [&name_and_role(speaker), comma, " said this."].concat();
    for person in passed_on {
        text.push(' ');
        text.push_str(&person.name);
        text.push_str(" passed the words on.");
    }
    text
}

/// Who said which words.
pub fn said(speaker: &Person, words: &str) -> String {
    [&speaker.name, ": ", words].concat()
}

/// What the reader chose, before what it rests on.
pub fn you_chose(answer: &str) -> String {
    ["You chose ", answer, ". "].concat()
}

/// That somebody said other words.
pub fn said_instead(person: &Person) -> String {
    [&person.name, " said this instead:"].concat()
}

/// That somebody passed on the words of somebody else.
pub fn passed_on(person: &Person, speaker: &Person) -> String {
    [&person.name, " passed these words on; they are ", &name(speaker), "’s."].concat()
}

/// That the words chosen are somebody's.
pub fn said_that(person: &Person) -> String {
    [&person.name, " said that:"].concat()
}

/// What the words of a wrong option rest on.
pub const CHOICE_RESTS: &str = "The words behind that:";

/// The right answers to a choice, after this.
pub fn right_answers(count: usize) -> &'static str {
    if count == 1 { "Right answer: " } else { "Right answers: " }
}

/// The missing words.
pub fn the_word_is(words: &str) -> String {
    let label = if words.contains(' ') { "The missing words: “" } else { "The missing word: “" };
    [label, words, "”."].concat()
}

/// Whom the reader gave a quotation to.
pub fn you_gave(person: &Person) -> String {
    ["You gave it to ", &name(person), ". "].concat()
}

/// How many pairs an order has right.
pub fn pairs(earned: u32, possible: u32, lost: usize) -> String {
    let of = [&earned.to_string(), " of ", &counted(possible, " pair", " pairs"), " in order"].concat();
    match lost {
        0 => [&of, "."].concat(),
        1 => [&of, "; this one costs a point:"].concat(),
        _ => [&of, "; these ", &lost.to_string(), " cost a point each:"].concat(),
    }
}

/// How many pairs the reports leave open.
pub fn open_pairs(count: usize) -> String {
    let count = count as u32;
    let of = if count == 1 {
        " pair. Either order of it was fine."
    } else {
        " pairs. Any order of those was fine."
    };
    ["The reports leave open ", &count.to_string(), of].concat()
}

/// That two dates decide an order.
pub fn by_dates(before: &str, after: &str) -> String {
    ["By their dates: ", before, "; ", after, "."].concat()
}

/// The name of a long chain of reasons.
pub fn in_steps(steps: usize) -> String {
    ["The words behind it, in ", &steps.to_string(), " steps"].concat()
}

/// Between an event and a later one.
pub const CAME_BEFORE: &str = " came before ";
