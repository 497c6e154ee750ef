//! Everything that was collected, and what it comes to: who handed in what, what was handed in
//! twice or again, what can't be counted and why, and who is missing. Finding codes in text is
//! left to `find`, comparing what was handed in to `sheet`.
//!
//! What is collected are sets of codes as they are written. So to collect something again adds
//! nothing, and what two devices collected comes to the same whichever joins the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::score::Decompose;
use verbatim_core::session::{Mode, Session};

use crate::code::{Code, Mismatch};
use crate::find::{Damage, Fault, Found, What, find};
use crate::roster::{Roster, name_key};
use crate::submission::{Edition, Head, Submission, Who, drawn, drawn_mark, quiz_of};

/// What was collected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Collection {
    /// Every whole code, as it is written.
    pub codes: BTreeSet<String>,
    /// Codes that a later release wrote.
    #[serde(default)]
    pub newer: BTreeSet<String>,
    /// Codes that were damaged, as they stood in the text.
    #[serde(default)]
    pub damaged: BTreeSet<String>,
    /// The class list, as it was pasted.
    #[serde(default)]
    pub roster: String,
}

/// What a text brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Codes that were not there before.
    pub new: usize,
    /// Codes that were there, in the text before or from earlier.
    pub doubles: Vec<Code>,
    /// Codes that a later release wrote.
    pub newer: usize,
    /// Codes that are damaged, each with its line.
    pub damaged: Vec<(usize, Damage)>,
    /// Of whole codes what is not as it was written beside their groups, with their lines.
    pub slips: Vec<(usize, Vec<Fault>)>,
}

impl Collection {
    /// Takes up every code of a text.
    pub fn collect(&mut self, text: &str) -> Brought {
        let (more, brought) = self.look(text);
        self.join(more);
        brought
    }

    /// What a text has, and what that brings to what is there.
    pub fn look(&self, text: &str) -> (Self, Brought) {
        let (mut more, mut brought) = (Self::default(), Brought::default());
        for Found { line, what, slips } in find(text) {
            if !slips.is_empty() {
                brought.slips.push((line, slips));
            }
            match what {
                What::Whole(code) => {
                    let is_there = self.codes.contains(code.text());
                    match !is_there && more.codes.insert(code.text().to_owned()) {
                        true => brought.new += 1,
                        false => brought.doubles.push(code),
                    }
                }
                What::Newer { text, .. } => {
                    more.newer.insert(one_line(&text));
                    brought.newer += 1;
                }
                What::Damaged(damage) => {
                    more.damaged.insert(one_line(&damage.text));
                    brought.damaged.push((line, damage));
                }
            }
        }
        (more, brought)
    }

    /// Joins what was collected elsewhere. Of two class lists the longer one stays.
    pub fn join(&mut self, other: Self) {
        self.codes.extend(other.codes);
        self.newer.extend(other.newer);
        self.damaged.extend(other.damaged);
        if (other.roster.len(), &other.roster) > (self.roster.len(), &self.roster) {
            self.roster = other.roster;
        }
    }
}

/// A change of what is collected. Each is made anew to what is kept, whoever else changed that
/// meanwhile, so that nothing is ever written over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// This is joined.
    Join(Collection),
    /// The class list is another.
    Roster(String),
    /// A damaged code is no longer of interest.
    Dismiss(String),
    /// All of it is erased.
    Erase,
}

impl Change {
    /// Makes the change.
    pub fn make(self, collection: &mut Collection) {
        match self {
            Self::Join(other) => collection.join(other),
            Self::Roster(text) => collection.roster = text,
            Self::Dismiss(text) => {
                let is_it = |kept: &String| kept.split_whitespace().eq(text.split_whitespace());
                collection.damaged.retain(|kept| !is_it(kept));
            }
            Self::Erase => *collection = Collection::default(),
        }
    }
}

/// A code's text without ends of lines, so that it is the same wherever it was broken.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A story that what is collected may be of.
#[derive(Clone, Debug)]
pub struct Known {
    /// The story.
    pub story: Rc<Story>,
    /// Which edition of it.
    pub edition: Edition,
}

/// Which of a pupil's attempts counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// The first.
    #[default]
    First,
    /// The last.
    Last,
}

/// What a collection comes to.
#[derive(Clone, Debug, Default)]
pub struct Class {
    /// The quizzes that were handed in, those with the most pupils first.
    pub sets: Vec<Set>,
    /// Codes that can't be counted, and why.
    pub unused: Vec<(Code, Mismatch)>,
    /// Codes that a later release wrote.
    pub newer: Vec<String>,
    /// Codes that are damaged and were not handed in whole as well.
    pub damaged: Vec<Damage>,
    /// The class list.
    pub roster: Roster,
}

/// What was handed in of one quiz.
#[derive(Clone, Debug)]
pub struct Set {
    /// The story.
    pub story: Rc<Story>,
    /// The quiz.
    pub quiz: QuizIx,
    /// What was handed in, a pupil's attempts one after another.
    pub handed: Vec<Handed>,
    /// The places in the class list of whom nothing was handed in.
    pub missing: Vec<usize>,
}

/// What a pupil handed in.
#[derive(Clone, Debug)]
pub struct Handed {
    /// The code.
    pub code: String,
    /// The pupil.
    pub pupil: Pupil,
    /// Which of the pupil's attempts it is, from 1 on.
    pub attempt: usize,
    /// Whether it is the one that counts.
    pub counts: bool,
    /// What was handed in.
    pub submission: Submission,
    /// The quiz as it was played.
    pub session: Session,
}

/// Whose something is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pupil {
    /// A pupil of the class list, by place.
    Listed(usize),
    /// Somebody who is not in the list, by what they gave for a name.
    Other(Who),
    /// One of those who gave no name, from 1 on.
    Unnamed(usize),
}

impl Class {
    /// What a collection comes to, with the stories that are at hand and the quizzes that were
    /// drawn before.
    pub fn of(
        collection: &Collection,
        known: &[Known],
        counting: Counting,
        quizzes: &mut Drawn,
        decompose: Decompose,
    ) -> Self {
        let roster = Roster::read(&collection.roster, decompose);
        let mut class = Self { newer: collection.newer.iter().cloned().collect(), ..Self::default() };
        let mut sets: BTreeMap<(usize, QuizIx), Vec<Played>> = BTreeMap::new();
        for text in &collection.codes {
            let Some(code) = whole(text) else { continue };
            match quizzes.play(&code, known, decompose) {
                Ok((at, submission, session)) => {
                    sets.entry((at, session.quiz())).or_default().push(Played {
                        submission,
                        session,
                        code: text.clone(),
                    });
                }
                Err(mismatch) => class.unused.push((code, mismatch)),
            }
        }
        for text in &collection.damaged {
            for found in find(text) {
                if let What::Damaged(damage) = found.what
                    && !damage.repaired.as_ref().is_some_and(|code| collection.codes.contains(code.text()))
                {
                    class.damaged.push(damage);
                }
            }
        }
        for ((at, quiz), handed) in sets {
            let Some(known) = known.get(at) else { continue };
            let handed = attempts(handed, &roster, counting, decompose);
            let is_missing = |place: &usize| !handed.iter().any(|one| one.pupil == Pupil::Listed(*place));
            let missing = (0..roster.pupils.len()).filter(is_missing).collect();
            class.sets.push(Set { story: known.story.clone(), quiz, handed, missing });
        }
        class.sets.sort_by_key(|set| std::cmp::Reverse(set.handed.len()));
        class.roster = roster;
        class
    }

    /// What a pupil is called; nothing for one without a name.
    pub fn name(&self, pupil: &Pupil) -> String {
        match pupil {
            Pupil::Listed(place) => self.roster.pupils.get(*place).map_or_else(String::new, |pupil| {
                if pupil.name.is_empty() {
                    pupil.number.map_or_else(String::new, |number| number.to_string())
                } else {
                    pupil.name.clone()
                }
            }),
            Pupil::Other(Who::Name(name)) => name.clone(),
            Pupil::Other(Who::Number(number)) => number.to_string(),
            Pupil::Other(Who::Nobody) | Pupil::Unnamed(_) => String::new(),
        }
    }
}

/// The code that a text is, if it is one.
pub fn whole(text: &str) -> Option<Code> {
    find(text).into_iter().find_map(|found| match found.what {
        What::Whole(code) => Some(code),
        _ => None,
    })
}

/// What was handed in, as it was played.
struct Played {
    submission: Submission,
    session: Session,
    code: String,
}

/// Quizzes that were drawn already: a class plays few, and to draw one takes longest.
#[derive(Default)]
pub struct Drawn(HashMap<Draw, Option<(Session, u16)>>);

/// What a quiz is drawn by.
#[derive(PartialEq, Eq, Hash)]
struct Draw {
    edition: Edition,
    quiz: u16,
    seed: u32,
    count: u8,
    is_test: bool,
}

impl Drawn {
    fn play(
        &mut self,
        code: &Code,
        known: &[Known],
        decompose: Decompose,
    ) -> Result<(usize, Submission, Session), Mismatch> {
        let Head { quiz, seed, count, mode, .. } = code.head;
        let mut why = Mismatch::OtherStory;
        for (at, one) in known.iter().enumerate() {
            if let Err(mismatch) = code.is_of(one.edition) {
                if mismatch == Mismatch::OtherEdition {
                    why = mismatch;
                }
                continue;
            }
            let blank = self
                .0
                .entry(Draw { edition: one.edition, quiz, seed, count, is_test: mode == Mode::Test })
                .or_insert_with(|| {
                    let session =
                        drawn(&one.story, quiz_of(&one.story, quiz)?, seed, count.into(), mode, decompose);
                    let mark = drawn_mark(&session);
                    Some((session, mark))
                });
            let (session, mark) = blank.as_ref().ok_or(Mismatch::NoSuchQuiz)?;
            let submission = code.open_on(session, *mark)?;
            let played = submission.play_on(session);
            return Ok((at, submission, played));
        }
        Err(why)
    }
}

/// Whose each is, and which of their attempts.
fn attempts(handed: Vec<Played>, roster: &Roster, counting: Counting, decompose: Decompose) -> Vec<Handed> {
    let mut nobody = 0;
    let mut names: HashMap<String, Who> = HashMap::new();
    let mut by_pupil: BTreeMap<Pupil, Vec<Played>> = BTreeMap::new();
    let mut handed = handed;
    // The order of the codes' texts is chance; that of their beginnings is not.
    handed.sort_by(|one, other| {
        (one.submission.head.begun, &one.code).cmp(&(other.submission.head.begun, &other.code))
    });
    for played in handed {
        let who = &played.submission.head.who;
        let key = match who {
            Who::Name(name) => name_key(name, decompose),
            _ => String::new(),
        };
        let pupil = match (roster.place(who, decompose), who) {
            (Some(place), _) => Pupil::Listed(place),
            (None, Who::Number(_)) => Pupil::Other(who.clone()),
            // The same name is written in more than one way.
            (None, Who::Name(_)) if !key.is_empty() => {
                Pupil::Other(names.entry(key).or_insert_with(|| who.clone()).clone())
            }
            (None, _) => {
                nobody += 1;
                Pupil::Unnamed(nobody)
            }
        };
        by_pupil.entry(pupil).or_default().push(played);
    }
    let mut all = Vec::new();
    for (pupil, attempts) in by_pupil {
        let counted = match counting {
            Counting::First => 0,
            Counting::Last => attempts.len() - 1,
        };
        for (at, Played { submission, session, code }) in attempts.into_iter().enumerate() {
            let (pupil, attempt) = (pupil.clone(), at + 1);
            all.push(Handed { code, pupil, attempt, counts: at == counted, submission, session });
        }
    }
    all
}
