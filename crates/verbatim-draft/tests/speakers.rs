//! Who speaks: small texts with the speakers that are found in them.
#![allow(clippy::unwrap_used)]

use verbatim_draft::{Article, Speaker, Tier, facts};

/// The speakers of a text's quotations, with a question mark where they are not sure.
fn speakers(text: &str) -> Vec<String> {
    let quotes = facts(Article { text, published: None, language: "en" }).quotes;
    let shown = quotes.iter().map(|quote| match (&quote.speaker, quote.tier) {
        (Speaker::Open, _) => "-".to_owned(),
        (Speaker::Named(name), Tier::Sure) => name.clone(),
        (Speaker::Named(name), _) => format!("{name}?"),
        (Speaker::Unnamed(phrase), _) => format!("[{phrase}]"),
    });
    shown.collect()
}

#[test]
fn reads_who_speaks() {
    for (text, expected) in [
        ("\"We waited too long,\" said the mayor, Ada Brandt.", "Ada Brandt"),
        ("\"We waited,\" said former Ohio Gov. Ada Brandt. \"Too long.\"", "Ada Brandt, Ada Brandt"),
        ("\"Nobody asked us,\" Iris Cole, who has sailed for years, said.", "Iris Cole?"),
        ("\"Nobody asked us,\" Rep. Iris Cole (D-Wash.) said.", "Iris Cole"),
        ("\"Nobody asked us,\" said harbor police spokesman Capt. Tom Weir.", "Tom Weir"),
        ("Tom Weir told reporters: \"Nobody asked us.\"", "Tom Weir"),
        ("In a letter, Tom Weir, an engineer, wrote, \"Nobody asked us.\"", "Tom Weir"),
        ("Tom Weir spoke on Monday. \"Nobody asked us,\" he said.", "Tom Weir?"),
        ("Iris Cole met Tom Weir. \"Nobody asked us,\" she said.", "Iris Cole?"),
        ("\"Nobody asked us,\" said a spokesman for Mayor Ada Brandt.", "[a spokesman]"),
        ("According to the harbor office, \"nobody was ever asked about it.\"", "[the harbor office]"),
        ("Tom Weir left, saying, \"Nobody asked us.\"", "Tom Weir?"),
        ("Tom Weir was asked about it. \"Nobody asked us.\"", "-"),
        ("\"Nobody asked us,\" said former secretary of state Ada Brandt.", "Ada Brandt"),
        ("\u{201c}Nobody asked us.\u{201d}\n\n\u{2014} Iris Cole", "Iris Cole?"),
        ("Tom Weir spoke.\n\n\"They waited.\n\n\"We sailed,\" Weir said.", "Tom Weir?, Tom Weir"),
    ] {
        assert_eq!(speakers(text).join(", "), expected, "{text}");
    }
}

#[test]
fn leaves_titles_and_stray_words_out() {
    assert!(speakers("The \"quick\" boat sank.").is_empty());
    assert!(speakers("Tom Weir published \"The Last Ferry\" in May.").is_empty());
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
