//! One definition a record of the format, from which its type, its reader, its
//! writer and its part of the schema all follow.
//!
//! Generated visitors are the larger part of what reading a story costs in the
//! browser. A record here is read from a [`Node`] by a few lines that share
//! everything else, so a field costs some dozen bytes of code; and since reading
//! goes on after a mistake, an author sees all of them at once.

use std::borrow::Cow;

use crate::finding::{Finding, Problem};
use crate::json::{Node, Path, Target, Writer};

/// What can be read from a story file and written to one.
pub trait Wire: Sized {
    /// Reads a value; `None` when what is wrong was added to `findings`.
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self>;

    /// What a field of this type is when the file leaves it out; `None` for a field that must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether a field with this value is left out when written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Writes the value.
    fn write(&self, out: &mut Writer);

    /// The value's JSON Schema (draft 2020-12); named records go to `definitions`.
    #[cfg(feature = "author")]
    fn schema(definitions: &mut crate::schema::Definitions) -> crate::schema::Schema;
}

/// Takes an object apart into its `N` known fields, and reports all others.
pub fn fields<'a, const N: usize>(
    node: Node<'a>,
    at: &Path<'_>,
    known: &'static [&'static str; N],
    findings: &mut Vec<Finding>,
) -> Option<[Option<Node<'a>>; N]> {
    let mut slots = [const { None }; N];
    take_apart(node, at, known, &mut slots, findings).then_some(slots)
}

fn take_apart<'a>(
    node: Node<'a>,
    at: &Path<'_>,
    known: &'static [&'static str],
    slots: &mut [Option<Node<'a>>],
    findings: &mut Vec<Finding>,
) -> bool {
    let Node::Object(entries) = node else {
        findings.push(Finding::at(at, Problem::wrong_type("an object", &node)));
        return false;
    };
    for (key, value) in entries {
        let slot = known.iter().zip(slots.iter_mut()).find(|(name, _)| **name == key);
        let problem = match slot {
            Some((_, slot @ None)) => {
                *slot = Some(value);
                continue;
            }
            Some(_) => Problem::DuplicateField { name: key.to_string() },
            None => Problem::UnknownField { name: key.to_string(), known },
        };
        findings.push(Finding::at(&at.field(&key), problem).with_target(Target::Key));
    }
    true
}

/// Reads one field that [`fields`] has found or not.
pub fn field<T: Wire>(
    slot: Option<Node<'_>>,
    at: &Path<'_>,
    name: &'static str,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    match slot {
        Some(node) => T::read(node, &at.field(name), findings),
        None => {
            let absent = T::absent();
            if absent.is_none() {
                findings.push(Finding::at(at, Problem::MissingField { name }));
            }
            absent
        }
    }
}

impl Wire for String {
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self> {
        match node {
            Node::String(text) => Some(Cow::into_owned(text)),
            other => {
                findings.push(Finding::at(at, Problem::wrong_type("a string", &other)));
                None
            }
        }
    }

    fn write(&self, out: &mut Writer) {
        out.string(self);
    }

    #[cfg(feature = "author")]
    fn schema(_: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::of_type("string")
    }
}

impl Wire for bool {
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self> {
        match node {
            Node::Bool(flag) => Some(flag),
            other => {
                findings.push(Finding::at(at, Problem::wrong_type("true or false", &other)));
                None
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn is_absent(&self) -> bool {
        !self
    }

    fn write(&self, out: &mut Writer) {
        out.raw(if *self { "true" } else { "false" });
    }

    #[cfg(feature = "author")]
    fn schema(_: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::of_type("boolean")
    }
}

impl Wire for u32 {
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self> {
        if let Node::Number(digits) = &node
            && let Ok(number) = digits.parse()
        {
            return Some(number);
        }
        findings.push(Finding::at(at, Problem::wrong_type("a whole number, zero or more", &node)));
        None
    }

    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }

    #[cfg(feature = "author")]
    fn schema(_: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::of_type("integer").with("minimum", 0)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self> {
        T::read(node, at, findings).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Writer) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    #[cfg(feature = "author")]
    fn schema(definitions: &mut crate::schema::Definitions) -> crate::schema::Schema {
        T::schema(definitions)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) -> Option<Self> {
        let Node::List(nodes) = node else {
            findings.push(Finding::at(at, Problem::wrong_type("a list", &node)));
            return None;
        };
        let mut items = Vec::with_capacity(nodes.len());
        let mut whole = true;
        for (index, node) in nodes.into_iter().enumerate() {
            match T::read(node, &at.item(index), findings) {
                Some(item) => items.push(item),
                None => whole = false,
            }
        }
        whole.then_some(items)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut Writer) {
        out.open('[');
        for item in self {
            out.item();
            item.write(out);
        }
        out.close(']');
    }

    #[cfg(feature = "author")]
    fn schema(definitions: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::list_of(T::schema(definitions))
    }
}

/// Defines a record. A field's type says whether it may be left out: `Option`,
/// `Vec` and `bool` may.
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $crate::record::Wire for $name {
            fn read(
                node: $crate::json::Node<'_>,
                at: &$crate::json::Path<'_>,
                findings: &mut Vec<$crate::finding::Finding>,
            ) -> Option<Self> {
                static KNOWN: [&str; [$(stringify!($field)),*].len()] = [$($crate::record::name(stringify!($field))),*];
                let slots = $crate::record::fields(node, at, &KNOWN, findings)?;
                let mut slots = slots.into_iter().zip(KNOWN);
                $(let $field = slots.next().and_then(|(slot, name)| {
                    $crate::record::field::<$type>(slot, at, name, findings)
                });)*
                Some(Self { $($field: $field?),* })
            }

            fn write(&self, out: &mut $crate::json::Writer) {
                out.open('{');
                self.write_fields(out);
                out.close('}');
            }

            #[cfg(feature = "author")]
            fn schema(definitions: &mut $crate::schema::Definitions) -> $crate::schema::Schema {
                $crate::schema::Schema::record(
                    stringify!($name),
                    concat!($($doc,)* ""),
                    definitions,
                    |definitions| vec![$($crate::schema::Property {
                        name: $crate::record::name(stringify!($field)),
                        about: concat!($($field_doc,)* ""),
                        required: <$type as $crate::record::Wire>::absent().is_none(),
                        schema: <$type as $crate::record::Wire>::schema(definitions),
                    }),*],
                )
            }
        }

        impl $name {
            /// Writes the fields without the braces around them.
            pub(crate) fn write_fields(&self, out: &mut $crate::json::Writer) {
                $(if !$crate::record::Wire::is_absent(&self.$field) {
                    out.field($crate::record::name(stringify!($field)));
                    $crate::record::Wire::write(&self.$field, out);
                })*
            }
        }
    };
}

/// Defines a set of names of which a field holds one.
macro_rules! choice_of_names {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $variant_doc:literal])* $variant:ident = $text:literal,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            const NAMES: &'static [&'static str] = &[$($text),*];

            /// The name in a story file.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// The one with this name in a story file.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl $crate::record::Wire for $name {
            fn read(
                node: $crate::json::Node<'_>,
                at: &$crate::json::Path<'_>,
                findings: &mut Vec<$crate::finding::Finding>,
            ) -> Option<Self> {
                let text = <String as $crate::record::Wire>::read(node, at, findings)?;
                let found = Self::from_name(&text);
                if found.is_none() {
                    let problem = $crate::finding::Problem::UnknownName { name: text, known: Self::NAMES };
                    findings.push($crate::finding::Finding::at(at, problem));
                }
                found
            }

            fn write(&self, out: &mut $crate::json::Writer) {
                out.string(self.name());
            }

            #[cfg(feature = "author")]
            fn schema(_: &mut $crate::schema::Definitions) -> $crate::schema::Schema {
                $crate::schema::Schema::one_of_names(&[$(($text, concat!($($variant_doc,)* ""))),*])
            }
        }
    };
}

/// The name of a field in a file: `$schema` can't be a name in Rust.
pub const fn name(field: &'static str) -> &'static str {
    match field.as_bytes() {
        b"schema" => "$schema",
        _ => field,
    }
}

pub(crate) use {choice_of_names, record};
