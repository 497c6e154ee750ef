//! One definition a record of the format, from which its type, its reader, its
//! writer and its part of the schema all follow.
//!
//! Generated visitors are the larger part of what reading a story costs in the
//! browser. A record here is read from a [`Reader`] by a few lines that share
//! everything else, so a field costs some dozen bytes of code; and since reading
//! goes on after a mistake, an author sees all of them at once.

use crate::finding::Problem;
use crate::json::{Path, Reader, Target, Writer};

/// What can be read from a story file and written to one.
pub trait Wire: Sized + Default {
    /// Whether a field of this type must be there.
    const REQUIRED: bool = true;

    /// Reads the value at which the reader stands into its place. What is wrong
    /// is added to the reader's findings, and then what stands in the place is
    /// not to be used.
    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>);

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
/// reports all others, doubled ones, and those that are missing. A field called
/// `tag` was looked at before and is passed over.
pub fn fields(
    reader: &mut Reader<'_>,
    at: &Path<'_>,
    tag: &str,
    known: &'static [Field],
    read: &mut dyn FnMut(usize, &mut Reader<'_>, &Path<'_>),
) {
    // A bit for each field that was found; no record has more than 32.
    let mut found = 0_u32;
    let before = reader.findings.len();
    reader.object(at, &mut |reader, key| {
        let here = at.field(key);
        let problem = match known.iter().position(|(name, _)| *name == key) {
            Some(position) if found >> position & 1 == 0 => {
                found |= 1 << position;
                return read(position, reader, &here);
            }
            None if key == tag => return reader.skip(),
            Some(_) => Problem::DuplicateField { name: key.to_owned() },
            None => Problem::UnknownField {
                name: key.to_owned(),
                known: known.iter().map(|(name, _)| *name).collect(),
            },
        };
        reader.report(&here, problem);
        if let Some(finding) = reader.findings.last_mut() {
            finding.place.target = Target::Key;
        }
        reader.skip();
    });
    // Of what is no object nothing can be missing.
    let is_object = found > 0 || reader.findings.len() == before;
    for (position, (name, required)) in known.iter().enumerate() {
        if is_object && *required && found >> position & 1 == 0 {
            reader.report(at, Problem::MissingField { name });
        }
    }
}

impl Wire for String {
    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        if let Some(text) = reader.string(at) {
            *self = text.into_owned();
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

    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        *self = reader.boolean(at).unwrap_or_default();
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
    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        *self = reader.count(at).unwrap_or_default();
    }

    fn write(&self, out: &mut Writer) {
        out.raw(&crate::decimal::decimal(*self as usize));
    }

    #[cfg(feature = "author")]
    fn schema(_: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::of_type("integer").with("minimum", 0)
    }
}

impl<T: Wire> Wire for Option<T> {
    const REQUIRED: bool = false;

    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        self.insert(T::default()).read(reader, at);
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

    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        reader.list(at, &mut |reader, position| {
            self.push(T::default());
            if let Some(item) = self.last_mut() {
                item.read(reader, &at.item(position));
            }
        });
        self.shrink_to_fit();
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

/// Reads the position of a name among those that are known.
pub fn known_name(reader: &mut Reader<'_>, known: &'static [&'static str], at: &Path<'_>) -> Option<usize> {
    let name = reader.string(at)?;
    let position = known.iter().position(|one| *one == name);
    if position.is_none() {
        reader.report(at, Problem::UnknownName { name: name.into_owned(), known });
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
            fn read(&mut self, reader: &mut $crate::json::Reader<'_>, at: &$crate::json::Path<'_>) {
                self.read_tagged(reader, at, "");
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
            /// Reads the fields of an object that has one more, its tag.
            pub(crate) fn read_tagged(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
                at: &$crate::json::Path<'_>,
                tag: &'static str,
            ) {
                static KNOWN: &[$crate::record::Field] = &[
                    $(($crate::record::name(stringify!($field)), <$type as $crate::record::Wire>::REQUIRED)),*
                ];
                $crate::record::fields(reader, at, tag, KNOWN, &mut |mut position, reader, at| {
                    $(
                        if position == 0 {
                            return $crate::record::Wire::read(&mut self.$field, reader, at);
                        }
                        position = position.wrapping_sub(1);
                    )*
                });
            }

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
                Self::NAMES[self as usize]
            }

            /// The one with this name in a story file.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl $crate::record::Wire for $name {
            fn read(&mut self, reader: &mut $crate::json::Reader<'_>, at: &$crate::json::Path<'_>) {
                if let Some(position) = $crate::record::known_name(reader, Self::NAMES, at)
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
