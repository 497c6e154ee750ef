//! The text of a file, and where in it a byte stands for a reader: line and column.

use std::ops::Range;

/// A file's name and bytes, with the places of its lines.
#[derive(Debug)]
pub(crate) struct Text {
    name: String,
    bytes: Vec<u8>,
    /// The offsets at which lines begin.
    lines: Vec<usize>,
    /// The offset at which the text begins, after a byte order mark.
    start: usize,
}

/// A place as editors show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in code points.
    pub column: usize,
    /// The offset, from 0, in bytes.
    pub offset: usize,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Text {
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        let start = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let ends = bytes.iter().enumerate().filter(|&(at, byte)| match byte {
            b'\n' => true,
            // Alone it ends a line; before a line feed the two are one end.
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let lines = std::iter::once(start).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { name, bytes, lines, start }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The offset at which the text begins: after a byte order mark, where there is one.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The text without a byte order mark; empty where it is not UTF-8.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }

    pub(crate) fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.bytes.len());
        let line = self.line_of(offset);
        let before = &self.bytes[self.lines[line].min(offset)..offset];
        Position { line: line + 1, column: String::from_utf8_lossy(before).chars().count() + 1, offset }
    }

    /// The index of the line in which a byte stands.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The bytes of a line without its end.
    pub(crate) fn line(&self, index: usize) -> Range<usize> {
        let start = self.lines[index];
        let end = self.lines.get(index + 1).copied().unwrap_or(self.bytes.len());
        let ended = self.bytes[start..end].iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        start..end - ended.count()
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn place(text: &[u8], offset: usize) -> (usize, usize) {
        let position = Text::new(String::new(), text.to_vec()).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn counts_as_editors_do() {
        assert_eq!(place(b"", 0), (1, 1));
        assert_eq!(place(b"ab\ncd", 4), (2, 2));
        assert_eq!(place(b"ab\r\ncd", 4), (2, 1));
        assert_eq!(place(b"ab\rcd", 4), (2, 2));
        assert_eq!(place(b"ab\n", 3), (2, 1));
        assert_eq!(place(b"\xEF\xBB\xBFab", 4), (1, 2));
        assert_eq!(place(b"\xEF\xBB\xBFab", 0), (1, 1));
        assert_eq!(place("\t\u{1f600}x".as_bytes(), 5), (1, 3));
        assert_eq!(place(b"a\xFFb", 2), (1, 3));
        assert_eq!(place(b"ab", 99), (1, 3));
    }
}
