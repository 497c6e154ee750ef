//! A story that has passed its check: every id resolved to an index, every piece
//! of evidence to the bytes of its passage. Only [`crate::check`] makes one, so
//! what is not checked can't be played.

use crate::date::Period;
use crate::order::Order;
pub use crate::wire::{Form, Kind, Verdict};

/// Defines an index into one of a story's lists. It is made by the check, for
/// things that are there, and is good for the story it was made for.
macro_rules! indices {
    ($($(#[doc = $doc:literal])* $index:ident => $list:ident: $item:ident,)*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $index(u32);

            impl $index {
                pub(crate) fn new(index: usize) -> Self {
                    // A story has fewer things than its file has bytes, and those fit (json::MAX_BYTES).
                    Self(index as u32)
                }

                /// The position in the story's list.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }

            impl std::ops::Index<$index> for Story {
                type Output = $item;

                #[inline(never)]
                fn index(&self, index: $index) -> &$item {
                    &self.$list[index.index()]
                }
            }
        )*
    };
}

indices! {
    /// A source of a story.
    SourceIx => sources: Source,
    /// A passage of a story.
    PassageIx => passages: Passage,
    /// A person of a story.
    PersonIx => people: Person,
    /// A statement of a story.
    StatementIx => statements: Statement,
    /// An event of a story.
    EventIx => events: Event,
    /// A question of a story, written by hand.
    QuestionIx => questions: Question,
    /// A quiz of a story.
    QuizIx => quizzes: Quiz,
}

/// A story that can be played.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The address of the schema, for editors.
    pub(crate) schema: Option<String>,
    /// The story's name in addresses and saved progress.
    pub id: String,
    /// The language of its words, as a BCP 47 tag.
    pub language: String,
    /// What it is called on the screen.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The articles it rests on.
    pub sources: Vec<Source>,
    /// The passages of all sources, those of one source together.
    pub passages: Vec<Passage>,
    /// Everybody who speaks or is spoken of.
    pub people: Vec<Person>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// What happened.
    pub events: Vec<Event>,
    /// What happened before what.
    pub order: Order,
    /// Questions written by hand.
    pub questions: Vec<Question>,
    /// What can be played.
    pub quizzes: Vec<Quiz>,
}

impl Story {
    /// The words of a piece of evidence.
    pub fn words(&self, evidence: Evidence) -> &str {
        self[evidence.passage].text.get(evidence.range()).unwrap_or_default()
    }

    /// The source of a piece of evidence.
    pub fn source_of(&self, evidence: Evidence) -> &Source {
        &self[self[evidence.passage].source]
    }

    /// The quiz with this id.
    pub fn quiz(&self, id: &str) -> Option<QuizIx> {
        self.quizzes.iter().position(|quiz| quiz.id == id).map(QuizIx::new)
    }

    /// The indices of all statements.
    pub fn statement_indices(&self) -> impl Iterator<Item = StatementIx> + use<> {
        (0..self.statements.len()).map(StatementIx::new)
    }

    /// The indices of all events.
    pub fn event_indices(&self) -> impl Iterator<Item = EventIx> + use<> {
        (0..self.events.len()).map(EventIx::new)
    }
}

/// An article, a broadcast or a book.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The source's name within the story.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its headline or title.
    pub title: String,
    /// When it was published.
    pub published: Option<Period>,
    /// Where it can be read: an http or https address.
    pub url: Option<String>,
}

/// A short excerpt of a source, word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The passage's name within the story.
    pub id: String,
    /// Where it is taken from.
    pub source: SourceIx,
    /// The words.
    pub text: String,
}

/// Words within a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The passage in which they stand.
    pub passage: PassageIx,
    /// Where they begin, in bytes.
    pub start: u32,
    /// Where they end, in bytes.
    pub end: u32,
}

impl Evidence {
    /// The bytes of the passage.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Somebody who speaks or is spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The person's name within the story.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// Who that is.
    pub role: Option<String>,
    /// Other ways in which the sources call the person.
    pub aliases: Vec<String>,
    /// Whether the sources leave the name open.
    pub unnamed: bool,
}

/// Words that somebody said.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The statement's name within the story.
    pub id: String,
    /// Who uttered the words.
    pub speaker: PersonIx,
    /// To whom.
    pub to: Option<PersonIx>,
    /// Who passed them on, the nearest to the reader first.
    pub reported_by: Vec<PersonIx>,
    /// Whether they are the speaker's own words.
    pub form: Form,
    /// The words.
    pub quote: Evidence,
    /// The words that say who said it.
    pub attribution: Evidence,
    /// When or where it was said.
    pub context: Option<String>,
    /// A hint that does not name the speaker.
    pub hint: Option<String>,
    /// Words of the quotation worth asking for.
    pub gaps: Vec<Evidence>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The event's name within the story.
    pub id: String,
    /// What happened.
    pub summary: String,
    /// When.
    pub when: Option<Period>,
    /// The words that say that it happened.
    pub evidence: Vec<Evidence>,
}

/// A question, written by hand or drawn from the facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question's name: the author's, or one made of its kind and its facts.
    pub id: String,
    /// A hint that does not give the answer away.
    pub hint: Option<String>,
    /// What is worth knowing once it is answered.
    pub note: Option<String>,
    /// What is asked.
    pub ask: Ask,
}

/// What a question asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Who uttered the words of a statement.
    WhoSaid {
        /// The statement.
        statement: StatementIx,
        /// The people offered beside its speaker; where there are none, they are drawn.
        options: Vec<PersonIx>,
    },
    /// Which words are a person's.
    SaidWhat {
        /// The statement that is theirs.
        statement: StatementIx,
        /// The statements offered beside it; where there are none, they are drawn.
        options: Vec<StatementIx>,
    },
    /// Which quotation is whose.
    Match {
        /// The statements, each by another speaker.
        statements: Vec<StatementIx>,
    },
    /// In which order the events happened.
    Sequence {
        /// The events, in an order that the facts support.
        events: Vec<EventIx>,
    },
    /// Which of two events came first.
    BeforeAfter {
        /// The events.
        events: [EventIx; 2],
        /// What the author says, and the facts confirm.
        first: Option<First>,
    },
    /// Which answer is right, or which several.
    Choice {
        /// The question as it is asked.
        prompt: String,
        /// Whether several answers may be right.
        several: bool,
        /// The answers offered.
        options: Vec<ChoiceOption>,
        /// The words that the right answer rests on.
        evidence: Vec<Evidence>,
    },
    /// What a source says of a claim.
    Verdict {
        /// The claim.
        claim: String,
        /// The source.
        source: SourceIx,
        /// What it says.
        verdict: Verdict,
        /// The words that say so.
        evidence: Vec<Evidence>,
    },
    /// Which word is missing from a quotation.
    Cloze {
        /// The statement.
        statement: StatementIx,
        /// The words left out.
        gap: Evidence,
        /// Other words that count as right.
        accept: Vec<String>,
    },
    /// Which sentence of a passage shows something.
    Proof {
        /// What it shows.
        claim: String,
        /// Words within that sentence.
        evidence: Evidence,
    },
}

impl Ask {
    /// The kind of question.
    pub fn kind(&self) -> Kind {
        match self {
            Self::WhoSaid { .. } => Kind::WhoSaid,
            Self::SaidWhat { .. } => Kind::SaidWhat,
            Self::Match { .. } => Kind::Match,
            Self::Sequence { .. } => Kind::Sequence,
            Self::BeforeAfter { .. } => Kind::BeforeAfter,
            Self::Choice { .. } => Kind::Choice,
            Self::Verdict { .. } => Kind::Verdict,
            Self::Cloze { .. } => Kind::Cloze,
            Self::Proof { .. } => Kind::Proof,
        }
    }

    /// The words that the question rests on beside those of its statements and events.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Choice { evidence, .. } | Self::Verdict { evidence, .. } => evidence,
            Self::Proof { evidence, .. } => std::slice::from_ref(evidence),
            _ => &[],
        }
    }
}

/// What an author says of the order of two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// This event came first.
    Event(EventIx),
    /// The facts leave it open.
    Undecided,
}

/// An answer that a choice offers.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// The answer as it is shown.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// The words that it rests on.
    pub evidence: Vec<Evidence>,
}

/// A quiz: what it asks, and what it draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The quiz's name within the story.
    pub id: String,
    /// What it is called on the screen.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The questions by hand that are always asked.
    pub ask: Vec<QuestionIx>,
    /// How many questions of each kind are drawn.
    pub draw: Vec<(Kind, u32)>,
}
