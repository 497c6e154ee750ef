//! Drawing a quiz: which questions, in which order. The same story, quiz and
//! seed give the same questions everywhere.

use std::rc::Rc;

use crate::dice::Dice;
use crate::kind::deal::{Dealer, Usage};
use crate::kind::{self, is_askable, is_same};
use crate::model::{Ask, Kind, Question, QuestionIx, QuizIx, Story};
use crate::pose::{Origin, Posed};
use crate::sort::insertion_sort;

mod arrange;

/// The questions of a quiz, as they are put to a reader.
pub fn draw(story: &Story, quiz: QuizIx, seed: u32) -> Vec<Posed> {
    let quiz = &story[quiz];
    let mut dealer = Dealer::new(Dice::new(seed, &quiz.id));
    let mut usage = Usage::new(story);
    let mut chosen: Vec<Origin> = quiz.ask.iter().copied().map(Origin::Written).collect();
    for origin in &chosen {
        usage.add(ask(origin, story));
    }
    let asked = chosen.len();
    // Kinds with the least to choose from go first, so that others leave them something.
    let mut wanted: Vec<(usize, Kind, u32)> = Vec::with_capacity(quiz.draw.len());
    for (kind, count) in &quiz.draw {
        let available = pool(*kind, story, &usage, &chosen, &mut dealer).len();
        wanted.push((available, *kind, *count));
    }
    insertion_sort(&mut wanted, |one, other| (one.0, one.1) < (other.0, other.1));
    for (_, kind, count) in wanted {
        let mut candidates = pool(kind, story, &usage, &chosen, &mut dealer);
        for drawn in 0..count {
            if is_made_anew(kind) && drawn > 0 {
                candidates = pool(kind, story, &usage, &chosen, &mut dealer);
            }
            let Some(index) = least_used(&candidates, &usage, story) else { break };
            let candidate = candidates.swap_remove(index);
            // What an author asks and what the facts give may be the same.
            candidates.retain(|other| {
                other.is_written() == candidate.is_written()
                    || !is_same(candidate.ask(story), other.ask(story))
            });
            usage.add(candidate.ask(story));
            chosen.push(candidate.origin(story));
        }
    }
    dealer.dice.shuffle(&mut chosen[asked..]);
    let mut posed = Vec::with_capacity(chosen.len());
    for origin in chosen {
        let task = kind::task(question(&origin, story), story, &mut dealer);
        if is_askable(&task) {
            posed.push(Posed { origin, task });
        }
    }
    arrange::arrange(posed, story)
}

/// A question that may be chosen. What is drawn becomes one only then: there are many for each.
enum Candidate {
    Written(QuestionIx),
    Drawn(Ask),
}

impl Candidate {
    fn is_written(&self) -> bool {
        matches!(self, Self::Written(_))
    }

    fn ask<'a>(&'a self, story: &'a Story) -> &'a Ask {
        match self {
            Self::Written(index) => &story[*index].ask,
            Self::Drawn(ask) => ask,
        }
    }

    fn origin(self, story: &Story) -> Origin {
        match self {
            Self::Written(index) => Origin::Written(index),
            Self::Drawn(ask) => Origin::Drawn(Rc::new(kind::drawn(ask, story))),
        }
    }
}

/// Kinds whose candidates are a random few, made with regard to what is used already.
fn is_made_anew(kind: Kind) -> bool {
    matches!(kind, Kind::Match | Kind::Sequence | Kind::BeforeAfter)
}

/// The first of the candidates that use least what is used already.
fn least_used(candidates: &[Candidate], usage: &Usage, story: &Story) -> Option<usize> {
    let mut least = None;
    for (index, candidate) in candidates.iter().enumerate() {
        let used = usage.of(candidate.ask(story));
        if least.is_none_or(|(_, other)| used < other) {
            least = Some((index, used));
        }
        if used == 0 {
            break;
        }
    }
    least.map(|(index, _)| index)
}

/// What there is to draw of a kind and is not chosen yet: from the author's hand
/// and from the facts, shuffled.
fn pool(kind: Kind, story: &Story, usage: &Usage, chosen: &[Origin], dealer: &mut Dealer) -> Vec<Candidate> {
    let mut free = vec![true; story.questions.len()];
    let mut same_kind = Vec::new();
    for origin in chosen {
        if let Origin::Written(index) = origin {
            free[index.index()] = false;
        }
        if ask(origin, story).kind() == kind {
            same_kind.push(ask(origin, story));
        }
    }
    let mut pool = Vec::new();
    for (index, question) in story.questions.iter().enumerate() {
        if question.ask.kind() == kind && free[index] {
            pool.push(Candidate::Written(QuestionIx::new(index)));
        }
    }
    let from_hand = pool.len();
    for ask in kind::candidates(kind, story, usage, dealer) {
        if !same_kind.iter().any(|other| is_same(&ask, other)) {
            pool.push(Candidate::Drawn(ask));
        }
    }
    if !is_made_anew(kind) {
        dealer.dice.shuffle(&mut pool);
    } else if dealer.dice.below(2) == 0 {
        // Candidates that are made anew come with the best first and stay so; those
        // by hand, one time of two, come after them.
        pool.rotate_left(from_hand);
    }
    pool
}

fn ask<'a>(origin: &'a Origin, story: &'a Story) -> &'a Ask {
    &question(origin, story).ask
}

fn question<'a>(origin: &'a Origin, story: &'a Story) -> &'a Question {
    match origin {
        Origin::Written(index) => &story[*index],
        Origin::Drawn(question) => question,
    }
}
