//! The moment, as the browser has it.

use js_sys::{Date, Math};
use verbatim_keep::Moment;

/// Now, in the reader's own time, with a number by chance.
pub fn now() -> Moment {
    let date = Date::new_0();
    let chance = || (Math::random() * f64::from(u32::MAX)) as u64;
    Moment {
        milliseconds: date.get_time().max(0.0) as u64,
        zone: -(date.get_timezone_offset() as i32),
        chance: chance() << 32 | chance(),
    }
}
