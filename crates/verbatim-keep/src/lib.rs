//! The learner's memory: saves what is done in a quiz, schedules what was asked by FSRS-6, and
//! says what is due. Where the records lie is behind a trait; the browser's own store, the panel
//! and the questions themselves are left to others. Time and chance come in as values.

mod ahead;
mod answer;
mod calibration;
mod desk;
mod forecast;
mod grade;
mod keeper;
mod keys;
mod moment;
mod queue;
mod record;
mod records;
mod retire;
mod save;
mod schedule;
mod settings;
mod settle;
mod sittings;
mod store;
mod transfer;
mod volatile;

pub use answer::{Answer, Begin, Confidence, Detail, Fact, Mode, Points, State};
pub use calibration::{Calibration, Levels, calibration, calibration_of, marks};
pub use desk::{Desk, Restored};
pub use forecast::{DAYS, forecast};
pub use grade::{QUICK, grade};
pub use keeper::Keeper;
pub use moment::{DAY, Moment};
pub use queue::{Reviewable, StoryDue, coming, due, due_by_story, due_today, review};
pub use record::{Record, Unreadable, read, write};
pub use records::{Aside, Card, Logged, Place, Sitting, Story, Turn};
pub use retire::retire;
pub use save::{Saved, save};
pub use schedule::{Memory, Phase, Rating, retrievability, review as schedule};
pub use settings::{RETENTION, Settings, change_settings, settings};
pub use settle::settle;
pub use sittings::sittings;
pub use store::{Fault, Put, Range, Seen, Slot, Store, Table};
pub use transfer::{Imported, NotAnExport, asides, erase, export, import};
pub use volatile::Volatile;
