//! The desk, whatever is done at it: undoing restores exactly, and what is saved passes the check.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use verbatim_core::check::{Article as Whole, against, load};
use verbatim_core::finding::Severity;
use verbatim_core::json;
use verbatim_core::wire;
use verbatim_studio::{
    Action, Desk, Document, EventField, Fact, HeadField, Key, NewArticle, Origin, PersonField, SourceField,
    StatementField, open, paragraphs,
};

const FIRST: &str = include_str!("articles/bridge.txt");
const SECOND: &str = include_str!("articles/captain.txt");

fn add(text: &str) -> Action {
    Action::Add(NewArticle {
        text: text.to_owned(),
        publisher: "The Harbour Post".to_owned(),
        title: String::new(),
        published: "2020-05-13".to_owned(),
    })
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.act(&add(FIRST)).unwrap();
    desk.act(&add(SECOND)).unwrap();
    desk
}

/// Something done at a desk, named by numbers that are taken modulo what is there.
fn actions() -> impl Strategy<Value = (u8, u32, usize, usize, String)> {
    (0..18_u8, any::<u32>(), 0..4000_usize, 1..200_usize, "[a-zA-Z ,é]{0,12}")
}

fn act(desk: &mut Desk, (what, number, at, length, words): &(u8, u32, usize, usize, String)) {
    let document = desk.document();
    let all: Vec<Key> =
        document.articles.iter().flat_map(|article| &article.marks).map(|mark| mark.key).collect();
    let pick = |number: u32| all.get(number as usize % all.len().max(1)).copied().unwrap_or(Key(0));
    let key = pick(*number);
    let cast = document.cast();
    let someone = |number: usize| cast.get(number % cast.len().max(1)).map(|person| person.id.clone());
    let article = *number as usize % document.articles.len().max(1);
    let text = document.articles.get(article).map_or("", |article| &article.text);
    let start = text.floor_char_boundary(at % text.len().max(1));
    let range = start..text.floor_char_boundary((start + length).min(text.len()));
    let id = someone(*at).unwrap_or_default();
    let action = match what {
        0..3 => Action::Accept(key),
        3 => Action::AcceptSure,
        4 => Action::Reject(key),
        5 => Action::Reopen(key),
        6 => Action::Speaker(key, someone(*at)),
        7 => Action::Reporter(key, someone(*at)),
        8 => Action::Introduce(Some(key).filter(|_| at % 2 == 0), words.clone()),
        9 => Action::Person(
            id,
            [PersonField::Name, PersonField::Role, PersonField::Aliases][at % 3],
            words.clone(),
        ),
        10 => Action::Merge(id, someone(*length).unwrap_or_default()),
        11 => Action::Words(key, range),
        12 => Action::Attribution(key, range),
        13 => {
            let field = [StatementField::Context, StatementField::Hint, StatementField::Gaps][at % 3];
            Action::Statement(key, field, words.clone())
        }
        14 => Action::Event(key, [EventField::Summary, EventField::When][at % 2], words.clone()),
        15 => Action::Said(article, range),
        16 if at % 2 == 0 => Action::Happened(article, range),
        16 => Action::Ordered(article, range, key, pick(*at as u32)),
        _ if at % 7 == 0 => Action::Remove(article),
        _ if at % 3 == 0 => Action::Source(article, SourceField::Published, words.clone()),
        _ => Action::Head(HeadField::Language, if at % 2 == 0 { "en" } else { "de" }.to_owned()),
    };
    let before = desk.clone();
    if desk.act(&action).is_err() {
        assert_eq!(*desk, before, "{action:?} was refused and changed something");
    }
}

/// Every mark that is in the story names words that stand where it says.
fn holds(document: &Document) {
    let story = document.story();
    for (article, source) in document.articles.iter().zip(story_sources(document)) {
        for cut in &article.cuts {
            let passage = source.passages.iter().find(|passage| passage.id == cut.id).unwrap();
            assert_eq!(&article.text[cut.range.clone()], passage.text);
        }
        assert!(article.share().is_none_or(|share| share < 60));
        let drawn: String = paragraphs(article, None)
            .iter()
            .flat_map(|paragraph| &paragraph.pieces)
            .map(|piece| &article.text[piece.range.clone()])
            .collect();
        let lines: String = article.text.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(drawn, lines);
        for mark in &article.marks {
            assert!(article.text.get(mark.words.clone()).is_some());
            if let (Some(id), Fact::Said(said)) = (mark.accepted(), &mark.fact) {
                let statement = document.statement(id).unwrap();
                assert_eq!(Some(&statement.speaker), said.speaker.as_ref());
                assert!(story.people.iter().any(|person| person.id == statement.speaker));
            }
        }
    }
}

fn story_sources(document: &Document) -> Vec<&wire::Source> {
    (0..document.articles.len()).filter_map(|place| document.source(place)).collect()
}

/// What is saved has no errors, by itself and against the articles.
fn passes(document: &Document) {
    let Some(sound) = document.sound() else { return };
    let checked = load(sound.text.as_bytes());
    let errors: Vec<_> = checked.findings.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?} in {}", sound.text);
    let (story, _) = json::read(sound.text.as_bytes(), wire::Story::read_root).unwrap();
    let whole = document.articles.iter().filter(|article| article.origin == Origin::Whole);
    let whole: Vec<Whole<'_>> = whole.map(|article| Whole { name: "article", text: &article.text }).collect();
    if !whole.is_empty() {
        assert_eq!(against(&story, &whole), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_exactly_and_what_is_saved_passes(done in prop::collection::vec(actions(), 1..24)) {
        let mut desk = Desk::default();
        let mut states = vec![desk.document().clone()];
        for text in [FIRST, SECOND] {
            desk.act(&add(text)).unwrap();
            states.push(desk.document().clone());
        }
        for one in &done {
            act(&mut desk, one);
            holds(desk.document());
            if desk.document() != states.last().unwrap() {
                states.push(desk.document().clone());
            }
            let restored = Document::restore(&desk.document().kept());
            prop_assert_eq!(restored.as_ref(), Some(desk.document()));
        }
        passes(desk.document());
        let last = desk.document().clone();
        let mut steps = 0;
        while desk.undo() {
            steps += 1;
            prop_assert!(states.contains(desk.document()));
        }
        prop_assert!(desk.document().is_empty());
        for _ in 0..steps {
            prop_assert!(desk.redo());
        }
        prop_assert_eq!(desk.document(), &last);
        prop_assert!(!desk.redo());
    }

    #[test]
    fn any_text_can_lie_on_the_desk(text in "(.|\\n|\"|“|”|'|said |Ada Brandt ){0,400}") {
        let mut desk = Desk::default();
        if desk.act(&add(&text)).is_ok() {
            desk.act(&Action::AcceptSure).unwrap();
            holds(desk.document());
            passes(desk.document());
        }
    }

    #[test]
    fn whatever_was_kept_is_read_or_refused(mut text in Just(desk().document().kept()), at in any::<prop::sample::Index>(), with in "[0-9\"\\[]") {
        let at = text.floor_char_boundary(at.index(text.len()));
        let next = text.ceil_char_boundary(at + 1);
        text.replace_range(at..next, &with);
        if let Some(document) = Document::restore(&text) {
            let _ = document.proof();
        }
    }
}

#[test]
fn a_file_opened_and_saved_is_the_same_text() {
    let text = include_str!("../../../questions/air-force-one.json");
    let document = open(text).unwrap();
    assert_eq!(document.file(), text);
    assert_eq!(document.sound().unwrap().text, text);
    holds(&document);
    assert_eq!(document.proof().remarks, []);
    assert_eq!(document.articles.iter().flat_map(|article| &article.marks).count(), {
        let story = load(text.as_bytes()).story.unwrap();
        let (wire, _) = json::read(text.as_bytes(), wire::Story::read_root).unwrap();
        let evidence: usize = wire.events.iter().map(|event| event.evidence.len()).sum();
        story.statements.len() + evidence + wire.order.len()
    });
}

#[test]
fn what_the_format_does_not_know_stays_where_it_stood() {
    let text = include_str!("articles/unknown.json");
    let mut desk = Desk::new(open(text).unwrap());
    assert_eq!(desk.document().file(), text);
    desk.act(&Action::Head(HeadField::Title, "Another".to_owned())).unwrap();
    let file = desk.document().file();
    let (before, after): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(text).unwrap(), serde_json::from_str(&file).unwrap());
    let mut expected = before.clone();
    expected["title"] = "Another".into();
    expected["quizzes"] = after["quizzes"].clone();
    assert_eq!(after, expected);
    // What passes the check has to do without.
    let sound = desk.document().sound().unwrap();
    assert_eq!(sound.left_out, ["x-desk", "mood"]);
    passes(desk.document());
}

#[test]
fn a_file_of_another_shape_is_not_opened_and_says_why() {
    let codes = |text: &str| -> Vec<&str> {
        open(text).unwrap_err().remarks.iter().map(|remark| remark.code).collect()
    };
    assert_eq!(codes("{"), ["truncated"]);
    assert_eq!(codes("[]"), ["wrong-type"]);
    assert_eq!(codes(r#"{"format":1,"id":"a","language":"en","title":3}"#), ["wrong-type"]);
    assert_eq!(codes(r#"{"format":2,"id":"a"}"#), ["unsupported-format"]);
}

#[test]
fn one_run_of_letters_is_one_step_back() {
    let mut desk = desk();
    for typed in ["A", "A b", "A br"] {
        desk.act(&Action::Head(HeadField::Title, typed.to_owned())).unwrap();
    }
    desk.act(&Action::Head(HeadField::Summary, "S".to_owned())).unwrap();
    assert!(desk.undo());
    assert_eq!(
        (desk.document().head().title.as_str(), desk.document().head().summary.as_ref()),
        ("A br", None)
    );
    assert!(desk.undo());
    assert_eq!(desk.document().head().title, "Bridge opens at last");
}

/// A desk with the story that the first article gives, opened as a file: passages alone.
fn opened() -> (Desk, String) {
    let mut desk = desk();
    desk.act(&Action::AcceptSure).unwrap();
    let file = desk.document().file();
    (Desk::new(open(&file).unwrap()), file)
}

#[test]
fn an_article_comes_beside_its_passages() {
    let (mut desk, file) = opened();
    assert_eq!(desk.document().articles[0].origin, Origin::Passages);
    let words = |desk: &Desk| -> Vec<String> {
        let marks = desk.document().articles[0].marks.iter().filter(|mark| mark.accepted().is_some());
        marks.map(|mark| desk.document().words(mark.key).to_owned()).collect()
    };
    let mut before = words(&desk);
    assert_eq!(
        desk.act(&Action::Give(0, SECOND.to_owned())).unwrap_err(),
        verbatim_studio::Refusal::NotTheArticle
    );
    desk.act(&Action::Give(0, FIRST.replace('\n', "\r\n"))).unwrap();
    let mut after = words(&desk);
    before.sort();
    after.sort();
    assert_eq!(before, after);
    let article = &desk.document().articles[0];
    assert_eq!((article.origin, &*article.text), (Origin::Whole, FIRST));
    assert!(article.marks.iter().any(|mark| mark.is_open()), "nothing more is proposed");
    // The story is the same until something is added.
    assert_eq!(desk.document().file(), file);
    let first = FIRST.find("the").unwrap();
    desk.act(&Action::Happened(0, first..first + 40)).unwrap();
    assert!(desk.undo() && desk.undo());
    assert_eq!(desk.document().articles[0].origin, Origin::Passages);
}

#[test]
fn words_and_answers_written_by_hand_are_changed() {
    use verbatim_studio::{AskedField, QuizField};
    let file = include_str!("../../../questions/air-force-one.json");
    let mut desk = Desk::new(open(file).unwrap());
    let asked = desk.document().asked();
    assert_eq!(asked.len(), wire(file).questions.len());
    for (at, asked) in asked.iter().enumerate() {
        for (field, value) in &asked.fields {
            let other = match (field, value.as_str()) {
                (AskedField::Right(_), "yes") => "no",
                (AskedField::Right(_), _) => "yes",
                (AskedField::Verdict, "true") => "false",
                (AskedField::Verdict, _) => "true",
                _ => "another",
            };
            desk.act(&Action::Asked(at, *field, other.to_owned())).unwrap();
            let changed = desk.document().asked();
            let mut expected = asked.fields.clone();
            let place = expected.iter().position(|(of, _)| of == field).unwrap();
            expected[place].1 = other.to_owned();
            assert_eq!(changed[at].fields, expected);
            assert!(desk.undo());
        }
    }
    desk.act(&Action::Quiz(0, QuizField::Title, "Who said it?".to_owned())).unwrap();
    assert_eq!(desk.document().written_quizzes()[0].0, "Who said it?");
    assert_eq!(wire(&desk.document().file()).quizzes[0].title, "Who said it?");
    assert!(desk.undo());
    assert_eq!(desk.document().file(), file);
}

fn wire(file: &str) -> wire::Story {
    json::read(file.as_bytes(), wire::Story::read_root).unwrap().0
}

#[test]
fn a_quiz_is_drawn_that_can_be_drawn() {
    // With an event taken out, two kinds of question leave each other less than all kinds did.
    let done = [
        (2, 1_807_331_366, 2618, 16, ""),
        (3, 4_201_220_272, 3373, 179, ""),
        (16, 3_808_895_875, 2419, 15, ""),
        (4, 343_230_842, 2008, 117, ""),
        (15, 121_688_733, 3279, 179, ""),
        (8, 3_118_093_659, 1731, 59, "I"),
        (12, 2_818_540_270, 1208, 78, ""),
        (2, 319_761_714, 3184, 51, ""),
        (13, 1_979_201_108, 1534, 198, "KeBéIJcéé"),
        (5, 3_722_614_124, 94, 125, ""),
        (6, 2_872_438_149, 836, 83, ""),
        (9, 1_764_223_739, 3932, 188, "é"),
    ];
    let mut desk = desk();
    for (what, number, at, length, words) in done {
        act(&mut desk, &(what, number, at, length, words.to_owned()));
    }
    assert!(desk.document().sound().is_some());
    passes(desk.document());
}
