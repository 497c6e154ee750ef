//! The project's reading of JSON beside serde_json's: the same texts are taken,
//! with the same values, and the same are refused.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use serde_json::Value;
use verbatim_core::json::{Node, Target, Writer, locate, parse};

/// Texts in which readers of JSON like to differ.
const TRICKY: &[&str] = &[
    "null",
    "true",
    "false",
    " true ",
    "truE",
    "tru",
    "truex",
    "nulll",
    "nul",
    "NaN",
    "Infinity",
    "-Infinity",
    "0",
    "-0",
    "00",
    "01",
    "-01",
    "1",
    "-",
    "+1",
    ".5",
    "5.",
    "1.5",
    "1.5e",
    "1e5",
    "1E+5",
    "1e-5",
    "1e+",
    "1e5.5",
    "0x10",
    "1_000",
    "123456789012345678901234567890",
    "1.0000000000000000000001",
    "--1",
    "1 2",
    "\"\"",
    "\"a\"",
    "\"a",
    "\"",
    "'a'",
    "\"\\\"\"",
    "\"\\\\\"",
    "\"\\/\"",
    "\"\\b\\f\\n\\r\\t\"",
    "\"\\x41\"",
    "\"\\u0041\"",
    "\"\\u00e9\\u20ac\"",
    "\"\\u004\"",
    "\"\\u00zz\"",
    "\"\\U0041\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ud83dx\"",
    "\"\\ude00\"",
    "\"\\ud83d\\ud83d\"",
    "\"\\ud83d\\u0041\"",
    "\"\\u0000\"",
    "\"\t\"",
    "\"\n\"",
    "\"\u{7f}\"",
    "\"\u{2028}\"",
    "\"\u{feff}\"",
    "\"\u{1f600}\"",
    "\"\\\"",
    "\"\\",
    "[]",
    "[ ]",
    "[1]",
    "[1,2]",
    "[1,]",
    "[,]",
    "[,1]",
    "[1 2]",
    "[1",
    "[",
    "]",
    "[]]",
    "[[[]]]",
    "[1,,2]",
    "{}",
    "{ }",
    "{\"a\":1}",
    "{\"a\":1,}",
    "{,}",
    "{\"a\"}",
    "{\"a\":}",
    "{:1}",
    "{a:1}",
    "{'a':1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\" 1}",
    "{\"a\":1,\"a\":2}",
    "{\"\":0}",
    "{\"a\":{\"b\":[{}]}}",
    "{",
    "}",
    "{}}",
    "{\"a\":1}x",
    "{\"\\u0061\":1}",
    "[1]//",
    "/**/[1]",
    "[1/**/]",
    "#",
    "",
    " ",
    "\n",
    "\u{a0}1",
    "\u{b}1",
    "\u{c}1",
    "\t\r\n 1 \t\r\n",
    "\u{2003}1",
    "1\0",
    "\0",
    "\"\0\"",
    "[\"a\",\n\"b\"]",
    "\u{feff}",
    "[true,false,null,0]",
];

fn as_value(node: &Node<'_>) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(flag) => Value::Bool(*flag),
        Node::Number(digits) => serde_json::from_str(digits).unwrap(),
        Node::String(text) => Value::String(text.to_string()),
        Node::List(items) => Value::Array(items.iter().map(as_value).collect()),
        Node::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), as_value(value))).collect())
        }
    }
}

#[test]
fn takes_and_refuses_the_same_texts() {
    for text in TRICKY {
        // Half a surrogate pair is no letter, and both refuse it.
        match (parse(text.as_bytes()), serde_json::from_str::<Value>(text)) {
            (Ok(node), Ok(value)) => assert_eq!(as_value(&node), value, "{text:?}"),
            (Err(_), Err(_)) => {}
            (ours, theirs) => panic!("{text:?}: {ours:?} beside {theirs:?}"),
        }
    }
}

#[test]
fn refuses_the_same_bytes() {
    for bytes in [
        &b"\"\xFF\""[..],
        b"\"\xC0\xAF\"",
        b"\"\xED\xA0\x80\"",
        b"\"\xF4\x90\x80\x80\"",
        b"[\xE2\x82]",
        b"\xFE\xFF",
    ] {
        assert!(parse(bytes).is_err() && serde_json::from_slice::<Value>(bytes).is_err(), "{bytes:?}");
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let fields = prop::collection::btree_map(any::<String>(), inner.clone(), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::Array),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every value with the pointer to it.
fn pointers(value: &Value, at: String, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                pointers(item, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
    found.push((at, value.clone()));
}

proptest! {
    #[test]
    fn reads_what_others_write(value in any_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        prop_assert_eq!(as_value(&parse(text.as_bytes()).unwrap()), value);
    }

    #[test]
    fn writes_strings_that_others_read(text in any::<String>()) {
        let mut out = Writer::new();
        out.string(&text);
        let written = out.finish();
        prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn refuses_what_others_refuse(text in "[\\[\\]{}\",:0-9a-z\\\\ \n.-]{0,12}") {
        let (ours, theirs) = (parse(text.as_bytes()), serde_json::from_str::<Value>(&text));
        prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{:?} beside {:?}", ours, theirs);
    }

    #[test]
    fn finds_every_value_where_it_stands(value in any_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        let mut all = Vec::new();
        pointers(&value, String::new(), &mut all);
        for (pointer, value) in all {
            let range = locate(text.as_bytes(), &pointer, &Target::Value).unwrap();
            let found: Value = serde_json::from_str(&text[range]).unwrap();
            prop_assert_eq!(&found, &value, "{}", pointer);
        }
    }

    #[test]
    fn finds_the_letters_of_a_string(before in any::<String>(), part in any::<String>(), after in any::<String>()) {
        let whole = [before.as_str(), &part, &after].concat();
        let text = serde_json::to_string(&serde_json::json!([whole])).unwrap();
        let range = before.len()..before.len() + part.len();
        let found = locate(text.as_bytes(), "/0", &Target::Within(range)).unwrap();
        let quoted = format!("\"{}\"", &text[found]);
        prop_assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), part);
    }
}
