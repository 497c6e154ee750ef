//! Dates as the browser writes them.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// The day and the month of a moment, in the reader's own time; the year as well where that is
/// another one.
pub fn date(milliseconds: u64, locale: &str) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds as f64));
    let options = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a field of a plain object never fails.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    };
    set("day", "numeric");
    set("month", "long");
    if date.get_full_year() != Date::new_0().get_full_year() {
        set("year", "numeric");
    }
    date.to_locale_date_string(locale, &options).into()
}
