//! What an opened file has that the format does not know: kept apart, and put back where it
//! stood when the story is saved.

use verbatim_core::json::{Node, Writer, parse};

/// A field that is not known, and the object that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Extra {
    path: Vec<Step>,
    name: String,
    value: Node<'static>,
}

/// A step from an object or a list to one of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    /// The item of a list with this `id`: it may stand elsewhere by then.
    Item(String),
    Place(usize),
}

impl Extra {
    /// The field's name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// The fields of a file that are not in the same file as it is written.
pub(crate) fn extras(file: &str, written: &str) -> Vec<Extra> {
    let mut found = Vec::new();
    if let (Ok(file), Ok(written)) = (parse(file.as_bytes()), parse(written.as_bytes())) {
        compare(&file, &written, &mut Vec::new(), &mut found);
    }
    found
}

fn compare(file: &Node<'static>, written: &Node<'static>, path: &mut Vec<Step>, found: &mut Vec<Extra>) {
    match (file, written) {
        (Node::Object(fields), Node::Object(known)) => {
            for (name, value) in fields {
                match known.iter().find(|(other, _)| other == name) {
                    Some((_, other)) => {
                        path.push(Step::Field(name.clone()));
                        compare(value, other, path, found);
                        path.pop();
                    }
                    None => {
                        found.push(Extra { path: path.clone(), name: name.clone(), value: value.clone() });
                    }
                }
            }
        }
        (Node::List(items), Node::List(known)) => {
            for (place, (item, other)) in items.iter().zip(known).enumerate() {
                path.push(id(item).map_or(Step::Place(place), |id| Step::Item(id.to_owned())));
                compare(item, other, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

fn id<'a>(node: &'a Node<'static>) -> Option<&'a str> {
    let Node::Object(fields) = node else { return None };
    fields.iter().find_map(|(name, value)| match value {
        Node::String(id) if name == "id" => Some(&**id),
        _ => None,
    })
}

/// A written file with the fields put back, each where its object still is.
pub(crate) fn restored(written: String, extras: &[Extra]) -> String {
    if extras.is_empty() {
        return written;
    }
    let Ok(mut tree) = parse(written.as_bytes()) else { return written };
    for extra in extras {
        if let Some(Node::Object(fields)) = at(&mut tree, &extra.path)
            && !fields.iter().any(|(name, _)| *name == extra.name)
        {
            fields.push((extra.name.clone(), extra.value.clone()));
        }
    }
    let mut out = Writer::new();
    write(&tree, &mut out);
    out.finish()
}

fn at<'a>(mut node: &'a mut Node<'static>, path: &[Step]) -> Option<&'a mut Node<'static>> {
    for step in path {
        node = match (step, node) {
            (Step::Field(name), Node::Object(fields)) => {
                &mut fields.iter_mut().find(|(other, _)| other == name)?.1
            }
            (Step::Item(wanted), Node::List(items)) => {
                items.iter_mut().find(|item| id(item) == Some(wanted.as_str()))?
            }
            (Step::Place(place), Node::List(items)) => items.get_mut(*place)?,
            _ => return None,
        };
    }
    Some(node)
}

fn write(node: &Node<'_>, out: &mut Writer) {
    match node {
        Node::Null => out.raw("null"),
        Node::Bool(value) => out.raw(if *value { "true" } else { "false" }),
        Node::Number(number) => out.raw(number),
        Node::String(text) => out.string(text),
        Node::List(items) => {
            out.open('[');
            for item in items {
                out.item();
                write(item, out);
            }
            out.close(']');
        }
        Node::Object(fields) => {
            out.open('{');
            for (name, value) in fields {
                out.field(name);
                write(value, out);
            }
            out.close('}');
        }
    }
}
