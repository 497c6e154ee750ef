//! The values that a schema is made of, printed in the order in which they were given.

use super::Schema;
use crate::json::Writer;

/// A JSON value in a schema.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Number(u32),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Writes the value.
    pub fn write(&self, out: &mut Writer) {
        match self {
            Self::Bool(flag) => out.raw(if *flag { "true" } else { "false" }),
            Self::Number(number) => out.raw(&number.to_string()),
            Self::Text(text) => out.string(text),
            Self::List(items) => {
                out.open('[');
                for item in items {
                    out.item();
                    item.write(out);
                }
                out.close(']');
            }
            Self::Object(fields) => {
                out.open('{');
                for (name, value) in fields {
                    out.field(name);
                    value.write(out);
                }
                out.close('}');
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<Schema> for Value {
    fn from(schema: Schema) -> Self {
        Self::Object(schema.0)
    }
}
