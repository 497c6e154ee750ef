//! Questions written by hand: a record for each kind, told apart by the field `kind`.

use super::{Kind, Selector};
use crate::finding::Problem;
use crate::json::{Path, Reader, Writer};
use crate::record::{Wire, choice_of_names, record};

/// Defines the record of a kind of question, with the fields that all kinds share.
macro_rules! question {
    ($(#[doc = $doc:literal])* $name:ident { $($rest:tt)* }) => {
        record! {
            $(#[doc = $doc])*
            pub struct $name {
                /// The question's name within the story.
                id: String,
                /// A hint that does not give the answer away.
                hint: Option<String>,
                /// What is worth knowing once it is answered, shown beside the excerpt.
                note: Option<String>,
                $($rest)*
            }
        }
    };
}

question! {
    /// A quotation: who uttered it?
    WhoSaidQuestion {
        /// The statement that is asked about.
        statement: String,
        /// The people offered beside its speaker; left out, they are drawn.
        options: Vec<String>,
    }
}

question! {
    /// A person: which of these words are theirs?
    SaidWhatQuestion {
        /// The statement that is theirs.
        statement: String,
        /// The statements offered beside it; left out, they are drawn.
        options: Vec<String>,
    }
}

question! {
    /// Quotations to be matched with their speakers.
    MatchQuestion {
        /// The statements, each by another speaker.
        statements: Vec<String>,
    }
}

question! {
    /// Events to be put in order.
    SequenceQuestion {
        /// The events, in an order that the facts support.
        events: Vec<String>,
    }
}

question! {
    /// Two events: which came first?
    BeforeAfterQuestion {
        /// The two events.
        events: Vec<String>,
        /// The earlier one, or `undecided`; left out, the facts say so alone.
        first: Option<String>,
    }
}

question! {
    /// One right answer of several, or several.
    ChoiceQuestion {
        /// The question as it is asked.
        prompt: String,
        /// Whether several answers may be right; the reader is told so.
        several: bool,
        /// The answers offered.
        options: Vec<ChoiceOption>,
        /// The words that the right answer rests on.
        evidence: Vec<Selector>,
    }
}

record! {
    /// An answer that a choice offers.
    pub struct ChoiceOption {
        /// The answer as it is shown.
        text: String,
        /// Whether it is right.
        right: bool,
        /// The words that it rests on, shown to whoever chose it.
        evidence: Vec<Selector>,
    }
}

question! {
    /// True, false, or not stated, asked of a named source.
    VerdictQuestion {
        /// The claim that is judged.
        claim: String,
        /// The source that is asked.
        source: String,
        /// What the source says of the claim.
        verdict: Verdict,
        /// The words that say so; for a claim that is not stated, what the source says instead.
        evidence: Vec<Selector>,
    }
}

choice_of_names! {
    /// What a source says of a claim.
    pub enum Verdict {
        /// The source says so.
        True = "true",
        /// The source says otherwise.
        False = "false",
        /// The source does not say.
        NotStated = "not-stated",
    }
}

question! {
    /// A word missing from a quotation, to be typed.
    ClozeQuestion {
        /// The statement whose quotation is shown.
        statement: String,
        /// The word or words left out, standing once in the quotation.
        gap: String,
        /// Other words that count as right.
        accept: Vec<String>,
    }
}

question! {
    /// The sentence of a passage that shows something.
    ProofQuestion {
        /// What the sentence shows.
        claim: String,
        /// Words that stand within that sentence.
        evidence: Selector,
    }
}

/// Says what is wrong with a question that has no kind, or none that is a string.
fn without_kind(reader: &mut Reader<'_>, at: &Path<'_>) {
    let before = reader.findings.len();
    reader.object(at, &mut |reader, key| match key {
        "kind" => {
            reader.string(&at.field(key));
        }
        _ => reader.skip(),
    });
    if reader.findings.len() == before {
        reader.report(at, Problem::MissingField { name: "kind" });
    }
}

/// Defines the question of any kind from the records of all kinds.
macro_rules! questions {
    ($($variant:ident($record:ident),)*) => {
        /// A question written by hand.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Question {
            $(
                #[doc = concat!("A question as a [`", stringify!($record), "`] writes it.")]
                $variant($record),
            )*
        }

        impl Default for Question {
            fn default() -> Self {
                Self::Choice(ChoiceQuestion::default())
            }
        }

        impl Question {
            /// The question's kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$variant(_) => Kind::$variant,)*
                }
            }

            /// The question's name within the story.
            pub fn id(&self) -> &str {
                match self {
                    $(Self::$variant(question) => &question.id,)*
                }
            }

            /// The hint and the note of the question.
            #[cfg(feature = "author")]
            pub fn hint_and_note(&self) -> (Option<&str>, Option<&str>) {
                match self {
                    $(Self::$variant(one) => (one.hint.as_deref(), one.note.as_deref()),)*
                }
            }

            /// The places of the id, the hint and the note of the question.
            pub fn shared_mut(&mut self) -> (&mut String, &mut Option<String>, &mut Option<String>) {
                match self {
                    $(Self::$variant(one) => (&mut one.id, &mut one.hint, &mut one.note),)*
                }
            }

            /// A question of a kind, with nothing in it yet.
            fn blank(kind: Kind) -> Self {
                match kind {
                    $(Kind::$variant => Self::$variant($record::default()),)*
                }
            }
        }

        impl Wire for Question {
            fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
                let Some(name) = reader.look_ahead("kind") else { return without_kind(reader, at) };
                let Some(kind) = Kind::from_name(&name) else {
                    let problem = Problem::UnknownName { name: name.into_owned(), known: Kind::NAMES };
                    reader.report(&at.field("kind"), problem);
                    return reader.skip();
                };
                *self = Self::blank(kind);
                match self {
                    $(Self::$variant(question) => question.read_tagged(reader, at, "kind"),)*
                }
            }

            fn write(&self, out: &mut Writer) {
                out.open('{');
                out.field("kind");
                self.kind().write(out);
                match self {
                    $(Self::$variant(question) => question.write_fields(out),)*
                }
                out.close('}');
            }

            #[cfg(feature = "author")]
            fn schema(definitions: &mut crate::schema::Definitions) -> crate::schema::Schema {
                crate::schema::Schema::tagged(
                    "Question",
                    "A question written by hand.",
                    "kind",
                    definitions,
                    |definitions| vec![$((Kind::$variant.name(), $record::schema(definitions))),*],
                )
            }
        }
    };
}

questions! {
    WhoSaid(WhoSaidQuestion),
    SaidWhat(SaidWhatQuestion),
    Match(MatchQuestion),
    Sequence(SequenceQuestion),
    BeforeAfter(BeforeAfterQuestion),
    Choice(ChoiceQuestion),
    Verdict(VerdictQuestion),
    Cloze(ClozeQuestion),
    Proof(ProofQuestion),
}
