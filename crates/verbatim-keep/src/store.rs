//! What a store of records has to be able to do, and how it may fail; the browser's own and
//! the one in memory are each an implementation.

use std::future::Future;

/// An ordered map from keys to texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Stories that were played, by id: what they are called and where they are.
    Stories,
    /// Sittings, by story and sitting: what never changes of them.
    Sittings,
    /// What was done at a question, by sitting and position.
    Turns,
    /// Where a sitting stands, by story and sitting.
    Places,
    /// Every answer ever given, by time; only ever added to.
    Answers,
    /// What is known of a learner's memory of a fact, by story and fact.
    Cards,
    /// When each card is due, by that time, story and fact; the texts are empty.
    Due,
    /// The learner's own settings.
    Settings,
    /// Records that could not be read, as they were found.
    Aside,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Stories,
        Self::Sittings,
        Self::Turns,
        Self::Places,
        Self::Answers,
        Self::Cards,
        Self::Due,
        Self::Settings,
        Self::Aside,
    ];

    /// The name by which a store and an export have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stories => "stories",
            Self::Sittings => "sittings",
            Self::Turns => "turns",
            Self::Places => "places",
            Self::Answers => "answers",
            Self::Cards => "cards",
            Self::Due => "due",
            Self::Settings => "settings",
            Self::Aside => "aside",
        }
    }

    /// The table of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It may not be used here: a private window, a sandboxed frame, a third party's.
    Denied,
    /// There is no room left.
    Full,
    /// It is of a later release than this one.
    Newer,
    /// Anything else.
    Failed,
}

impl Fault {
    /// Its name in messages to a page: `denied`, `full`, `newer` or `failed`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Full => "full",
            Self::Newer => "newer",
            Self::Failed => "failed",
        }
    }
}

/// Keys from one, included, to another, excluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first key that is in it.
    pub from: String,
    /// The first after it that is not; none where it has no end.
    pub to: Option<String>,
}

impl Range {
    /// Every key.
    pub fn all() -> Self {
        Self { from: String::new(), to: None }
    }

    /// The keys before one.
    pub fn before(to: String) -> Self {
        Self { from: String::new(), to: Some(to) }
    }

    /// The keys from one on.
    pub fn from(from: String) -> Self {
        Self { from, to: None }
    }

    /// The keys from one to before another.
    pub fn between(from: String, to: String) -> Self {
        Self { from, to: Some(to) }
    }

    /// The same without its first keys, up to and with one.
    pub fn after(&self, key: &str) -> Self {
        // Nothing stands between a key and the same with a zero.
        Self { from: [key, "\0"].concat(), to: self.to.clone() }
    }

    /// Whether a key is in it.
    pub fn holds(&self, key: &str) -> bool {
        self.from.as_str() <= key && self.to.as_deref().is_none_or(|to| key < to)
    }
}

/// Where a record is.
pub type Slot = (Table, String);

/// What a look at a store saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How often the store had been written to by then: another number after each write,
    /// whoever it was.
    pub edition: u64,
    /// The records of each range, in the order of their keys.
    pub records: Vec<Vec<(String, String)>>,
}

/// A record to be written, or with `None` for a value to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Its table.
    pub table: Table,
    /// Its key.
    pub key: String,
    /// Its text.
    pub value: Option<String>,
}

impl Put {
    /// To write a record.
    pub fn set(table: Table, key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { table, key: key.into(), value: Some(value.into()) }
    }

    /// To remove a record.
    pub fn remove(table: Table, key: impl Into<String>) -> Self {
        Self { table, key: key.into(), value: None }
    }
}

/// A store of records. Every method is a transaction: it sees one state of the store, and does
/// all that it does or nothing. Each may fail with any [`Fault`].
pub trait Store {
    /// The texts of records, in the order of the keys, where there are any.
    fn read(&self, table: Table, keys: &[String])
    -> impl Future<Output = Result<Vec<Option<String>>, Fault>>;

    /// The first records of a range, so many at most, in the order of their keys.
    fn list(
        &self,
        table: Table,
        range: &Range,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<(String, String)>, Fault>>;

    /// How many records a range has.
    fn count(&self, table: Table, range: &Range) -> impl Future<Output = Result<usize, Fault>>;

    /// Reads records and writes what a function makes of them, in the order in which they
    /// were asked for. Nothing else is written in between.
    fn change<F>(&self, reads: &[Slot], work: F) -> impl Future<Output = Result<(), Fault>>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>;

    /// The first records of some ranges, so many of each at most, and the edition of the store
    /// that has them.
    fn look(&self, ranges: &[(Table, Range)], limit: usize) -> impl Future<Output = Result<Seen, Fault>>;

    /// Writes, unless anybody has since an edition of the store; whether it did. The edition is
    /// one more then. It waits for nothing to be read, as [`Store::change`] has to.
    fn write(&self, edition: u64, puts: &[Put]) -> impl Future<Output = Result<bool, Fault>>;

    /// Removes every record.
    fn clear(&self) -> impl Future<Output = Result<(), Fault>>;
}
