//! What the learner may set.

use serde::{Deserialize, Serialize};

use std::ops::RangeInclusive;

use crate::moment::Moment;
use crate::record::{Found, Record, found, write};
use crate::store::{Fault, Put, Store, Table};

/// What desired retention may be. Under 0.70 most of what is asked would be forgotten; over
/// 0.97 everything would be asked all the time. These are the field's bounds.
pub const RETENTION: RangeInclusive<f32> = 0.70..=0.97;

/// The key that the settings are under.
pub(crate) const KEY: &str = "settings";

/// The learner's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Desired retention: how likely a fact is to be remembered when it comes due, 0 to 1.
    pub retention: f32,
    /// Whether to ask how sure the reader is before an answer counts.
    pub confidence: bool,
    /// When they were changed last, in milliseconds since 1970; 0 for never.
    pub changed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { retention: 0.9, confidence: false, changed: 0 }
    }
}

impl Record for Settings {
    fn is_possible(&self) -> bool {
        RETENTION.contains(&self.retention)
    }
}

/// The settings; the usual ones where none are kept.
///
/// # Errors
/// Where the store fails.
pub async fn settings<S: Store>(store: &S) -> Result<Settings, Fault> {
    let texts = store.read(Table::Settings, &[KEY.to_owned()]).await?;
    Ok(texts
        .into_iter()
        .flatten()
        .next()
        .and_then(|text| crate::record::read(&text).ok())
        .unwrap_or_default())
}

/// Keeps settings, with retention brought within its bounds.
///
/// # Errors
/// Where the store fails.
pub async fn change_settings<S: Store>(store: &S, wanted: Settings, now: Moment) -> Result<(), Fault> {
    let retention = if wanted.retention.is_finite() { wanted.retention } else { 0.9 };
    let settings = Settings {
        retention: retention.clamp(*RETENTION.start(), *RETENTION.end()),
        changed: now.milliseconds,
        ..wanted
    };
    let slot = (Table::Settings, KEY.to_owned());
    store
        .change(&[slot], |texts| {
            let mut puts = Vec::new();
            let before =
                found::<Settings>(Table::Settings, KEY, texts.into_iter().flatten().next(), &mut puts);
            if !matches!(before, Found::Newer) {
                puts.push(Put::set(Table::Settings, KEY, write(&settings)));
            }
            puts
        })
        .await
}
