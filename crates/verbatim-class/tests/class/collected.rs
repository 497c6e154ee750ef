//! What a class hands in, collected: nothing is dropped, nothing counts twice.

use proptest::prelude::*;
use verbatim_class::code;
use verbatim_class::collect::{Class, Collection, Counting, Drawn, Known, Pupil, Set};
use verbatim_class::export::{json, table};
use verbatim_class::find::What;
use verbatim_class::missed::{Choice, look};
use verbatim_class::sheet::Sheet;
use verbatim_class::submission::{Begun, Who};

use super::*;

/// So many pupils' answers to the same ten questions.
fn class(pupils: usize) -> (Known, Vec<(Submission, String)>) {
    let (story, edition) = story();
    let (whole, _) = ten(&story, Who::Nobody);
    let mut dice = Dice::new(11, "class");
    let handed = (0..pupils).map(|at| {
        let mut submission = whole.clone();
        submission.head.who = Who::Name(format!("Pupil {at}"));
        submission.head.begun = Begun(900_000 + at as u32);
        let session = submission.play(&story, decompose).unwrap();
        for (answer, posed) in submission.answers.iter_mut().zip(session.questions()) {
            if let (Done::Answered(given), 0) = (&mut answer.done, dice.below(2))
                && !matches!(posed.task, Task::Type { .. })
            {
                *given = response(&posed.task, &mut dice);
            }
        }
        let text = code::write(&submission, &story).unwrap();
        (submission, text)
    });
    let handed = handed.collect();
    (Known { story, edition }, handed)
}

fn count(set: &Set) -> usize {
    set.handed.iter().filter(|handed| handed.counts).count()
}

#[test]
fn doubles_attempts_and_strangers_are_told() {
    let (known, mut handed) = class(4);
    let story = known.story.clone();
    let mut again = handed[1].0.clone();
    again.head.who = Who::Name("  PUPIL   1 ".to_owned());
    again.head.begun = Begun(again.head.begun.0 + 60);
    handed.push((again.clone(), code::write(&again, &story).unwrap()));
    let mut stranger = handed[2].0.clone();
    stranger.head.edition.story ^= 1;
    let mut edited = handed[3].0.clone();
    edited.head.edition.digest ^= 1;
    let mut text: String = handed.iter().map(|(_, code)| format!("> {code}\n")).collect();
    text.push_str(&handed[0].1);
    for other in [&stranger, &edited] {
        text.push_str(&format!("\n{}", code::write(other, &story).unwrap()));
    }
    let mut broken = handed[3].1.clone();
    broken.truncate(60);
    text.push_str(&format!("\n{broken}\n"));
    let mut collection =
        Collection { roster: "Pupil 0\nPupil 1\nPupil 2\nPupil 9".to_owned(), ..Collection::default() };
    let brought = collection.collect(&text);
    assert_eq!((brought.new, brought.doubles.len(), brought.newer, brought.damaged.len()), (7, 1, 0, 1));
    assert_eq!(brought.damaged[0].0, 9);
    let class = Class::of(&collection, &[known], Counting::First, &mut Drawn::default(), decompose);
    let [set] = class.sets.as_slice() else { panic!() };
    let pupils: Vec<_> =
        set.handed.iter().map(|one| (class.name(&one.pupil), one.attempt, one.counts)).collect();
    let expected = [
        ("Pupil 0", 1, true),
        ("Pupil 1", 1, true),
        ("Pupil 1", 2, false),
        ("Pupil 2", 1, true),
        ("Pupil 3", 1, true),
    ];
    assert_eq!(pupils, expected.map(|(name, attempt, counts)| (name.to_owned(), attempt, counts)));
    assert_eq!(set.missing, [3]);
    assert_eq!((class.unused.len(), class.damaged.len()), (2, 1));
    let mut reasons: Vec<String> = class.unused.iter().map(|(_, why)| format!("{why:?}")).collect();
    reasons.sort();
    assert_eq!(reasons, ["OtherEdition", "OtherStory"]);
    assert_eq!(set.handed[4].pupil, Pupil::Other(Who::Name("Pupil 3".to_owned())));
}

#[test]
fn a_code_that_comes_whole_later_is_damaged_no_more() {
    let (known, handed) = class(1);
    let mut collection = Collection::default();
    let mut broken = handed[0].1.clone().into_bytes();
    broken.swap(20, 33);
    collection.collect(std::str::from_utf8(&broken).unwrap());
    let class = Class::of(
        &collection,
        std::slice::from_ref(&known),
        Counting::Last,
        &mut Drawn::default(),
        decompose,
    );
    assert_eq!((class.sets.len(), class.damaged.len()), (0, 1));
    assert_eq!(class.damaged[0].repaired.as_ref().unwrap().text(), handed[0].1);
    collection.collect(&handed[0].1);
    let class = Class::of(&collection, &[known], Counting::Last, &mut Drawn::default(), decompose);
    assert_eq!((class.sets.len(), class.damaged.len()), (1, 0));
}

#[test]
fn the_wrong_answer_chosen_most_is_counted_over_all_pupils() {
    let (known, handed) = class(30);
    let mut collection = Collection::default();
    handed.iter().for_each(|(_, code)| drop(collection.collect(code)));
    let known = std::slice::from_ref(&known);
    let class = Class::of(&collection, known, Counting::First, &mut Drawn::default(), decompose);
    let sheet = Sheet::of(&class.sets[0]);
    let mut compared = 0;
    for missed in look(&sheet, decompose) {
        let Task::One { offers, right } = &sheet.columns[missed.column].posed.task else { continue };
        let chose = |offer: usize| {
            let is_it = |response: &Response| *response == Response::One(Some(offer));
            sheet.column(missed.column).filter(|(_, cell)| cell.response.as_ref().is_some_and(is_it)).count()
        };
        let counts = (0..offers.len()).filter(|offer| offer != right).map(|offer| (chose(offer), offer));
        let most = counts.clone().max().unwrap().0;
        let Some(slip) = missed.slip else {
            assert_eq!(most, 0);
            continue;
        };
        assert_eq!(slip.count, most);
        assert!(counts.clone().any(|found| found.0 == most && slip.choice == Choice::Offer(offers[found.1])));
        compared += 1;
    }
    assert!(compared > 2, "only {compared} questions of one answer were missed");
}

#[test]
fn a_file_brings_all_back_and_others_are_refused() {
    let (_, handed) = class(3);
    let mut collection = Collection { roster: "Ann\nBob".to_owned(), ..Collection::default() };
    for (_, code) in &handed {
        collection.collect(code);
    }
    collection.collect(&handed[0].1[..50]);
    let text = json::write(&collection);
    assert_eq!(json::read(&text), Ok(collection.clone()));
    assert_eq!(json::read(&format!("\u{feff}{text}")), Ok(collection));
    assert_eq!(json::read("{}"), Err(json::NotACollection::Foreign));
    assert_eq!(json::read("VBQ"), Err(json::NotACollection::Foreign));
    let newer = text.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(json::read(&newer), Err(json::NotACollection::Newer));
}

#[test]
fn a_table_has_a_row_a_pupil_and_the_points_of_the_core() {
    let (known, handed) = class(5);
    let mut collection =
        Collection { roster: "Pupil 7\n=HYPERLINK(\"x\")".to_owned(), ..Collection::default() };
    handed.iter().for_each(|(_, code)| drop(collection.collect(code)));
    let class = Class::of(
        &collection,
        std::slice::from_ref(&known),
        Counting::First,
        &mut Drawn::default(),
        decompose,
    );
    let set = &class.sets[0];
    let csv = table::by_pupil(&class, set, &table::Headings::default(), table::Separator::Comma);
    assert!(csv.starts_with(b"\xEF\xBB\xBF"));
    let mut reader = csv::ReaderBuilder::new().from_reader(&csv[3..]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 7);
    for (submission, _) in &handed {
        let Who::Name(name) = &submission.head.who else { panic!() };
        let row = rows.iter().find(|row| row[0] == **name).unwrap();
        let summary = submission.play(&known.story, decompose).unwrap().summary();
        let points: Vec<u32> = row.iter().skip(7).map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(points, summary.questions.iter().map(|one| one.points.earned).collect::<Vec<_>>());
        assert_eq!(row[4], summary.points.earned.to_string());
    }
    assert!(rows.iter().any(|row| row[0] == *"'=HYPERLINK(\"x\")"), "{rows:?}");
    let answers = table::by_answer(&class, set, &table::Headings::default(), table::Separator::Comma);
    assert_eq!(csv::Reader::from_reader(&answers[3..]).records().count(), 50);
    let sheet = Sheet::of(set);
    assert_eq!((sheet.rows.len(), sheet.columns.len(), count(set)), (5, 10, 5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn to_collect_again_or_in_another_order_changes_nothing(
        picks in proptest::collection::vec((0..12_usize, 0..4_usize), 0..30), cut in 0..30_usize,
    ) {
        let (known, handed) = class(12);
        let texts: Vec<String> = picks.iter().map(|(at, how)| {
            let code = &handed[*at].1;
            match how {
                0 => code.clone(),
                1 => format!("> {}\n", code.to_lowercase().replace('-', " ")),
                2 => code[..40].to_owned(),
                _ => format!("Ann: {}\u{201d} bye", code.replace('-', "\u{2013}")),
            }
        }).collect();
        let (first, second) = texts.split_at(cut.min(texts.len()));
        let of = |texts: &[String]| {
            let mut collection = Collection::default();
            texts.iter().for_each(|text| drop(collection.collect(text)));
            collection
        };
        let (one, other) = (of(first), of(second));
        let mut joined = one.clone();
        joined.join(other.clone());
        let mut swapped = other.clone();
        swapped.join(one.clone());
        prop_assert_eq!(&joined, &swapped);
        prop_assert_eq!(&joined, &of(&texts));
        let mut twice = joined.clone();
        twice.join(joined.clone());
        texts.iter().for_each(|text| drop(twice.collect(text)));
        prop_assert_eq!(&joined, &twice);
        // What was found is somewhere in what it comes to.
        let class = Class::of(&joined, &[known], Counting::First, &mut Drawn::default(), decompose);
        let used: usize = class.sets.iter().map(|set| set.handed.len()).sum();
        prop_assert_eq!(used, joined.codes.len());
        let distinct: std::collections::BTreeSet<usize> = picks.iter().filter(|(_, how)| *how != 2).map(|(at, _)| *at).collect();
        prop_assert_eq!(used, distinct.len());
        let told = joined.damaged.iter().all(|text| {
            verbatim_class::find::find(text).iter().any(|found| matches!(found.what, What::Damaged(_)))
        });
        prop_assert!(told);
    }
}
