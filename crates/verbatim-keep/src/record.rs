//! Records as texts: JSON with a version, brought up to date when they are read; and what
//! becomes of those that can't be.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::keys;
use crate::records::Aside;
use crate::store::{Put, Table};

/// The field that tells a record's version.
const FIELD: &str = "v";

/// What is kept under a key.
pub trait Record: Serialize + DeserializeOwned {
    /// The version in which it is written.
    const VERSION: u64 = 1;

    /// Makes of a record of a version one of the next. Called for each step up to
    /// [`Self::VERSION`].
    fn migrate(_version: u64, _record: &mut Value) {}

    /// Whether its values can be: what a careless hand or another program wrote may have the
    /// shape alone.
    fn is_possible(&self) -> bool {
        true
    }
}

/// Why a record can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON: corrupt, or cut off.
    Broken,
    /// It is something else.
    Foreign,
    /// A later release wrote it.
    Newer,
}

impl Unreadable {
    /// Its name where it is told: `broken`, `foreign` or `newer`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Foreign => "foreign",
            Self::Newer => "newer",
        }
    }
}

/// A record's text.
pub fn write<T: Record>(record: &T) -> String {
    serde_json::to_string(&Versioned { record, v: T::VERSION }).unwrap_or_default()
}

/// A record as it is written. No tree is made of it: a save writes several, and somebody waits.
#[derive(Serialize)]
struct Versioned<'a, T> {
    #[serde(flatten)]
    record: &'a T,
    /// As [`FIELD`] has it.
    v: u64,
}

/// The record of a text.
///
/// # Errors
/// Where the text is not such a record, or one of a later version.
pub fn read<T: Record>(text: &str) -> Result<T, Unreadable> {
    let mut value: Value = serde_json::from_str(text).map_err(|_| Unreadable::Broken)?;
    let version = value.get(FIELD).and_then(Value::as_u64).ok_or(Unreadable::Foreign)?;
    if version > T::VERSION {
        return Err(Unreadable::Newer);
    }
    for version in version..T::VERSION {
        T::migrate(version, &mut value);
    }
    let record: T = serde_json::from_value(value).map_err(|_| Unreadable::Foreign)?;
    if record.is_possible() { Ok(record) } else { Err(Unreadable::Foreign) }
}

/// What is under a key.
pub(crate) enum Found<T> {
    /// Nothing, or nothing that can be read and nobody else's business: may be written.
    Nothing,
    /// A record.
    Record(T),
    /// A later release's: stays as it is.
    Newer,
}

/// Reads what was found under a key; what can't be read is put aside as well.
pub(crate) fn found<T: Record>(
    table: Table,
    key: &str,
    text: Option<String>,
    puts: &mut Vec<Put>,
) -> Found<T> {
    let Some(text) = text else { return Found::Nothing };
    match read(&text) {
        Ok(record) => Found::Record(record),
        Err(why) => {
            puts.push(aside(table, key, text, why));
            if why == Unreadable::Newer { Found::Newer } else { Found::Nothing }
        }
    }
}

/// Puts what could not be read aside; the same again is one record.
pub(crate) fn aside(table: Table, key: &str, text: String, why: Unreadable) -> Put {
    let under = keys::key(&[table.name(), key, &format!("{:016x}", digest(&text))]);
    let aside =
        Aside { table: table.name().to_owned(), key: key.to_owned(), reason: why.code().to_owned(), text };
    Put::set(Table::Aside, under, write(&aside))
}

/// FNV-1a, which tells texts apart that nobody chose to look alike.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::{Record, Unreadable, read, write};
    use serde::{Deserialize, Serialize};
    use serde_json::{Value, json};

    /// Had a `name` once, then two, and now a list.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Names {
        names: Vec<String>,
    }

    impl Record for Names {
        const VERSION: u64 = 2;

        fn migrate(version: u64, record: &mut Value) {
            match version {
                0 => record["names"] = json!([record["name"].take(), "unknown"]),
                _ => {
                    record["names"][1] = record["names"][1].as_str().unwrap_or_default().to_uppercase().into()
                }
            }
        }

        fn is_possible(&self) -> bool {
            !self.names.is_empty()
        }
    }

    fn names(names: &[&str]) -> Names {
        Names { names: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    #[test]
    fn an_older_record_is_brought_up_to_date_step_by_step() {
        assert_eq!(read(r#"{"v":0,"name":"Ada"}"#), Ok(names(&["Ada", "UNKNOWN"])));
        assert_eq!(read(r#"{"v":1,"names":["Ada","Lovelace"]}"#), Ok(names(&["Ada", "LOVELACE"])));
        assert_eq!(read(r#"{"v":2,"names":["Ada","Lovelace"]}"#), Ok(names(&["Ada", "Lovelace"])));
        let text = write(&names(&["Ada"]));
        assert_eq!(read(&text), Ok(names(&["Ada"])));
        assert_eq!(text, r#"{"names":["Ada"],"v":2}"#);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let whole = write(&names(&["Ada"]));
        for end in 0..whole.len() {
            assert_eq!(read::<Names>(&whole[..end]), Err(Unreadable::Broken), "{end}");
        }
        for foreign in ["7", "null", "[]", "{}", r#"{"v":"2"}"#, r#"{"v":2}"#, r#"{"v":2,"names":[]}"#] {
            assert_eq!(read::<Names>(foreign), Err(Unreadable::Foreign), "{foreign}");
        }
        assert_eq!(read::<Names>(r#"{"v":3,"names":["Ada"]}"#), Err(Unreadable::Newer));
    }
}
