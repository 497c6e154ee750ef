//! Any text at all: nothing panics, and what is reported stands where it is said to stand.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use verbatim_draft::story::{Read, Settings, draft};
use verbatim_draft::{Article, CodePoints, Quote, Tier, facts};

/// Pieces that make trouble: marks of every shape, line ends, words that rules look
/// for, and letters of more than one byte, one of them invisible, one that combines.
const PIECES: &[&str] = &[
    "\"",
    "''",
    "``",
    "'",
    "\u{2018}",
    "\u{2019}",
    "\u{201c}",
    "\u{201d}",
    "\u{201e}",
    "\u{ab}",
    "\u{bb}",
    "\n",
    "\n\n",
    " ",
    " ",
    " ",
    ",",
    ".",
    "?",
    ":",
    ";",
    "-",
    "\u{2014}",
    "(",
    ")",
    "said",
    "says",
    "according to",
    "wrote",
    "Ada Brandt",
    "Mr. Weir",
    "Weir",
    "'s",
    "he",
    "she",
    "the mayor",
    "former",
    "Gov.",
    "U.S.",
    "who",
    "and",
    "of",
    "that",
    "before",
    "after",
    "opened",
    "sank",
    "in 1998",
    "on Tuesday",
    "Oct. 14, 2019",
    "two",
    "weeks ago",
    "last year",
    "the third quarter",
    "a",
    "-year-old",
    "May",
    "\u{1f600}",
    "\u{200b}",
    "e\u{301}",
    "\u{e9}t\u{e9}",
    "\u{5d0}\u{5d1}",
    "\u{4ed6}\u{8bf4}",
    "\u{130}",
    "\u{df}",
    "\t",
    "\r\n",
    "=",
    "0",
    "1",
    "12345678901234567890",
    "99999999 weeks ago",
    "O'",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn spaced() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn stands(text: &str, quote: &Quote) -> bool {
    let cut = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some_and(|words| !words.is_empty());
    let within =
        |nested: &Quote| quote.words.start <= nested.words.start && nested.words.end <= quote.words.end;
    cut(&quote.words)
        && quote.mention.as_ref().is_none_or(cut)
        && quote.attribution.as_ref().is_none_or(cut)
        && quote.inside.iter().all(|nested| within(nested) && stands(text, nested))
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    for (published, language) in
        [(Some("2020-05-13"), "en"), (None, "en-GB"), (Some("9999-12-31"), "en"), (None, "fr")]
    {
        let found = facts(Article { text, published, language });
        prop_assert!(found.quotes.iter().all(|quote| stands(text, quote)));
        prop_assert!(found.quotes.windows(2).all(|two| two[0].words.end <= two[1].words.start));
        prop_assert!(
            found
                .timex
                .iter()
                .all(|timex| text.get(timex.words.clone()).is_some_and(|words| !words.is_empty()))
        );
        prop_assert!(found.timex.windows(2).all(|two| two[0].words.end <= two[1].words.start));
        let pairs = found.ordered();
        prop_assert!(pairs.iter().all(|&(one, other)| one != other && !pairs.contains(&(other, one))));
        let points = CodePoints::new(text);
        for quote in &found.quotes {
            let (start, end) = (points.before(quote.words.start), points.before(quote.words.end));
            let cut: String = text.chars().skip(start).take(end - start).collect();
            prop_assert_eq!(cut.as_str(), &text[quote.words.clone()]);
        }
        let again = facts(Article { text, published, language });
        prop_assert_eq!(format!("{found:?}"), format!("{again:?}"));
        let article = Read { text, facts: &found, publisher: "Post", title: "Ferry", published };
        let drafted = draft(&[article, article], &Settings { title: None, language, least: Tier::Unsure });
        if let Some(story) = drafted.story {
            let findings = verbatim_core::check::load(story.to_json().as_bytes()).findings;
            prop_assert!(findings.is_empty(), "{:?}", findings);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text(text in "\\PC*") {
        holds(&text)?;
    }

    #[test]
    fn any_pieces(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn any_sentences(text in spaced()) {
        holds(&text)?;
    }
}
