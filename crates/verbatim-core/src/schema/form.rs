//! What the check asks of single fields beyond their type, as far as a schema can say it.

use super::Schema;
use crate::wire::FORMAT;

/// A demand on a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The version of the format.
    Version,
    /// An id, of a thing or naming one.
    Id,
    /// A list of ids, none twice.
    Ids,
    /// A text with something in it.
    Filled,
    /// A language tag.
    Language,
    /// A day, a month, a year, or two of them with a slash between.
    Date,
    /// An address on the web.
    Address,
    /// A list of so many items; one that must have any must be there.
    Items(u32, Option<u32>),
}

/// The demands on a field of a record.
pub(super) fn of(record: &str, field: &str) -> &'static [Form] {
    match (record, field) {
        ("Story", "format") => &[Form::Version],
        ("Story", "language") => &[Form::Language],
        ("Story", "quizzes") => &[Form::Items(1, None)],
        (_, "published" | "when") => &[Form::Date],
        (_, "url") => &[Form::Address],
        (_, "publisher" | "title" | "text" | "exact" | "name" | "prompt" | "claim" | "gap") => {
            &[Form::Filled]
        }
        ("Event", "summary") => &[Form::Filled],
        ("Event" | "Order" | "ChoiceQuestion" | "VerdictQuestion", "evidence") => &[Form::Items(1, None)],
        ("ChoiceQuestion", "options") => &[Form::Items(2, None)],
        ("MatchQuestion", "statements") => &[Form::Items(2, None), Form::Ids],
        ("SequenceQuestion", "events") => &[Form::Items(3, None), Form::Ids],
        ("BeforeAfterQuestion", "events") => &[Form::Items(2, Some(2)), Form::Ids],
        (_, "reported_by" | "ask" | "options") => &[Form::Ids],
        (_, "id" | "passage" | "speaker" | "to" | "before" | "after" | "statement" | "source" | "first") => {
            &[Form::Id]
        }
        _ => &[],
    }
}

impl Form {
    /// A field's schema with this demand.
    pub(super) fn add_to(self, schema: Schema) -> Schema {
        match self {
            Self::Version => schema.with("const", FORMAT),
            Self::Id => schema.with("pattern", "^[a-z0-9][a-z0-9-]{0,63}$"),
            Self::Ids => schema.with("uniqueItems", true),
            Self::Filled => schema.with("pattern", "\\S"),
            Self::Language => schema.with("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
            Self::Date => {
                let date = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
                schema.with("pattern", ["^", date, "(/", date, ")?$"].concat().as_str())
            }
            Self::Address => schema.with("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"),
            Self::Items(least, most) => {
                let schema = schema.with("minItems", least);
                match most {
                    Some(most) => schema.with("maxItems", most),
                    None => schema,
                }
            }
        }
    }
}
