//! Dates as the browser writes them, with the parts that a source gives and no more.

use js_sys::{Date, Object, Reflect};
use verbatim_core::date::Period;

/// The language of the interface, in which dates are written.
const LANGUAGE: &str = "en-GB";

/// A period in words: `February 2021`.
pub fn written(period: &Period) -> String {
    let parts: Vec<String> = period.as_str().split('/').map(date).collect();
    parts.join(" – ")
}

fn date(text: &str) -> String {
    let options = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a field of a plain object never fails.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    };
    set("timeZone", "UTC");
    set("year", "numeric");
    if text.len() > "2021".len() {
        set("month", "long");
    }
    if text.len() > "2021-02".len() {
        set("day", "numeric");
    }
    // An ISO date without a time is one in UTC (ECMA-262, Date Time String Format).
    let date = Date::new(&text.into());
    String::from(date.to_locale_date_string(LANGUAGE, &options))
}
