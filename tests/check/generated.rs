//! Stories that are too large to be kept as files.

use std::fmt::Write as _;
use std::path::Path;

use verbatim_cli::Outcome;
use verbatim_core::json::MAX_BYTES;

use super::check;

/// The codes whose cases are here.
pub(crate) const CODES: &[&str] = &["too-large", "too-many"];

#[track_caller]
fn check_text(name: &str, bytes: &[u8]) -> (Outcome, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    let (outcome, text) = check(&[path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    (outcome, text.replace(&folder.join("").display().to_string(), ""))
}

#[test]
fn too_large_is_told_without_reading_on() {
    let (outcome, text) = check_text("too-large.json", &vec![b' '; MAX_BYTES + 2]);
    assert_eq!(outcome, Outcome::Findings);
    let expected = "\
error[too-large]: the file is too large to be read
--> too-large.json
 = note: expected 64 MiB at the most

1 error in 1 file
";
    assert_eq!(text, expected);
}

#[test]
fn too_many_events_are_told() {
    let mut events = String::new();
    for index in 0..1001 {
        let comma = if index == 0 { "" } else { "," };
        write!(
            events,
            "{comma}{{\"id\":\"e{index}\",\"summary\":\"It was {index}\",\"evidence\":[{{\"passage\":\"p\",\"exact\":\"words\"}}]}}"
        )
        .unwrap();
    }
    let story = format!(
        "{{\"format\":1,\"id\":\"s\",\"language\":\"en\",\"title\":\"S\",\"sources\":[{{\"id\":\"a\",\
         \"publisher\":\"A\",\"title\":\"A\",\"passages\":[{{\"id\":\"p\",\"text\":\"words\"}}]}}],\n\
         \"events\":[{events}],\n\"quizzes\":[{{\"id\":\"q\",\"title\":\"Q\",\"draw\":{{\"sequence\":1}}}}]}}"
    );
    let (outcome, text) = check_text("too-many.json", story.as_bytes());
    assert_eq!(outcome, Outcome::Findings);
    let expected = "\
error[too-many]: there are more than 1000 events
 --> too-many.json:2:10
  |
2 | \"events\":[{\"id\":\"e0\",\"summary\":\"It was 0\",\"evidence\":[{\"passage\":\"p\",\"exact\":\"words\"}]},{\"id\":\"e1\",\"summary\":...
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected 1000 events at the most

1 error in 1 file
";
    assert_eq!(text, expected);
}

/// Everything on one line, and something wrong in each of many questions: every
/// place is found, and no line is drawn at its full length.
#[test]
fn one_long_line_is_cut_around_each_place() {
    let mut story = std::fs::read_to_string("check/cases/sound.json").unwrap().replace('\n', " ");
    let questions: Vec<String> = (0..300)
        .map(|index| {
            format!("{{\"kind\":\"who-said\",\"id\":\"q{index}\",\"statement\":\"nobody-{index}\"}}")
        })
        .collect();
    let end = story.rfind("\"quizzes\"").unwrap();
    story.insert_str(end, &format!("\"questions\":[{}],", questions.join(",")));
    let (outcome, text) = check_text("one-line.json", story.as_bytes());
    assert_eq!(outcome, Outcome::Findings);
    assert!(text.ends_with("300 errors in 1 file\n"), "{}", &text[text.len() - 200..]);
    assert!(text.lines().all(|line| line.chars().count() < 160));
    for index in 0..300 {
        let column = story[..story.find(&format!("\"nobody-{index}\"")).unwrap()].chars().count() + 1;
        assert!(text.contains(&format!("one-line.json:1:{column}\n")), "{index}");
    }
}

/// However a story is cut off or spoilt, there is something to say, and it is
/// said in a place that the file has.
#[test]
fn a_spoilt_story_is_always_told() {
    let story = std::fs::read("check/cases/evidence-crlf-bom.json").unwrap();
    for end in (0..story.len()).step_by(3) {
        let (outcome, text) = check_text("cut.json", &story[..end]);
        let closed = story[end..].iter().all(u8::is_ascii_whitespace);
        let told = closed || ["truncated", "not-utf8", "not-json"].iter().any(|code| text.contains(code));
        assert!(outcome == Outcome::Findings && told, "{end}: {text}");
    }
    for at in (0..story.len()).step_by(7) {
        for byte in [b'\0', b'"', b'{', b'7', b'\\', b'\n', 0xFF] {
            let mut spoilt = story.clone();
            spoilt[at] = byte;
            let (outcome, text) = check_text("spoilt.json", &spoilt);
            assert_eq!(outcome, Outcome::Findings, "{at} {byte}: {text}");
        }
    }
}
