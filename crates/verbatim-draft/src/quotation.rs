//! Finds quotations by their marks, over paragraphs and one within another;
//! who speaks, and whether it is speech at all, is decided elsewhere.

use std::ops::Range;

use crate::lexicon::{CAPITAL, ROLE, STRONG, SUBJECT_PRONOUN};
use crate::token::{Kind, Mark, Token};

mod single;

pub(crate) use self::single::singles;

/// How the words in marks end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a closing mark.
    Closed,
    /// With the paragraph; the next one opens anew, or closes what was open.
    Continued,
    /// With the paragraph, or where the next quotation opens: the closing mark is missing.
    Unclosed,
}

/// Words in marks.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// Its tokens, the marks included.
    pub(crate) tokens: Range<usize>,
    pub(crate) ending: Ending,
    /// Whether it goes on with the quotation before it, which the end of a paragraph left open.
    pub(crate) continues: bool,
}

/// The quotations of a text, in order, none within another.
pub(crate) fn quotations(text: &str, tokens: &[Token]) -> Vec<Quotation> {
    let mut pairing = Pairing { text, tokens, open: None, outer: None, continues: false, found: Vec::new() };
    let mut any = false;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark(mark) if !matches!(mark, Mark::Single | Mark::SingleOpening) => {
                any = true;
                pairing.mark(at, mark);
            }
            Kind::Paragraph => pairing.paragraph(at),
            _ => {}
        }
    }
    if any {
        return pairing.found;
    }
    // Where nothing stands in double marks, single ones quote.
    let found = singles(text, tokens, 0..tokens.len());
    let closed = |tokens| Quotation { tokens, ending: Ending::Closed, continues: false };
    found.into_iter().map(closed).collect()
}

/// The longest value of an attribute, in tokens.
const ATTRIBUTE: usize = 30;

/// The longest clause that says who spoke, where a mark is missing.
const CLAUSE: usize = 6;

/// Whether a mark of punctuation can end what somebody said.
fn ends(kind: Kind) -> bool {
    matches!(kind, Kind::Stop | Kind::Exclaim | Kind::Comma)
}

struct Pairing<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The token with which an open quotation begins, and its mark, where it has one.
    open: Option<(usize, Option<Mark>)>,
    /// The token with which a quotation began in which another opened, and how many had been found by then.
    outer: Option<(usize, usize)>,
    continues: bool,
    found: Vec<Quotation>,
}

impl Pairing<'_> {
    fn mark(&mut self, at: usize, mark: Mark) {
        if self.open.is_some_and(|(start, _)| self.is_attribute(start)) {
            self.open = None;
            return;
        }
        match (self.open, direction(self.text, self.tokens, at, mark, self.open)) {
            (Some((start, _)), Direction::Closes) => self.close(start, at + 1, Ending::Closed),
            (None, Direction::Opens) => self.open = Some((at, Some(mark))),
            (Some((start, _)), Direction::Opens) => {
                let before = self.found.len();
                // The mark that should have closed is missing: the words end with their sentence,
                // or before the words that say who spoke them.
                if let Some(end) = (start + 2..at).rev().find(|&end| ends(self.tokens[end].kind)) {
                    let end = self.attributed(start + 2, end).unwrap_or(end);
                    self.close(start, end + 1, Ending::Unclosed);
                }
                self.open = Some((at, Some(mark)));
                let amid = at > start + 1 && !matches!(self.tokens[at - 1].kind, Kind::Stop | Kind::Exclaim);
                self.outer = amid.then_some((start, before));
            }
            // Or it was not missing, and what opened was a quotation within the other.
            (None, Direction::Closes) => {
                let closes = at.checked_sub(1).is_some_and(|last| ends(self.tokens[last].kind));
                if let Some((start, before)) = self.outer.take().filter(|_| closes) {
                    self.found.truncate(before);
                    self.close(start, at + 1, Ending::Closed);
                }
            }
        }
    }

    fn close(&mut self, start: usize, end: usize, ending: Ending) {
        if self.is_attribute(start) {
            self.open = None;
            return;
        }
        self.found.push(Quotation { tokens: start..end, ending, continues: self.continues });
        self.continues = false;
        self.open = None;
    }

    /// The mark before a short clause that says who spoke and ends at `end`: `…, he added,`.
    fn attributed(&self, floor: usize, end: usize) -> Option<usize> {
        let floor = floor.max(end.saturating_sub(CLAUSE));
        let before = (floor..end).rev().find(|&before| self.tokens[before].kind != Kind::Word)?;
        let clause = &self.tokens[before + 1..end];
        let somebody = |word: &Token| word.is(CAPITAL | SUBJECT_PRONOUN | ROLE);
        let says = clause.iter().any(|word| word.is(STRONG)) && clause.iter().any(somebody);
        (says && ends(self.tokens[before].kind)).then_some(before)
    }

    /// Whether a mark begins the value of an attribute, which is no quotation.
    fn is_attribute(&self, start: usize) -> bool {
        self.text[..self.tokens[start].start as usize].ends_with('=')
    }

    fn paragraph(&mut self, at: usize) {
        self.outer = None;
        let Some((start, mark)) = self.open else {
            self.continues = false;
            return;
        };
        // Its value may be wrapped.
        if self.is_attribute(start) && at - start < ATTRIBUTE {
            return;
        }
        let is_mark = |token: &Token| match token.kind {
            Kind::Mark(mark) if !matches!(mark, Mark::Single | Mark::SingleOpening) => Some(mark),
            _ => None,
        };
        let rest = &self.tokens[at + 1..];
        // A mark of the other shape opens words of their own.
        let reopened = rest
            .first()
            .is_some_and(|token| is_mark(token).is_some_and(|found| mark.is_none_or(|mark| mark == found)));
        let ahead = rest.iter().take_while(|token| token.kind != Kind::Paragraph);
        let next = ahead.enumerate().find_map(|(offset, token)| Some((at + 1 + offset, is_mark(token)?)));
        let closed_later = !reopened
            && next.is_some_and(|(at, found)| {
                direction(self.text, self.tokens, at, found, None) == Direction::Closes
            });
        let ending = if reopened || closed_later { Ending::Continued } else { Ending::Unclosed };
        if start + 1 < at {
            self.close(start, at, ending);
        }
        self.continues = ending == Ending::Continued;
        self.open = closed_later.then_some((at + 1, mark));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Opens,
    Closes,
}

/// Which way a mark points, by its shape, by what it touches, and by whether one is open.
fn direction(
    text: &str,
    tokens: &[Token],
    at: usize,
    mark: Mark,
    open: Option<(usize, Option<Mark>)>,
) -> Direction {
    let token = &tokens[at];
    let before = text[..token.start as usize].chars().next_back();
    let after = text[token.end as usize..].chars().next();
    let opens = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '(' | '[' | '\u{2014}' | '\u{2013}' | '-' | '\u{2018}' | '/')
    };
    let spaced_before = before.is_none_or(opens);
    let spaced_after = after.is_none_or(|letter| {
        letter.is_whitespace() || matches!(letter, ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']')
    });
    let begins = spaced_before && !spaced_after;
    let ends = !spaced_before && spaced_after;
    match (mark, open) {
        (Mark::Low, _) => Direction::Opens,
        (Mark::Opening, Some((_, Some(Mark::Low)))) => Direction::Closes,
        // Typed the wrong way round.
        (Mark::Opening, Some(_)) if ends => Direction::Closes,
        (Mark::Opening, _) => Direction::Opens,
        (Mark::Closing, None) if begins => Direction::Opens,
        (Mark::Closing, _) => Direction::Closes,
        (_, None) if ends => Direction::Closes,
        (_, None) => Direction::Opens,
        (_, Some((_, Some(Mark::Opening)))) if !begins => Direction::Closes,
        (_, Some(_)) if begins && !matches!(before, Some('\u{2014}' | '\u{2013}' | '-' | '/')) => {
            Direction::Opens
        }
        (_, Some(_)) => Direction::Closes,
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, quotations, singles};

    fn tokens(text: &str) -> Vec<crate::token::Token> {
        crate::token::tokens(text, 0..text.len(), false)
    }

    fn found(text: &str) -> Vec<(&str, Ending, bool)> {
        let tokens = tokens(text);
        let cut = |range: &std::ops::Range<usize>| {
            &text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize]
        };
        quotations(text, &tokens)
            .iter()
            .map(|quote| (cut(&quote.tokens), quote.ending, quote.continues))
            .collect()
    }

    #[test]
    fn pairs_marks_of_every_shape() {
        use Ending::{Closed, Continued, Unclosed};
        for (text, expected) in [
            (
                "\"We waited,\" said Cole. \"Too long.\"",
                vec![("\"We waited,\"", Closed, false), ("\"Too long.\"", Closed, false)],
            ),
            ("He was \u{201c}tired\" of it.", vec![("\u{201c}tired\"", Closed, false)]),
            ("``Yes,'' she said.", vec![("``Yes,''", Closed, false)]),
            ("Er sagte: \u{201e}Nein.\u{201c}", vec![("\u{201e}Nein.\u{201c}", Closed, false)]),
            ("\u{ab}Oui\u{bb}, dit-il.", vec![("\u{ab}Oui\u{bb}", Closed, false)]),
            ("The 6'2\" man left. \"Now.\"", vec![("\"Now.\"", Closed, false)]),
            (
                "\u{201c}One.\n\n\u{201c}Two.\u{201d}",
                vec![("\u{201c}One.", Continued, false), ("\u{201c}Two.\u{201d}", Closed, true)],
            ),
            (
                "\u{201c}One.\n\nTwo.\u{201d} He left.",
                vec![("\u{201c}One.", Continued, false), ("Two.\u{201d}", Closed, true)],
            ),
            // A mark of another shape opens words of their own.
            (
                "\"One.\n\n\u{201c}Two.\u{201d}",
                vec![("\"One.", Unclosed, false), ("\u{201c}Two.\u{201d}", Closed, false)],
            ),
            ("He wrote \u{201c}no more.\n\nShe left.", vec![("\u{201c}no more.", Unclosed, false)]),
            (
                "\u{201c}One, he said. \u{201c}Two.\u{201d}",
                vec![("\u{201c}One,", Unclosed, false), ("\u{201c}Two.\u{201d}", Closed, false)],
            ),
            ("'Nobody asked us,' said Cole's aide.", vec![("'Nobody asked us,'", Closed, false)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn tells_single_marks_from_apostrophes() {
        let text = "\"She told me, 'Don't build the dogs' house in the '90s.' I didn't.\"";
        let tokens = tokens(text);
        let cut = |range: std::ops::Range<usize>| {
            &text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize]
        };
        let found: Vec<&str> = singles(text, &tokens, 0..tokens.len()).into_iter().map(cut).collect();
        assert_eq!(found, ["'Don't build the dogs' house in the '90s.'"]);
    }
}
