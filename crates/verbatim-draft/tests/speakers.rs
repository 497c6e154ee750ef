//! Who speaks: small texts with the speakers that are found in them.
#![allow(clippy::unwrap_used)]

use verbatim_draft::{Article, Speaker, Tier, facts};

/// The speakers of a text's quotations: a name, with a question mark where it is not sure,
/// a phrase in brackets, with whom it means, and a dash for nobody.
fn speakers(text: &str) -> Vec<String> {
    let quotes = facts(Article { text, published: None, language: "en" }).quotes;
    let shown = quotes.iter().map(|quote| match (&quote.speaker, quote.tier) {
        (Speaker::Unnamed(phrase), _) if quote.means.is_some() => {
            format!("[{phrase} = {}]", quote.means.as_deref().unwrap())
        }
        (Speaker::Open, _) => "-".to_owned(),
        (Speaker::Named(name), Tier::Sure) => name.clone(),
        (Speaker::Named(name), _) => format!("{name}?"),
        (Speaker::Unnamed(phrase), _) => format!("[{phrase}]"),
    });
    shown.collect()
}

/// Texts, each after what is found in it, a line each; `\n` stands for the end of a line.
#[test]
fn reads_who_speaks() {
    let cases =
        include_str!("speakers.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for case in cases {
        let (expected, text) = case.split_once(" | ").unwrap();
        let found = speakers(&text.replace("\\n", "\n")).join(", ");
        if found != expected {
            wrong.push(format!("{found} | {text}"));
        }
    }
    assert!(wrong.is_empty(), "found:\n{}", wrong.join("\n"));
}

#[test]
fn leaves_titles_and_stray_words_out() {
    assert!(speakers("The \"quick\" boat sank.").is_empty());
    assert!(speakers("Tom Weir published \"The Last Ferry\" in May.").is_empty());
    assert!(speakers("Tom Weir owns a boat known as \"the box\" or \"the coffin\".").is_empty());
    assert!(speakers("In a folder labeled \"harbor plans,\" Tom Weir kept a map.").is_empty());
    // What a verb and a comma lead to is speech, though it has the form of a title.
    assert_eq!(speakers("The union sent out an email stating, \"Tom Weir Builds The Bridge.\"").len(), 1);
    // As is what a comma leads to and a stop ends, though nobody is named.
    assert_eq!(speakers("In Spain, by contrast, \"bridges have been built by the dozen for years.\""), ["-"]);
}

#[test]
fn tells_who_passes_words_on_from_who_uttered_them() {
    let text = "Tom Weir told us: \"Mayor Ada Brandt said, 'Build the bridge.' And I said: 'Look, who pays?' They called it 'the leap'.\"";
    let quotes = facts(Article { text, published: None, language: "en" }).quotes;
    let inside = quotes[0].inside.iter().map(|quote| (&text[quote.words.clone()], quote.speaker.as_str()));
    assert_eq!(quotes[0].speaker.as_str(), Some("Tom Weir"));
    assert_eq!(
        inside.collect::<Vec<_>>(),
        [
            ("Build the bridge.", Some("Ada Brandt")),
            ("Look, who pays?", Some("Tom Weir")),
            ("the leap", None)
        ]
    );
}
