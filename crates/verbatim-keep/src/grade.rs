//! From an answer to a grade.
//!
//! | the answer has the fact | and | grade |
//! | --- | --- | --- |
//! | wrong | | Again |
//! | right | with a hint, after a retry, or with low confidence | Hard |
//! | right | sure, and quick | Easy |
//! | right | otherwise | Good |
//!
//! Each fact of a question goes by its own right or wrong. Where nobody asked for confidence
//! there is no Easy: a lucky guess is quick too.

use crate::answer::{Answer, Confidence, Fact};
use crate::schedule::Rating;

/// The milliseconds within which an answer is quick, for each fact that it tells of. A question
/// with what it offers has up to 60 words; an adult reads some 240 a minute (Brysbaert, 2019,
/// doi:10.1016/j.jml.2019.104047). Whoever took longer than to read it has thought about it.
pub const QUICK: f64 = 15_000.0;

/// The grade of a fact by an answer.
pub fn grade(answer: &Answer, fact: &Fact) -> Rating {
    let is_quick = answer.milliseconds <= QUICK * answer.facts.len().max(1) as f64;
    if !fact.right {
        Rating::Again
    } else if answer.hinted || answer.retry || answer.confidence == Confidence::Low {
        Rating::Hard
    } else if answer.confidence == Confidence::High && is_quick {
        Rating::Easy
    } else {
        Rating::Good
    }
}

#[cfg(test)]
mod tests {
    use super::{QUICK, grade};
    use crate::answer::{Answer, Confidence, Fact, Points};
    use crate::schedule::Rating;

    fn graded(right: bool, hinted: bool, retry: bool, confidence: Confidence, milliseconds: f64) -> Rating {
        let fact = Fact { fact: "statement:a".into(), label: "“a”".into(), right };
        let answer = Answer {
            question: "who-said:a".into(),
            kind: "who-said".into(),
            response: vec!["b".into()],
            points: Points { earned: u32::from(right), possible: 1 },
            milliseconds,
            hinted,
            retry,
            confidence,
            facts: vec![fact.clone()],
        };
        grade(&answer, &fact)
    }

    #[test]
    fn an_answer_becomes_a_grade() {
        use Confidence::{High, Low, Middle, NotAsked};
        for confidence in [NotAsked, Low, Middle, High] {
            assert_eq!(graded(false, false, false, confidence, 1.0), Rating::Again);
            assert_eq!(graded(false, true, true, confidence, 1.0), Rating::Again);
            assert_eq!(graded(true, true, false, confidence, 1.0), Rating::Hard);
            assert_eq!(graded(true, false, true, confidence, 1.0), Rating::Hard);
        }
        assert_eq!(graded(true, false, false, Low, 1.0), Rating::Hard);
        assert_eq!(graded(true, false, false, NotAsked, 1.0), Rating::Good);
        assert_eq!(graded(true, false, false, Middle, 1.0), Rating::Good);
        assert_eq!(graded(true, false, false, High, QUICK), Rating::Easy);
        assert_eq!(graded(true, false, false, High, QUICK + 1.0), Rating::Good);
        assert_eq!(graded(true, false, false, High, f64::NAN), Rating::Good);
    }
}
