//! Dates as the browser writes them, with the parts that a source gives and no more.

use js_sys::{Date, Object, Reflect};
use verbatim_core::date::Period;
use verbatim_core::words::cut;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::{Say, Words};
use crate::Arg;

#[wasm_bindgen]
extern "C" {
    /// A date; `js_sys` has no method that catches what a wrong tag throws.
    type Dated;

    #[wasm_bindgen(method, js_name = toLocaleDateString, catch)]
    fn write(this: &Dated, locale: &str, options: &Object) -> Result<String, JsValue>;
}

/// A period in words: `February 2021`.
pub fn written(period: &Period, words: &Words) -> String {
    let locale = words.locale();
    match cut(period.as_str(), b'/') {
        Some((from, to)) => {
            words.fill(Say::Period, &[Arg::Name(&date(from, locale)), Arg::Name(&date(to, locale))])
        }
        None => date(period.as_str(), locale),
    }
}

fn date(text: &str, locale: &str) -> String {
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
    date.unchecked_ref::<Dated>().write(locale, &options).unwrap_or_else(|_| text.to_owned())
}
