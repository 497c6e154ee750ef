//! The facts that come back next: when, and why then.

use verbatim_keep::{Card, Moment, Reviewable, retrievability};
use yew::{Html, html};

use super::data::Data;
use super::part;
use crate::dates::date;
use crate::messages::{Arg, Say, Words};

pub fn view(data: &Data, words: &Words) -> Html {
    if data.coming.is_empty() {
        return Html::default();
    }
    let facts = data.coming.iter().map(|(fact, card)| {
        html! {
            <li key={format!("{} {}", fact.story, fact.fact)}>
                <p class="words-of"><bdi>{&card.label}</bdi></p>
                <p class="sub">{why(fact, card, data.now, words)}</p>
            </li>
        }
    });
    let content =
        html! { <><p class="sub">{words.text(Say::NextMeans)}</p><ol class="facts">{for facts}</ol></> };
    part(words, "coming", Say::Next, content)
}

/// The date, and in words what it goes by: retrievability, stability, difficulty, reviews and lapses.
fn why(fact: &Reviewable, card: &Card, now: Moment, words: &Words) -> String {
    let memory = &card.memory;
    let mut sentences = Vec::new();
    sentences.push(if fact.due < now.start_of(1) {
        words.text(Say::ComesToday).to_owned()
    } else {
        words.fill(Say::ComesOn, &[Arg::Name(&date(fact.due, words.locale()))])
    });
    let recall = (retrievability(memory, now) * 100.0).round() as usize;
    sentences.push(words.fill(Say::Recall, &[Arg::Number(recall)]));
    sentences.push(words.fill(Say::Lasts, &[Arg::Number(memory.stability.round().max(1.0) as usize)]));
    sentences.push(words.text(hardness(memory.difficulty)).to_owned());
    sentences.push(words.fill(Say::Asked, &[Arg::Number(memory.reviews as usize)]));
    if memory.lapses > 0 {
        sentences.push(words.fill(Say::Forgotten, &[Arg::Number(memory.lapses as usize)]));
    }
    sentences.join(" ")
}

/// Difficulty, from 1 to 10, in thirds.
fn hardness(difficulty: f32) -> Say {
    match difficulty {
        easy if easy < 4.0 => Say::Easy,
        middling if middling < 7.0 => Say::Middling,
        _ => Say::Hard,
    }
}
