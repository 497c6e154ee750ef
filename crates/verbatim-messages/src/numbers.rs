//! Numbers as the browser writes them, and which plural form they take.

use std::cell::OnceCell;

use verbatim_core::decimal::decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: u32) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<PluralRules, JsValue>;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: u32) -> String;
}

/// Numbers of one language. The browser's tables are asked for when first needed.
#[derive(Default)]
pub struct Numbers {
    format: OnceCell<Option<NumberFormat>>,
    rules: OnceCell<Option<PluralRules>>,
}

impl Numbers {
    /// A number in digits; in those of English for a tag that the browser refuses.
    pub fn written(&self, number: usize, locale: &str) -> String {
        if is_plain(number, locale) {
            return decimal(number);
        }
        match self.format.get_or_init(|| NumberFormat::new(locale).ok()) {
            Some(format) => format.format(number as u32),
            None => decimal(number),
        }
    }

    /// The plural category that a number takes: `one`, `few`, … (Unicode, UTS #35, part 3).
    pub fn category(&self, number: usize, locale: &str) -> String {
        if is_plain(number, locale) {
            return if number == 1 { "one" } else { "other" }.to_owned();
        }
        match self.rules.get_or_init(|| PluralRules::new(locale).ok()) {
            Some(rules) => rules.select(number as u32),
            None => String::new(),
        }
    }
}

/// Whether a number needs none of the browser's tables, which take longer to come than
/// all else on a first screen: a small one in English.
fn is_plain(number: usize, locale: &str) -> bool {
    number < 1000 && locale.starts_with("en")
}
