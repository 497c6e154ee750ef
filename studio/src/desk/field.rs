//! A field with its label: what is typed goes to the desk letter by letter.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::{Callback, Html, classes, html};

/// What a field is called and holds.
pub struct Field<'a> {
    id: &'a str,
    label: &'a str,
    value: &'a str,
    hint: Option<&'a str>,
    class: &'static str,
}

impl<'a> Field<'a> {
    /// A field with a label and a value.
    pub fn new(id: &'a str, label: &'a str, value: &'a str) -> Self {
        Self { id, label, value, hint: None, class: "" }
    }

    /// What the field takes, where its label does not say it.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// A field for a title.
    pub fn large(mut self) -> Self {
        self.class = "large";
        self
    }

    /// A field for a few letters.
    pub fn short(mut self) -> Self {
        self.class = "short";
        self
    }
}

/// The field.
pub fn field(field: &Field<'_>, write: Callback<String>) -> Html {
    let hint_id = format!("{}-hint", field.id);
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            write.emit(input.value());
        }
    });
    let hint = field.hint.map(|hint| html! { <span id={hint_id.clone()} class="hint">{hint}</span> });
    html! {
        <div class={classes!("field", field.class)}>
            <label for={field.id.to_owned()}>{field.label}</label>
            <input id={field.id.to_owned()} type="text" value={field.value.to_owned()} {oninput} autocomplete="off"
                spellcheck="false" aria-describedby={field.hint.map(|_| hint_id)} />
            {hint}
        </div>
    }
}

/// A choice: each value with what it is called.
pub fn choice(
    id: &str,
    label: &str,
    value: &str,
    options: &[(String, String)],
    write: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            write.emit(select.value());
        }
    });
    let option = |(of, name): &(String, String)| {
        html! { <option key={of.clone()} value={of.clone()} selected={of == value}>{name}</option> }
    };
    html! {
        <div class="field">
            <label for={id.to_owned()}>{label}</label>
            <select id={id.to_owned()} {onchange}>{for options.iter().map(option)}</select>
        </div>
    }
}
