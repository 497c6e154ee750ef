//! What holds for every text, and pieces of which texts are made that make trouble;
//! shared by the property tests and the fuzzing.

use std::ops::Range;

use verbatim_draft::story::{Read, Settings, draft};
use verbatim_draft::{Article, CodePoints, Quote, Tier, facts};

/// Pieces that make trouble: marks of every shape, line ends, words that rules look
/// for, and letters of more than one byte, one of them invisible, one that combines.
pub const PIECES: &[&str] = &[
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

/// Panics unless what is reported of a text stands where it is said to stand, is the
/// same each time, has an order without cycles, and makes a story that passes the check.
pub fn holds(text: &str) {
    for (published, language) in
        [(Some("2020-05-13"), "en"), (None, "en-GB"), (Some("9999-12-31"), "en"), (None, "fr")]
    {
        let found = facts(Article { text, published, language });
        assert!(found.quotes.iter().all(|quote| stands(text, quote)));
        assert!(found.quotes.windows(2).all(|two| two[0].words.end <= two[1].words.start));
        assert!(found.timex.iter().all(|timex| cut(text, &timex.words)));
        assert!(found.timex.windows(2).all(|two| two[0].words.end <= two[1].words.start));
        let events = found.events.iter();
        assert!(events.clone().all(|event| cut(text, &event.verb) && cut(text, &event.sentence)));
        assert!(
            events.flat_map(|event| event.clause.iter().chain(&event.date)).all(|words| cut(text, words))
        );
        assert!(found.order.iter().all(|edge| cut(text, &edge.words)));
        let pairs = found.ordered();
        assert!(pairs.iter().all(|&(one, other)| one != other && !pairs.contains(&(other, one))));
        code_points(text, &found.quotes);
        let again = facts(Article { text, published, language });
        assert_eq!(format!("{found:?}"), format!("{again:?}"));
        let article = Read { text, facts: &found, publisher: "Post", title: "Ferry", published };
        let drafted = draft(&[article, article], &Settings { title: None, language, least: Tier::Unsure });
        if let Some(story) = drafted.story {
            let findings = verbatim_core::check::load(story.to_json().as_bytes()).findings;
            assert!(findings.is_empty(), "{findings:?}");
        }
    }
}

/// Whether a range can be cut out of the text and has something in it.
fn cut(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|words| !words.is_empty())
}

fn stands(text: &str, quote: &Quote) -> bool {
    let within =
        |nested: &Quote| quote.words.start <= nested.words.start && nested.words.end <= quote.words.end;
    cut(text, &quote.words)
        && quote.mention.as_ref().is_none_or(|range| cut(text, range))
        && quote.attribution.as_ref().is_none_or(|range| cut(text, range))
        && quote.inside.iter().all(|nested| within(nested) && stands(text, nested))
}

/// The words cut out by code points are the words cut out by bytes.
fn code_points(text: &str, quotes: &[Quote]) {
    let points = CodePoints::new(text);
    for quote in quotes {
        let (start, end) = (points.before(quote.words.start), points.before(quote.words.end));
        let cut: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(cut, &text[quote.words.clone()]);
    }
}
