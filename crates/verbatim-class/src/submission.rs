//! What a pupil hands in: which quiz was drawn how, who answered it, and every answer; never the
//! points, which are counted again. How it is written as a code is left to `code`.

use std::rc::Rc;

use verbatim_core::digest::digest;
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::pose::{Posed, Response};
use verbatim_core::score::Decompose;
use verbatim_core::session::{Action, Mode, Session, Standing};

/// What a pupil hands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    /// What can be told of it without its story.
    pub head: Head,
    /// What was done at each question, in the order in which the core draws them.
    pub answers: Vec<Answer>,
}

/// What can be told of a submission without its story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The story.
    pub edition: Edition,
    /// The quiz: a hash of its id.
    pub quiz: u16,
    /// The questions that were drawn: a hash of them and of their answers, 10 bits. Another
    /// release of Verbatim may draw others by the same seed.
    pub drawn: u16,
    /// The seed.
    pub seed: u32,
    /// How many questions were asked.
    pub count: u8,
    /// When feedback was shown.
    pub mode: Mode,
    /// Whether the pupil was asked how sure they are.
    pub confidence: bool,
    /// When the quiz was begun.
    pub begun: Begun,
    /// Who answered.
    pub who: Who,
}

/// An edition of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edition {
    /// A hash of the story's id, 12 bits: the same in all its editions.
    pub story: u16,
    /// A hash of its file, 30 bits.
    pub digest: u32,
}

impl Edition {
    /// The edition of a story's file, by its digest ([`digest`]).
    pub fn new(story: &Story, digest: &str) -> Self {
        Self { story: folded(&story.id, 12) as u16, digest: fold(number(digest), 30) as u32 }
    }
}

/// When a quiz was begun, in minutes since 2025 began (UTC): what tells attempts apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Begun(pub u32);

impl Begun {
    /// Milliseconds from 1970 to 2025.
    const ZERO: f64 = 1_735_689_600_000.0;
    /// How many bits it takes: until 2088.
    pub const BITS: usize = 25;

    /// The minute of a moment in milliseconds since 1970; the nearest there is, where a clock
    /// is far off.
    pub fn at(milliseconds: f64) -> Self {
        let minutes = ((milliseconds - Self::ZERO) / 60_000.0).floor();
        Self(minutes.clamp(0.0, ((1_u32 << Self::BITS) - 1).into()) as u32)
    }

    /// When the minute begins, in milliseconds since 1970.
    pub fn milliseconds(self) -> f64 {
        f64::from(self.0) * 60_000.0 + Self::ZERO
    }
}

/// Who hands in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Nobody was asked.
    #[default]
    Nobody,
    /// A number of the teacher's list.
    Number(u32),
    /// A name.
    Name(String),
}

/// What was done at a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What became of it.
    pub done: Done,
    /// Whether the hint was asked for.
    pub hinted: bool,
    /// How sure the pupil was, where they said so.
    pub confidence: Option<Confidence>,
    /// How long the question was on the screen.
    pub spent: Spent,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// It was not seen.
    Unseen,
    /// It was passed over.
    Skipped,
    /// It was answered.
    Answered(Response),
}

/// How sure a pupil is that an answer is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Not sure.
    Low,
    /// Rather sure.
    Middle,
    /// Sure.
    High,
}

impl Confidence {
    /// All levels.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];
}

/// A time in seven bits: in seconds up to 32, then with an error of a 32nd at the most, up to
/// [`Spent::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spent(u8);

impl Spent {
    /// How many bits it takes.
    pub const BITS: usize = 7;
    /// The longest time, in seconds: half an hour and three minutes.
    pub const MOST: u32 = Self((1 << Self::BITS) - 1).seconds();

    /// The nearest of the times that there are, the longer of two.
    pub fn of(milliseconds: f64) -> Self {
        let seconds = milliseconds.max(0.0) / 1000.0;
        let off = |time: Self| (f64::from(time.seconds()) - seconds).abs();
        (0..1 << Self::BITS)
            .map(Self)
            .rev()
            .min_by(|one, other| off(*one).total_cmp(&off(*other)))
            .unwrap_or_default()
    }

    /// The time of its seven bits.
    pub fn from_bits(bits: u64) -> Self {
        Self((bits & 0x7f) as u8)
    }

    /// Its seven bits.
    pub fn bits(self) -> u64 {
        self.0.into()
    }

    /// In seconds: four bits after a leading one, and three for how often they are doubled.
    pub const fn seconds(self) -> u32 {
        let (exponent, mantissa) = (self.0 >> 4, (self.0 & 15) as u32);
        match exponent {
            0 => mantissa,
            _ => (16 + mantissa) << (exponent - 1),
        }
    }
}

/// What is handed in, as a page tells it.
#[derive(Clone, Debug)]
pub struct Sitting<'a> {
    /// The digest of the story's file.
    pub digest: &'a str,
    /// The quiz.
    pub quiz: QuizIx,
    /// The seed.
    pub seed: u32,
    /// How many questions were asked at most; all of the quiz where that is none.
    pub count: Option<usize>,
    /// When feedback was shown.
    pub mode: Mode,
    /// Whether the pupil was asked how sure they are.
    pub confidence: bool,
    /// When it was begun, in milliseconds since 1970.
    pub begun: f64,
    /// Who answered.
    pub who: Who,
    /// What was done at the questions that were seen, in any order.
    pub told: Vec<Told>,
}

/// What was done at a question, by ids: so it does not matter in which order things were shown,
/// but for quotations to match ([`as_the_class`](crate::shuffle::as_the_class)).
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The question's id.
    pub question: String,
    /// The response ([`Response::items`]); nothing where the question was skipped.
    pub response: Option<Vec<String>>,
    /// Whether the hint was asked for.
    pub hinted: bool,
    /// How sure the pupil was, where they said so.
    pub confidence: Option<Confidence>,
    /// How long the question was on the screen.
    pub milliseconds: f64,
}

impl Submission {
    /// What is handed in of a sitting. What was told of a question that is not drawn, or is not
    /// a whole response to it, counts as not done.
    pub fn new(story: &Rc<Story>, sitting: Sitting<'_>) -> Self {
        let Sitting { digest, quiz, seed, count, mode, confidence, begun, who, told } = sitting;
        let session = drawn(story, quiz, seed, count.unwrap_or(usize::MAX), mode, str::to_owned);
        let answers = session.questions().iter().map(|posed| answer(story, posed, &told, confidence));
        Self {
            head: Head {
                edition: Edition::new(story, digest),
                quiz: quiz_mark(story, quiz),
                drawn: drawn_mark(&session),
                seed,
                count: session.questions().len() as u8,
                mode,
                confidence,
                begun: Begun::at(begun),
                who,
            },
            answers: answers.collect(),
        }
    }

    /// The sitting of a session as it stands, with what a session does not know: how sure the
    /// pupil was of each question and how many milliseconds it was on the screen.
    pub fn told(session: &Session, beside: &[(Option<Confidence>, f64)]) -> Vec<Told> {
        let story: &Story = session.story();
        let seen = session.questions().iter().enumerate();
        let seen = seen.filter(|(at, _)| session.standing(*at) != Standing::Unseen);
        seen.map(|(at, posed)| {
            let answered = session.standing(at) == Standing::Answered;
            let response = session.response(at).filter(|_| answered);
            let (confidence, milliseconds) = beside.get(at).copied().unwrap_or_default();
            Told {
                question: posed.question(story).id.clone(),
                response: response.map(|response| response.items(&posed.task, story)),
                hinted: session.is_hinted(at),
                confidence,
                milliseconds,
            }
        })
        .collect()
    }

    /// Plays a quiz as it was played: the finished session, from which the core counts points.
    /// `None` where the quiz is not one of the story's.
    pub fn play(&self, story: &Rc<Story>, decompose: Decompose) -> Option<Session> {
        let quiz = quiz_of(story, self.head.quiz)?;
        let Head { seed, count, mode, .. } = self.head;
        Some(self.play_on(&drawn(story, quiz, seed, count.into(), mode, decompose)))
    }

    /// The same on a session that was drawn before, with nothing done in it yet.
    pub fn play_on(&self, session: &Session) -> Session {
        let mut session = session.clone();
        for (at, answer) in self.answers.iter().enumerate() {
            session.take_turn(at, &turn(answer));
        }
        session.apply(Action::Finish)
    }
}

/// The session of a quiz at its first question, as all draw it.
pub(crate) fn drawn(
    story: &Rc<Story>,
    quiz: QuizIx,
    seed: u32,
    count: usize,
    mode: Mode,
    decompose: Decompose,
) -> Session {
    // More than a code has room for is not asked.
    Session::new(story.clone(), quiz, seed, mode, decompose).at_most(count.min(u8::MAX.into()))
}

/// A hash of what is asked and offered, 10 bits.
pub(crate) fn drawn_mark(session: &Session) -> u16 {
    let story: &Story = session.story();
    let mut text = String::new();
    for posed in session.questions() {
        text.push_str(&posed.question(story).id);
        for item in posed.task.items(story) {
            text.push('\n');
            text.push_str(&item);
        }
        text.push('\0');
    }
    folded(&text, 10) as u16
}

/// The hash of a quiz's id.
pub(crate) fn quiz_mark(story: &Story, quiz: QuizIx) -> u16 {
    folded(&story[quiz].id, 16) as u16
}

/// The quiz of a hash.
pub(crate) fn quiz_of(story: &Story, mark: u16) -> Option<QuizIx> {
    let quiz = story.quizzes.iter().find(|quiz| folded(&quiz.id, 16) as u16 == mark)?;
    story.quiz(&quiz.id)
}

/// As [`Session::turn`] tells it.
fn turn(answer: &Answer) -> String {
    let mut items = Vec::new();
    let standing = match &answer.done {
        Done::Unseen => 'u',
        Done::Skipped => 's',
        Done::Answered(response) => {
            match response {
                Response::One(chosen) => items.extend(chosen.map(|at| at.to_string())),
                Response::Several(chosen) => {
                    let chosen = chosen.iter().enumerate().filter(|(_, chosen)| **chosen);
                    items.extend(chosen.map(|(at, _)| at.to_string()));
                }
                Response::Match(given) => {
                    items.extend(given.iter().map(|at| at.map(|at| at.to_string()).unwrap_or_default()));
                }
                Response::Arrange { order, .. } => items.extend(order.iter().map(usize::to_string)),
                Response::Type(typed) => items.push(typed.clone()),
            }
            'a'
        }
    };
    let hinted = if answer.hinted { 'h' } else { '-' };
    format!("{standing}{hinted} {}", items.join(" "))
}

fn answer(story: &Story, posed: &Posed, told: &[Told], asks_confidence: bool) -> Answer {
    let question = posed.question(story);
    let Some(told) = told.iter().find(|told| told.question == question.id) else {
        return Answer { done: Done::Unseen, hinted: false, confidence: None, spent: Spent::default() };
    };
    let response = told.response.as_ref().and_then(|items| {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        Response::of_items(&items, &posed.task, story).map(short)
    });
    let done = response.filter(|response| posed.task.is_answered(response));
    let done = done.map_or(Done::Skipped, Done::Answered);
    let confidence = told.confidence.filter(|_| asks_confidence && matches!(done, Done::Answered(_)));
    let hinted = told.hinted && question.hint.is_some();
    Answer { done, hinted, confidence, spent: Spent::of(told.milliseconds) }
}

/// The most letters of typed words that are handed in: no gap is near as long.
const LETTERS: usize = 200;

/// Typed words as they are handed in: space makes no difference to their points.
fn short(response: Response) -> Response {
    match response {
        Response::Type(typed) => {
            let words: Vec<&str> =
                typed.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
            let typed: String = words.join(" ").chars().take(LETTERS).collect();
            Response::Type(typed.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        other => other,
    }
}

/// The number that a digest is.
fn number(digest: &str) -> u64 {
    u64::from_str_radix(digest, 16).unwrap_or_default()
}

fn folded(text: &str, bits: u32) -> u64 {
    fold(number(&digest(text.as_bytes())), bits)
}

/// So many bits of a hash, by folding it (FNV, "Changing the FNV hash size", RFC 9923).
fn fold(hash: u64, bits: u32) -> u64 {
    let mut folded = 0;
    let mut rest = hash;
    while rest > 0 {
        folded ^= rest & ((1 << bits) - 1);
        rest >>= bits;
    }
    folded
}
