//! What is due, when, and how it comes back.

use pollster::block_on;
use verbatim_keep::{
    DAY, Mode, Moment, StoryDue, Volatile, coming, due, due_by_story, due_today, forecast, retire, review,
    save,
};

use crate::story::{NOON, answered, at, begin, card, is_sound};

fn on(day: u64) -> Moment {
    Moment { milliseconds: NOON + day * DAY, zone: 0, chance: 11 + day }
}

/// Two stories: five facts of the one known and due on day 2, two of the other missed today.
fn played() -> Volatile {
    let store = Volatile::default();
    let mut second = 0;
    let mut tell = |detail| {
        second += 1;
        block_on(save(&store, &detail, at(second))).unwrap();
    };
    tell(begin("one", "afo", Mode::Practice));
    for fact in 0..5 {
        tell(answered("one", "afo", 2 * fact, &format!("statement:{fact}"), true));
        tell(answered("one", "afo", 2 * fact + 1, &format!("statement:{fact}"), true));
    }
    tell(begin("two", "moon", Mode::Practice));
    for fact in 0..2 {
        tell(answered("two", "moon", fact, &format!("event:{fact}"), false));
    }
    is_sound(&store);
    store
}

#[test]
fn what_is_due_is_counted_to_the_end_of_the_day() {
    let store = played();
    let count = |now| block_on(due_today(&store, now)).unwrap();
    assert_eq!([count(on(0)), count(on(1)), count(on(2))], [2, 2, 7]);
    // Early in the morning of day 2, it is due already.
    let morning = Moment { milliseconds: NOON + 2 * DAY - DAY / 2, ..on(0) };
    assert_eq!(count(morning), 7);
    assert_eq!(count(Moment { milliseconds: morning.milliseconds - 1, ..morning }), 2);
    assert_eq!(count(Moment { zone: 60, milliseconds: morning.milliseconds - 1, ..morning }), 7);
}

#[test]
fn the_queue_begins_with_what_has_waited_longest() {
    let store = played();
    let facts = |limit| {
        let due = block_on(due(&store, on(2), limit)).unwrap();
        due.into_iter().map(|one| one.fact).collect::<Vec<_>>()
    };
    assert_eq!(facts(3), ["event:0", "event:1", "statement:0"]);
    assert_eq!(facts(100).len(), 7);
    let stories = block_on(due_by_story(&store, on(2))).unwrap();
    let story = |story: &str, due| StoryDue {
        story: story.into(),
        title: format!("The story of {story}"),
        address: format!("https://example.org/{story}.json"),
        due,
    };
    assert_eq!(stories, [story("moon", 2), story("afo", 5)]);
    let (next, card) = block_on(coming(&store, 3)).unwrap().pop().unwrap();
    assert_eq!(
        (next.fact.as_str(), card.label.as_str(), card.memory.interval),
        ("statement:0", "“statement:0”", 2)
    );
}

#[test]
fn a_review_is_a_sitting_of_a_story() {
    let store = played();
    assert_eq!(block_on(review(&store, "afo", on(0), 9)).unwrap(), None);
    let text = block_on(review(&store, "afo", on(2), 3)).unwrap().unwrap();
    let fields: Vec<&str> = text.split('\u{1f}').collect();
    let [id, quiz, seed, mode, state, hash, place, questions] = fields[..] else { panic!("{text}") };
    assert!(!id.is_empty() && seed.parse::<u32>().is_ok());
    assert_eq!([quiz, mode, state, hash, place], ["", "practice", "open", "", ""]);
    let lines: Vec<&str> = questions.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], "said-what:0|cloze:0|who-said:0");
    let moon = block_on(review(&store, "moon", on(2), 9)).unwrap().unwrap();
    assert!(moon.ends_with("\u{1f}before-after:0\nbefore-after:1"));
    let again = block_on(review(&store, "afo", Moment { chance: 99, ..on(2) }, 3)).unwrap().unwrap();
    assert_ne!(again.split('\u{1f}').next(), text.split('\u{1f}').next());
}

#[test]
fn a_forecast_has_every_card_on_its_day() {
    let store = played();
    let days = block_on(forecast(&store, on(0))).unwrap();
    assert_eq!((days[0], days[1], days[2], days.iter().sum::<usize>()), (2, 0, 5, 7));
    let days = block_on(forecast(&store, on(30))).unwrap();
    assert_eq!((days[0], days.iter().sum::<usize>()), (7, 7));
}

#[test]
fn a_long_queue_is_gone_through_page_by_page() {
    let store = Volatile::default();
    let many = 2_300;
    for at in 0..many {
        let story = if at == many - 1 { "last" } else { "first" };
        block_on(save(
            &store,
            &answered("one", story, at, &format!("statement:{at}"), false),
            crate::story::at(1),
        ))
        .unwrap();
    }
    assert_eq!(block_on(due_today(&store, on(0))).unwrap(), many as usize);
    let text = block_on(review(&store, "last", on(0), 20)).unwrap().unwrap();
    assert_eq!(text.lines().count(), 1);
    let counts: Vec<usize> =
        block_on(due_by_story(&store, on(0))).unwrap().iter().map(|story| story.due).collect();
    assert_eq!(counts, [many as usize - 1, 1]);
}

#[test]
fn a_fact_that_the_story_no_longer_has_is_not_due_until_it_is_back() {
    let store = played();
    let before = card(&store, "afo", "statement:2");
    block_on(retire(&store, "afo", &["statement:2".into(), "statement:unheard-of".into()])).unwrap();
    assert_eq!(block_on(due_today(&store, on(2))).unwrap(), 6);
    assert_eq!(card(&store, "afo", "statement:2"), before);
    block_on(save(&store, &answered("three", "afo", 0, "statement:2", true), on(2))).unwrap();
    is_sound(&store);
    assert_eq!(card(&store, "afo", "statement:2").unwrap().memory.reviews, 3);
}
