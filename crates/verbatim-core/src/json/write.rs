//! JSON text from records, laid out as an author would: two spaces, a field a line.

/// Builds a JSON text piece by piece.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    depth: usize,
    first: bool,
}

impl Writer {
    /// An empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text so far.
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// Writes a value that has no parts, as it is.
    pub fn raw(&mut self, token: &str) {
        self.text.push_str(token);
    }

    /// Writes a string, escaped as RFC 8259 (section 7) asks and no further.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        for letter in value.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                control if control < ' ' => self.text.push_str(&format!("\\u{:04x}", control as u32)),
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }

    /// Opens an object or a list with its bracket.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.first = true;
    }

    /// Closes what was opened last, with its bracket.
    pub fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.first {
            self.line();
        }
        self.first = false;
        self.text.push(bracket);
    }

    /// Begins the next item of a list.
    pub fn item(&mut self) {
        if !self.first {
            self.text.push(',');
        }
        self.first = false;
        self.line();
    }

    /// Begins the next field of an object.
    pub fn field(&mut self, name: &str) {
        self.item();
        self.string(name);
        self.text.push_str(": ");
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }
}
