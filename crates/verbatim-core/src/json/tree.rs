//! JSON as a tree, for tools that look around in a document; stories are read
//! without one.

use std::borrow::Cow;

use super::{Path, Reader, SyntaxError, read};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    /// A string, escapes resolved.
    String(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object, in the order of the text; a doubled key stands twice.
    Object(Vec<(String, Node<'a>)>),
}

/// Reads a whole text as one value.
///
/// # Errors
/// The first fault, with its place.
pub fn parse(bytes: &[u8]) -> Result<Node<'static>, SyntaxError> {
    read(bytes, node).map(|(node, _)| node)
}

fn node(reader: &mut Reader<'_>) -> Node<'static> {
    let root = Path::Root;
    match reader.next() {
        Some(b'"') => Node::String(Cow::Owned(reader.text().unwrap_or_default().into_owned())),
        Some(b'-' | b'0'..=b'9') => Node::Number(Cow::Owned(reader.number().unwrap_or_default().to_owned())),
        Some(b'[') => {
            let mut items = Vec::new();
            reader.list(&root, &mut |reader, _| items.push(node(reader)));
            Node::List(items)
        }
        Some(b'{') => {
            let mut entries = Vec::new();
            reader.object(&root, &mut |reader, key| entries.push((key.to_owned(), node(reader))));
            Node::Object(entries)
        }
        Some(_) => reader.name().flatten().map_or(Node::Null, Node::Bool),
        None => Node::Null,
    }
}
