//! Where in a document something stands, built for free while reading and
//! written out as a JSON Pointer (RFC 6901) only when there is something to say.

/// A step from the root of a document, linked to the steps before it.
#[derive(Clone, Copy, Debug)]
pub enum Path<'p> {
    /// The whole document.
    Root,
    /// A field of the object at the other path.
    Field(&'p Path<'p>, &'p str),
    /// An item of the list at the other path.
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    /// The path of a field of the object that stands here.
    // There are a hundred calls, each of which would write all of the step.
    #[inline(never)]
    pub fn field(&'p self, name: &'p str) -> Path<'p> {
        Path::Field(self, name)
    }

    /// The path of an item of the list that stands here.
    #[inline(never)]
    pub fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }

    /// The path as a JSON Pointer, the empty string for the root.
    pub fn pointer(&self) -> String {
        let mut out = String::new();
        self.append(&mut out);
        out
    }

    fn append(&self, out: &mut String) {
        match self {
            Path::Root => {}
            Path::Field(parent, name) => {
                parent.append(out);
                out.push('/');
                for letter in name.chars() {
                    match letter {
                        '~' => out.push_str("~0"),
                        '/' => out.push_str("~1"),
                        other => out.push(other),
                    }
                }
            }
            Path::Item(parent, index) => {
                parent.append(out);
                out.push('/');
                out.push_str(&crate::decimal::decimal(*index));
            }
        }
    }
}
