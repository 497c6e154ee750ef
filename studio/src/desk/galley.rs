//! An article's text on the page, which changes what differs and leaves the rest alone. Of all
//! that the studio shows these are by far the most elements: new ones are written as HTML, which
//! the browser reads many times faster than it makes elements one by one.

use std::borrow::Cow;
use std::rc::Rc;

use web_sys::{Document, Element};
use yew::{Component, Context, Html, Properties};

use crate::effects::frame::{Latest, when_idle};

/// How much of an article fills a screen, in bytes.
pub const SCREEN: usize = 1000;

/// The attribute of a paragraph that is laid out later, or once it comes into sight.
const LATER: &str = "data-later";
/// By when the next of them are, in milliseconds.
const SOON: u32 = 200;
/// How many are laid out at a time.
const FEW: usize = 8;

/// What there is to be shown.
#[derive(PartialEq, Properties)]
pub struct Copy {
    /// The paragraphs, in their order.
    pub lines: Rc<[Line]>,
}

/// A paragraph.
#[derive(PartialEq)]
pub struct Line {
    /// What tells it from the others.
    pub start: usize,
    /// Its class.
    pub class: &'static str,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// An element with a text.
#[derive(PartialEq)]
pub struct Part {
    /// What tells it from the others of its paragraph.
    pub id: (Tag, usize),
    /// Its attributes; those without a value are not there.
    pub attributes: Vec<(&'static str, Option<Cow<'static, str>>)>,
    /// Its text.
    pub text: String,
}

/// What element it is.
#[derive(Clone, PartialEq, Eq)]
pub enum Tag {
    /// A button.
    Button,
    /// Words.
    Span,
}

/// The text as it stands on the page.
pub struct Galley {
    lines: Rc<[Line]>,
    /// Where it stands; none where there is no page.
    place: Option<Element>,
}

impl Component for Galley {
    type Message = ();
    type Properties = Copy;

    fn create(context: &Context<Self>) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let place = document.and_then(|document| document.create_element("div").ok());
        let mut galley = Self { lines: Rc::default(), place };
        galley.set(context.props());
        galley
    }

    fn view(&self, _: &Context<Self>) -> Html {
        self.place.clone().map_or_else(Html::default, |place| Html::VRef(place.into()))
    }

    /// Here and not in `rendered`, before which yew may let a frame be shown.
    fn changed(&mut self, context: &Context<Self>, _: &Copy) -> bool {
        self.set(context.props());
        false
    }
}

impl Galley {
    fn set(&mut self, copy: &Copy) {
        let before = std::mem::replace(&mut self.lines, copy.lines.clone());
        if let Some(place) = &self.place {
            // The page takes every element that is offered to it here.
            let _ = set(place, &before, &self.lines);
        }
    }
}

impl Tag {
    fn name(&self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Span => "span",
        }
    }
}

fn set(place: &Element, before: &[Line], lines: &[Line]) -> Option<()> {
    let known = before.iter().zip(lines).take_while(|(was, line)| was.start == line.start).count();
    let mut next = place.first_element_child();
    for (was, line) in before.iter().zip(lines).take(known) {
        let paragraph = next?;
        next = paragraph.next_element_sibling();
        if was != line {
            paragraph.set_class_name(line.class);
            change(&paragraph, &was.parts, &line.parts)?;
        }
    }
    while let Some(gone) = next {
        next = remove(gone);
    }
    let new = lines.get(known..).filter(|new| !new.is_empty())?;
    place.insert_adjacent_html("beforeend", &written(new)).ok()?;
    lay_out(place.clone());
    Some(())
}

/// Has paragraphs laid out that no screen holds, a few at a time while the page is idle.
fn lay_out(place: Element) {
    when_idle(Latest::After(SOON), move || {
        for _ in 0..FEW {
            let Ok(Some(paragraph)) = place.query_selector(&format!("[{LATER}]")) else { return };
            // It is there.
            let _ = paragraph.remove_attribute(LATER);
        }
        lay_out(place);
    });
}

/// Makes of a paragraph's elements those that there are to be. One that stays is the same element,
/// so that it keeps the focus.
fn change(paragraph: &Element, before: &[Part], parts: &[Part]) -> Option<()> {
    let document = paragraph.owner_document()?;
    let stays = |was: &Part| parts.iter().any(|part| part.id == was.id);
    let mut next = paragraph.first_element_child();
    let mut before = before.iter().peekable();
    for part in parts {
        while before.next_if(|was| !stays(was)).is_some() {
            next = remove(next?);
        }
        match before.next_if(|was| was.id == part.id) {
            Some(was) => {
                let here = next?;
                renew(&here, was, part);
                next = here.next_element_sibling();
            }
            None => {
                let new = made(&document, part)?;
                paragraph.insert_before(&new, next.as_ref().map(AsRef::as_ref)).ok()?;
            }
        }
    }
    for _ in before {
        next = remove(next?);
    }
    Some(())
}

/// Removes an element, and gives the one after it.
fn remove(gone: Element) -> Option<Element> {
    let next = gone.next_element_sibling();
    gone.remove();
    next
}

fn made(document: &Document, part: &Part) -> Option<Element> {
    let element = document.create_element(part.id.0.name()).ok()?;
    for (name, value) in &part.attributes {
        if let Some(value) = value {
            element.set_attribute(name, value).ok()?;
        }
    }
    element.set_text_content(Some(&part.text));
    Some(element)
}

fn renew(element: &Element, was: &Part, part: &Part) {
    // The same kind of element has the same attributes in the same order.
    for ((name, before), (_, value)) in was.attributes.iter().zip(&part.attributes) {
        if before != value {
            // Only a name with letters that none of these has is refused.
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }
    if was.text != part.text {
        element.set_text_content(Some(&part.text));
    }
}

fn written(lines: &[Line]) -> String {
    let mut written = String::new();
    for line in lines {
        let later = if line.start < SCREEN { "" } else { LATER };
        written.extend(["<p class=\"", line.class, "\" ", later, ">"]);
        for part in &line.parts {
            write(part, &mut written);
        }
        written.push_str("</p>");
    }
    written
}

fn write(part: &Part, into: &mut String) {
    let tag = part.id.0.name();
    into.extend(["<", tag]);
    for (name, value) in &part.attributes {
        if let Some(value) = value {
            into.extend([" ", name, "=\""]);
            escape(value, into);
            into.push('"');
        }
    }
    into.push('>');
    escape(&part.text, into);
    into.extend(["</", tag, ">"]);
}

/// Writes a text so that HTML reads that very text of it, within an element and within quotes.
fn escape(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some((before, letter)) =
        rest.find(['&', '<', '>', '"']).and_then(|at| rest.split_at_checked(at))
    {
        into.push_str(before);
        let mut letters = letter.chars();
        into.push_str(match letters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            _ => "&quot;",
        });
        rest = letters.as_str();
    }
    into.push_str(rest);
}
