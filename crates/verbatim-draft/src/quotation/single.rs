//! What stands in single marks, told from apostrophes.

use std::ops::Range;

use crate::token::{Kind, Mark, Token};

/// What stands in single marks among these tokens, by their numbers: marks included,
/// apostrophes left out.
pub(crate) fn singles(text: &str, tokens: &[Token], within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if !opens_single(text, &tokens[at]) {
            at += 1;
            continue;
        }
        let mut weak = None;
        let mut strong = None;
        let mut ahead = at + 1;
        while ahead < within.end
            && tokens[ahead].kind != Kind::Paragraph
            && !opens_single(text, &tokens[ahead])
        {
            if tokens[ahead].kind == Kind::Mark(Mark::Single) && ahead > at + 1 {
                let start = tokens[ahead].start as usize;
                let before = text[..start].chars().next_back();
                if before.is_some_and(|letter| matches!(letter, ',' | '.' | '?' | '!' | '\u{2026}')) {
                    strong = Some(ahead);
                    break;
                }
                weak = weak.or(Some(ahead));
            }
            ahead += 1;
        }
        match strong.or(weak) {
            Some(end) => {
                found.push(at..end + 1);
                at = end + 1;
            }
            None => at = ahead,
        }
    }
    found
}

fn opens_single(text: &str, token: &Token) -> bool {
    let after = text[token.end as usize..].chars().next();
    match token.kind {
        Kind::Mark(Mark::SingleOpening) => true,
        Kind::Mark(Mark::Single) => {
            let before = text[..token.start as usize].chars().next_back();
            let free = before.is_none_or(|letter| {
                letter.is_whitespace() || matches!(letter, '(' | '[' | '"' | '\u{201c}' | '\u{2014}')
            });
            // A year (’90s) or a clipped word (’em) begins with an apostrophe.
            let clipped = ["em ", "til ", "cause ", "tis ", "twas ", "n\u{2019} "];
            let rest = &text.as_bytes()[token.end as usize..];
            free && after.is_some_and(|letter| letter.is_alphabetic() || matches!(letter, '[' | '$'))
                && !clipped.iter().any(|word| rest.starts_with(word.as_bytes()))
        }
        _ => false,
    }
}
