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
pub trait Wire: Sized + Default {
    /// Whether a field of this type must be there.
    const REQUIRED: bool = true;

    /// Reads a value into its place. What is wrong is added to `findings`, and
    /// then what stands in the place is not to be used.
    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>);

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

/// A field of a record: its name in a file, and whether it must be there.
pub type Field = (&'static str, bool);

/// Hands each known field of an object on by its position in `known`, and
/// reports all others, doubled ones, and those that are missing.
pub fn fields(
    node: Node<'_>,
    at: &Path<'_>,
    known: &'static [Field],
    findings: &mut Vec<Finding>,
    read: &mut dyn FnMut(usize, Node<'_>, &Path<'_>, &mut Vec<Finding>),
) {
    let Node::Object(entries) = node else {
        findings.push(Finding::at(at, Problem::wrong_type("an object", &node)));
        return;
    };
    // A bit for each field that was found; no record has more than 32.
    let mut found = 0_u32;
    for (key, value) in entries {
        let here = at.field(&key);
        let problem = match known.iter().position(|(name, _)| *name == key) {
            Some(position) if found >> position & 1 == 0 => {
                found |= 1 << position;
                read(position, value, &here, findings);
                continue;
            }
            Some(_) => Problem::DuplicateField { name: key.to_string() },
            None => Problem::UnknownField {
                name: key.to_string(),
                known: known.iter().map(|(name, _)| *name).collect(),
            },
        };
        findings.push(Finding::at(&here, problem).with_target(Target::Key));
    }
    for (position, (name, required)) in known.iter().enumerate() {
        if *required && found >> position & 1 == 0 {
            findings.push(Finding::at(at, Problem::MissingField { name }));
        }
    }
}

impl Wire for String {
    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) {
        match node {
            Node::String(text) => *self = Cow::into_owned(text),
            other => findings.push(Finding::at(at, Problem::wrong_type("a string", &other))),
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
    const REQUIRED: bool = false;

    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) {
        match node {
            Node::Bool(flag) => *self = flag,
            other => findings.push(Finding::at(at, Problem::wrong_type("true or false", &other))),
        }
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
    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) {
        if let Node::Number(digits) = &node
            && let Ok(number) = digits.parse()
        {
            *self = number;
        } else {
            findings.push(Finding::at(at, Problem::wrong_type("a whole number, zero or more", &node)));
        }
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
    const REQUIRED: bool = false;

    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) {
        self.insert(T::default()).read(node, at, findings);
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
    const REQUIRED: bool = false;

    fn read(&mut self, node: Node<'_>, at: &Path<'_>, findings: &mut Vec<Finding>) {
        let Node::List(nodes) = node else {
            findings.push(Finding::at(at, Problem::wrong_type("a list", &node)));
            return;
        };
        self.resize_with(nodes.len(), T::default);
        for (index, (item, node)) in self.iter_mut().zip(nodes).enumerate() {
            item.read(node, &at.item(index), findings);
        }
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

/// The position of a name among those that are known.
pub fn known_name(
    node: Node<'_>,
    known: &'static [&'static str],
    at: &Path<'_>,
    findings: &mut Vec<Finding>,
) -> Option<usize> {
    let Node::String(name) = node else {
        findings.push(Finding::at(at, Problem::wrong_type("a string", &node)));
        return None;
    };
    let position = known.iter().position(|one| *one == name);
    if position.is_none() {
        findings.push(Finding::at(at, Problem::UnknownName { name: name.into_owned(), known }));
    }
    position
}

/// Defines a record. A field's type says whether it may be left out: `Option`,
/// `Vec` and `bool` may.
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $crate::record::Wire for $name {
            fn read(
                &mut self,
                node: $crate::json::Node<'_>,
                at: &$crate::json::Path<'_>,
                findings: &mut Vec<$crate::finding::Finding>,
            ) {
                static KNOWN: &[$crate::record::Field] = &[
                    $(($crate::record::name(stringify!($field)), <$type as $crate::record::Wire>::REQUIRED)),*
                ];
                $crate::record::fields(node, at, KNOWN, findings, &mut |mut position, node, at, findings| {
                    $(
                        if position == 0 {
                            return $crate::record::Wire::read(&mut self.$field, node, at, findings);
                        }
                        position = position.wrapping_sub(1);
                    )*
                });
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
                        required: <$type as $crate::record::Wire>::REQUIRED,
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

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
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
                &mut self,
                node: $crate::json::Node<'_>,
                at: &$crate::json::Path<'_>,
                findings: &mut Vec<$crate::finding::Finding>,
            ) {
                let known = Self::NAMES;
                if let Some(position) = $crate::record::known_name(node, known, at, findings)
                    && let Some(one) = Self::ALL.get(position)
                {
                    *self = *one;
                }
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
