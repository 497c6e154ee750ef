//! Elements of the page, built by calls to a few plain functions that are in the
//! wasm once, where `html!` expands to code at each place. What they look like is
//! the style sheet's business, what they say that of [`speech`] and of
//! [`crate::messages`].

use std::rc::Rc;

use verbatim_core::decimal::decimal;
use yew::html::Scope;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VNode, VTag, VText};
use yew::{Html, NodeRef};

use crate::app::App;
use crate::state::Msg;

mod listener;
mod speech;

use listener::{Ear, Reads};
pub use listener::{On, Read};
pub use speech::{presses, tells};

/// Defines the attributes, and the list of their names that yew keeps an element's by.
macro_rules! attributes {
    ($($name:ident: $text:literal,)*) => {
        /// An attribute.
        #[derive(Clone, Copy)]
        pub enum A { $(#[doc = $text] $name,)* }

        const NAMES: &[&str] = &[$($text),*];
    };
}

attributes! {
    AriaDescribedby: "aria-describedby",
    AriaDisabled: "aria-disabled",
    AriaHidden: "aria-hidden",
    AriaLabel: "aria-label",
    AriaLive: "aria-live",
    AriaPressed: "aria-pressed",
    Autocapitalize: "autocapitalize",
    Autocomplete: "autocomplete",
    Class: "class",
    DataAimed: "data-aimed",
    DataAt: "data-at",
    DataCount: "data-count",
    DataEvent: "data-event",
    DataHere: "data-here",
    DataKind: "data-kind",
    DataLifted: "data-lifted",
    DataOffer: "data-offer",
    DataPerson: "data-person",
    DataQuiz: "data-quiz",
    DataRightness: "data-rightness",
    DataScreen: "data-screen",
    DataState: "data-state",
    DataStatement: "data-statement",
    DataTask: "data-task",
    Dir: "dir",
    Disabled: "disabled",
    Href: "href",
    Id: "id",
    Lang: "lang",
    Max: "max",
    Maxlength: "maxlength",
    Name: "name",
    Novalidate: "novalidate",
    Part: "part",
    Rel: "rel",
    Role: "role",
    Spellcheck: "spellcheck",
    Tabindex: "tabindex",
    Target: "target",
    Type: "type",
    Value: "value",
}

/// An element that is being built.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    key: Option<Key>,
    node: Option<NodeRef>,
    attributes: Box<[Option<AttributeOrProperty>]>,
    checked: Option<bool>,
    value: Option<AttrValue>,
    children: Vec<VNode>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
}

/// A new element of a class.
#[inline(never)]
pub fn of(tag: &'static str, class: &'static str) -> El {
    let parts = Parts {
        tag,
        key: None,
        node: None,
        attributes: NAMES.iter().map(|_| None).collect(),
        checked: None,
        value: None,
        children: Vec::new(),
        listeners: Vec::new(),
    };
    let el = El(Box::new(parts));
    // What the style sheet calls a thing, a page may call it too, by `::part`.
    let (class, part) = (AttrValue::Static(class), AttrValue::Static(class));
    if class.is_empty() { el } else { el.put(A::Class, class).put(A::Part, part) }
}

/// An element of a class with a text in it.
#[inline(never)]
pub fn says(tag: &'static str, class: &'static str, text: &str) -> El {
    of(tag, class).text(text)
}

/// A button that is not a form's.
#[inline(never)]
pub fn button(class: &'static str, text: &str) -> El {
    says("button", class, text).set(A::Type, "button")
}

fn value(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

// Each of these is called from many places: one function is smaller than many copies.
impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(self, name: A, text: &str) -> Self {
        self.put(name, value(text))
    }

    /// Sets an attribute to a number.
    #[inline(never)]
    pub fn number(self, name: A, number: usize) -> Self {
        self.set(name, &decimal(number))
    }

    /// Sets an attribute to `true`, or leaves it out.
    #[inline(never)]
    pub fn flag(self, name: A, on: bool) -> Self {
        if on { self.put(name, AttrValue::Static("true")) } else { self }
    }

    #[inline(never)]
    fn put(mut self, name: A, value: AttrValue) -> Self {
        if let Some(place) = self.0.attributes.get_mut(name as usize) {
            *place = Some(AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// Sets whether a radio button or checkbox is on.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.checked = Some(on);
        self
    }

    /// Sets what a text field holds.
    pub fn value(mut self, text: &str) -> Self {
        self.0.value = Some(value(text));
        self
    }

    /// Makes the element one that a list tells from its other items.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets the element be found after it is rendered.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = Some(node.clone());
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.push(text);
        self
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.children.push(VNode::VText(VText::new(value(text))));
        }
    }

    /// Adds an element.
    #[inline(never)]
    pub fn add(mut self, child: El) -> Self {
        self.0.children.push(child.html());
        self
    }

    /// Adds an element of a class with a text in it.
    #[inline(never)]
    pub fn say(self, tag: &'static str, class: &'static str, text: &str) -> Self {
        self.add(says(tag, class, text))
    }

    /// Adds an element where there is one.
    #[inline(never)]
    pub fn add_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Says something when the element is clicked.
    #[inline(never)]
    pub fn click(self, link: &Scope<App>, msg: Msg) -> Self {
        self.listen(link, On::Click, Reads::Says(msg))
    }

    /// Says something when another answer is chosen.
    pub fn change(self, link: &Scope<App>, msg: Msg) -> Self {
        self.listen(link, On::Change, Reads::Says(msg))
    }

    /// Says what a function makes of an event of an element at a position.
    #[inline(never)]
    pub fn on(self, link: &Scope<App>, on: On, at: usize, read: Read) -> Self {
        self.listen(link, on, Reads::Reads(at, read))
    }

    #[inline(never)]
    fn listen(mut self, link: &Scope<App>, on: On, reads: Reads) -> Self {
        self.0.listeners.push(Some(Rc::new(Ear { on, link: link.clone(), reads })));
        self
    }

    /// The element as yew takes it.
    #[inline(never)]
    pub fn html(self) -> Html {
        let parts = *self.0;
        let mut tag = VTag::new(parts.tag);
        tag.set_attributes(Attributes::Dynamic { keys: NAMES, values: parts.attributes });
        tag.set_listeners(parts.listeners.into_boxed_slice());
        tag.add_children(parts.children);
        tag.set_value(parts.value);
        if let Some(on) = parts.checked {
            tag.set_checked(on);
        }
        if let Some(node) = parts.node {
            tag.node_ref = node;
        }
        tag.key = parts.key;
        VNode::VTag(Rc::new(tag))
    }
}
