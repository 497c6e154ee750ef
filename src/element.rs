//! Elements of the page, built by calls to a few plain functions: what `html!`
//! expands to at each place weighs several times as much in wasm. What they look
//! like is the style sheet's business, what they say that of [`crate::messages`].

use std::rc::Rc;

use web_sys::Event;
use yew::html::Scope;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{Html, NodeRef};

use crate::app::App;
use crate::state::Msg;

/// An element that is being built.
pub struct El(Box<VTag>);

/// A new element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// A new element of a class.
pub fn of(tag: &'static str, class: &'static str) -> El {
    el(tag).set("class", class)
}

/// An element of a class with a text in it.
pub fn says(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> El {
    of(tag, class).text(text)
}

/// A button that is not a form's.
pub fn button(class: &'static str, text: impl Into<AttrValue>) -> El {
    says("button", class, text).set("type", "button")
}

/// Several elements in a row, in no element of their own.
pub fn row(items: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(items, None)))
}

impl El {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.put(name, value.into())
    }

    /// Sets an attribute to a number.
    pub fn number(self, name: &'static str, value: usize) -> Self {
        self.put(name, value.to_string().into())
    }

    /// Sets an attribute to `true`, or leaves it out.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.put(name, AttrValue::Static("true")) } else { self }
    }

    fn put(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets whether a radio button or checkbox is on.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.set_checked(on);
        self
    }

    /// Sets what a text field holds.
    pub fn value(mut self, value: String) -> Self {
        self.0.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Makes the element one that a list tells from its other items.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets the element be found after it is rendered.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.push(VNode::VText(VText::new(text)))
    }

    /// Adds an element.
    pub fn add(self, child: El) -> Self {
        self.push(child.html())
    }

    /// Adds an element where there is one.
    pub fn add_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Adds whatever is rendered already.
    pub fn push(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds elements as one list, so that what changes in it moves nothing beside it.
    pub fn all(self, children: Vec<Html>) -> Self {
        self.push(row(children))
    }

    /// Says something when the element is clicked.
    pub fn click(self, link: &Scope<App>, msg: Msg) -> Self {
        self.listen(link, ListenerKind::onclick, Reads::Says(msg))
    }

    /// Says something at an event of a kind.
    pub fn say(self, link: &Scope<App>, kind: ListenerKind, msg: Msg) -> Self {
        self.listen(link, kind, Reads::Says(msg))
    }

    /// Says what a function makes of an event of an element at a position.
    pub fn on(self, link: &Scope<App>, kind: ListenerKind, at: usize, read: Read) -> Self {
        self.listen(link, kind, Reads::Reads(at, read))
    }

    fn listen(mut self, link: &Scope<App>, kind: ListenerKind, reads: Reads) -> Self {
        self.0.add_listener(Rc::new(On { kind, link: link.clone(), reads }));
        self
    }

    /// The element as yew takes it.
    pub fn html(self) -> Html {
        VNode::VTag(Rc::new(*self.0))
    }
}

/// What an event of the element at a position says, if anything.
pub type Read = fn(usize, &Event) -> Option<Msg>;

enum Reads {
    Says(Msg),
    Reads(usize, Read),
}

/// A listener of one type, whatever the event: yew's own are a type an event.
struct On {
    kind: ListenerKind,
    link: Scope<App>,
    reads: Reads,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        let msg = match &self.reads {
            Reads::Says(msg) => Some(msg.clone()),
            Reads::Reads(at, read) => read(*at, &event),
        };
        if let Some(msg) = msg {
            self.link.send_message(msg);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
