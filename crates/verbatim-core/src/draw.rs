//! Drawing a quiz: which questions, in which order. The same story, quiz and
//! seed give the same questions everywhere.

use crate::dice::Dice;
use crate::kind::deal::{Dealer, Usage};
use crate::kind::{self, is_askable, is_same};
use crate::model::{Ask, Kind, Question, QuestionIx, QuizIx, Story};
use crate::pose::{Origin, Posed};

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
    let mut wanted: Vec<(usize, Kind, u32)> = quiz
        .draw
        .iter()
        .map(|(kind, count)| {
            let pool = pool(*kind, story, &usage, &mut dealer);
            (pool.len(), *kind, *count)
        })
        .collect();
    wanted.sort_unstable();
    for (_, kind, count) in wanted {
        let before = chosen.len();
        let mut candidates = pool(kind, story, &usage, &mut dealer);
        for _ in 0..count {
            if is_made_anew(kind) && chosen.len() > before {
                candidates = pool(kind, story, &usage, &mut dealer);
            }
            let fresh = candidates
                .iter()
                .enumerate()
                .filter(|(_, one)| !chosen.iter().any(|other| is_same(ask(one, story), ask(other, story))));
            let least = fresh.min_by_key(|(_, one)| usage.of(ask(one, story)));
            let Some((index, _)) = least else { break };
            let origin = candidates.swap_remove(index);
            usage.add(ask(&origin, story));
            chosen.push(origin);
        }
    }
    dealer.dice.shuffle(&mut chosen[asked..]);
    let posed = chosen.into_iter().map(|origin| {
        let question = match &origin {
            Origin::Written(index) => &story[*index],
            Origin::Drawn(question) => question,
        };
        let task = kind::task(question, story, &mut dealer);
        Posed { origin, task }
    });
    arrange::arrange(posed.filter(is_askable).collect(), story)
}

/// Kinds whose candidates are a random few, made with regard to what is used already.
fn is_made_anew(kind: Kind) -> bool {
    matches!(kind, Kind::Match | Kind::Sequence | Kind::BeforeAfter)
}

/// What there is to draw of a kind: from the author's hand and from the facts, shuffled.
fn pool(kind: Kind, story: &Story, usage: &Usage, dealer: &mut Dealer) -> Vec<Origin> {
    let written = story.questions.iter().enumerate().filter(|(_, question)| question.ask.kind() == kind);
    let written: Vec<Origin> = written.map(|(index, _)| Origin::Written(QuestionIx::new(index))).collect();
    let from_hand = written.len();
    let drawn = kind::candidates(kind, story, usage, dealer);
    let drawn = drawn.into_iter().map(|question| Origin::Drawn(Box::new(question)));
    let mut pool: Vec<Origin> = written.into_iter().chain(drawn).collect();
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
    let question: &Question = match origin {
        Origin::Written(index) => &story[*index],
        Origin::Drawn(question) => question,
    };
    &question.ask
}
