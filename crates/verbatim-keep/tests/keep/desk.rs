//! A widget that is closed after every step, and one whose story is edited: the desk between it
//! and the store.

use std::rc::Rc;

use pollster::block_on;
use verbatim_core::check::load;
use verbatim_core::model::Story;
use verbatim_core::session::{Action, Mode, Session, Stage, Standing};
use verbatim_keep::{Confidence, Desk, Table, Volatile, review, save, sittings};

use crate::story::{at, is_sound};

pub fn decompose(text: &str) -> String {
    text.to_lowercase()
}

pub fn real() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../questions/air-force-one.json");
    std::fs::read(path).unwrap()
}

/// What the widget has of a sitting: the story, as it got it, and the session.
pub struct Widget {
    desk: Desk,
    name: String,
    pub session: Session,
    begun: bool,
    from: String,
}

impl Widget {
    pub fn fresh(file: &[u8], quiz: &str, seed: u32, mode: Mode) -> Self {
        let mut desk = Desk::open(file, "story.json").unwrap();
        let restored = desk.take_up(&[], "Review", decompose);
        assert!(restored.saved.is_empty() && restored.file.is_none());
        let story = Rc::new(load(file).story.unwrap());
        let session = Session::new(story.clone(), story.quiz(quiz).unwrap(), seed, mode, decompose);
        Self { desk, name: format!("sitting-{seed}"), session, begun: false, from: String::new() }
    }

    /// What is on the screen after the page was opened again, of the sitting touched last.
    pub fn opened(store: &Volatile, file: &[u8], kept: &[String]) -> (Option<Self>, usize, usize) {
        let mut desk = Desk::open(file, "story.json").unwrap();
        let restored = desk.take_up(kept, "Review", decompose);
        for detail in &restored.moved {
            block_on(save(store, detail, at(1))).unwrap();
        }
        let story = Rc::new(load(restored.file.as_deref().unwrap_or(file)).story.unwrap());
        let Some(text) = restored.saved.split_terminator('\u{1d}').next() else { return (None, 0, 0) };
        let mut records = text.split('\u{1e}');
        let fields: Vec<&str> = records.next().unwrap().split('\u{1f}').collect();
        let &[name, quiz, seed, count, mode, _, place, changed, gone] = fields.as_slice() else {
            panic!("{fields:?}")
        };
        let mode = if mode == "test" { Mode::Test } else { Mode::Practice };
        let quiz = story.quiz(quiz).unwrap();
        let session = Session::new(story, quiz, seed.parse().unwrap(), mode, decompose);
        let mut session = session.at_most(count.parse().unwrap());
        for record in records {
            let (at, turn) = record.split_once('\u{1f}').unwrap();
            assert!(session.take_turn(at.parse().unwrap(), turn), "{record}");
        }
        session.take_place(place);
        let widget = Self { desk, name: name.into(), session, begun: true, from: String::new() };
        (Some(widget), changed.parse().unwrap(), gone.parse().unwrap())
    }

    /// Does something, and has it saved as the widget would.
    pub fn act(&mut self, store: &Volatile, action: Action, second: u64) {
        let before = self.session.stage();
        let saved = matches!(action, Action::Submit | Action::Skip | Action::Hint | Action::Next);
        self.session = self.session.apply(action);
        let after = self.session.stage();
        let is_hint = before == after;
        if !saved || (is_hint && self.session.turn(position(before).unwrap_or(0)).as_bytes()[1] != b'h') {
            return;
        }
        let at_question = position(before).filter(|_| matches!(before, Stage::Asking { .. }));
        if at_question.is_none() && !self.begun {
            return;
        }
        let state = if after == Stage::Finished { "finished" } else { "open" };
        let mut fields = vec![self.name.clone(), state.into(), self.session.place()];
        match at_question {
            Some(at) => fields.extend([at.to_string(), self.session.turn(at), "1234".into()]),
            None => fields.resize(6, String::new()),
        }
        if !std::mem::replace(&mut self.begun, true) {
            let story = self.session.story();
            let mode = if self.session.mode() == Mode::Test { "test" } else { "practice" };
            fields.extend([story[self.session.quiz()].id.clone(), self.session.seed().to_string()]);
            fields.extend([self.session.questions().len().to_string(), mode.into(), self.from.clone()]);
        }
        let detail = self.desk.told(&fields.join("\u{1f}"), Confidence::NotAsked, decompose).unwrap();
        block_on(save(store, &detail, at(second))).unwrap();
        is_sound(store);
    }
}

fn position(stage: Stage) -> Option<usize> {
    match stage {
        Stage::Asking { at } | Stage::Revealed { at } => Some(at),
        Stage::Unfinished | Stage::Finished => None,
    }
}

/// The next thing that this reader does; every fifth question is skipped.
pub fn steps(session: &Session) -> Vec<Action> {
    match session.stage() {
        Stage::Asking { at } if at % 5 == 4 && session.standing(at) == Standing::Unseen => vec![Action::Skip],
        Stage::Asking { .. } => {
            let mut steps: Vec<Action> =
                (0..5).map(|slot| Action::Give { statement: slot, person: Some(slot) }).collect();
            steps.extend([Action::Choose(1), Action::Choose(0), Action::Shift { from: 0, to: 1 }]);
            steps.extend([Action::Write("surely".into()), Action::Hint, Action::Submit]);
            steps
        }
        Stage::Revealed { .. } => vec![Action::Next],
        Stage::Unfinished | Stage::Finished => Vec::new(),
    }
}

fn shown(session: &Session) -> Vec<String> {
    let of = |at: usize| {
        let posed = &session.questions()[at];
        let items = posed.task.items(session.story()).join(" ");
        format!(
            "{} {items} {} {:?}",
            posed.question(session.story()).id,
            session.turn(at),
            session.outcome(at)
        )
    };
    (0..session.questions().len()).map(of).collect()
}

pub fn kept(store: &Volatile, story: &str) -> Vec<String> {
    block_on(sittings(store, story)).unwrap()
}

#[test]
fn a_quiz_that_is_closed_at_every_step_goes_on_where_it_was() {
    let file = real();
    for (seed, quiz, mode) in [
        (3, "whole-story", Mode::Practice),
        (4, "who-said-what", Mode::Test),
        (5, "sequence", Mode::Practice),
        (6, "two-reports", Mode::Test),
    ] {
        let store = Volatile::default();
        let mut widget = Widget::fresh(&file, quiz, seed, mode);
        let mut second = 0;
        while !steps(&widget.session).is_empty() {
            for action in steps(&widget.session) {
                second += 60;
                widget.act(&store, action, second);
            }
            let before = (shown(&widget.session), widget.session.stage());
            if widget.session.stage() == Stage::Finished {
                break;
            }
            let (again, changed, gone) = Widget::opened(&store, &file, &kept(&store, "air-force-one"));
            widget = again.unwrap();
            assert_eq!((changed, gone), (0, 0));
            assert_eq!((shown(&widget.session), widget.session.stage()), before);
        }
        // Each answer is in the log once, and each of its facts has a card.
        let answered = (0..widget.session.questions().len())
            .filter(|at| widget.session.standing(*at) == Standing::Answered)
            .count();
        let count = |table| store.records().iter().filter(|((one, _), _)| *one == table).count();
        assert_eq!(count(Table::Answers), answered);
        assert!(count(Table::Cards) > 0 && count(Table::Cards) == count(Table::Due));
    }
}

#[test]
fn what_was_missed_goes_on_too() {
    let (file, store) = (real(), Volatile::default());
    let mut widget = Widget::fresh(&file, "sequence", 9, Mode::Practice);
    let mut second = 0;
    while widget.session.stage() != Stage::Finished {
        let mut actions = steps(&widget.session);
        if actions.is_empty() {
            actions = vec![Action::Finish];
        }
        for action in actions {
            second += 60;
            widget.act(&store, action, second);
        }
    }
    widget.from = std::mem::replace(&mut widget.name, "again".into());
    widget.session = widget.session.missed_again().unwrap();
    widget.begun = false;
    for action in steps(&widget.session) {
        widget.act(&store, action, second + 60);
    }
    let before = shown(&widget.session);
    let open: Vec<String> =
        kept(&store, "air-force-one").into_iter().filter(|text| text.starts_with("again")).collect();
    assert_eq!(open.len(), 1);
    let (again, changed, gone) = Widget::opened(&store, &file, &open);
    let again = again.unwrap();
    assert_eq!((changed, gone), (0, 0));
    // The questions stand in the story under other names, and are the same.
    let turns =
        |session: &Session| (0..session.questions().len()).map(|at| session.outcome(at)).collect::<Vec<_>>();
    assert_eq!(turns(&again.session).len(), before.len());
    assert_eq!(
        turns(&again.session).iter().filter(|one| one.rightness.is_some()).count(),
        turns(&widget.session).iter().filter(|one| one.rightness.is_some()).count()
    );
}

/// The story with an edit made to it.
pub fn edited(file: &[u8], edit: impl Fn(&mut serde_json::Value)) -> Vec<u8> {
    let mut value = serde_json::from_slice(file).unwrap();
    edit(&mut value);
    value.to_string().into_bytes()
}

fn half_played(file: &[u8], store: &Volatile) -> Widget {
    let mut widget = Widget::fresh(file, "two-reports", 11, Mode::Practice);
    for second in 0..20 {
        if steps(&widget.session).is_empty() {
            break;
        }
        for action in steps(&widget.session) {
            widget.act(store, action, second * 60);
        }
    }
    widget
}

pub fn answered(session: &Session) -> usize {
    (0..session.questions().len()).filter(|at| session.standing(*at) == Standing::Answered).count()
}

#[test]
fn an_edited_story_keeps_what_is_unaffected_and_says_what_is_not() {
    let (file, store) = (real(), Volatile::default());
    let widget = half_played(&file, &store);
    let of = |at: usize| {
        let posed = &widget.session.questions()[at];
        posed.question(widget.session.story()).id.clone()
    };
    let (reworded, removed, total) = (of(0), of(1), answered(&widget.session));
    assert!(total > 4);
    let after = edited(&file, |story| {
        let questions = story["questions"].as_array_mut().unwrap();
        questions.retain(|question| question["id"] != removed.as_str());
        for question in questions.iter_mut().filter(|question| question["id"] == reworded.as_str()) {
            for field in ["prompt", "claim"] {
                if let Some(text) = question.get_mut(field) {
                    *text = "Put in quite other words".into();
                }
            }
        }
        for quiz in story["quizzes"].as_array_mut().unwrap() {
            if let Some(ask) = quiz.get_mut("ask").and_then(|ask| ask.as_array_mut()) {
                ask.retain(|id| *id != removed.as_str());
            }
        }
    });
    let (again, changed, gone) = Widget::opened(&store, &after, &kept(&store, "air-force-one"));
    let again = again.unwrap();
    assert_eq!((changed, gone), (1, 1));
    assert_eq!(answered(&again.session), total - 2);
    assert_eq!(again.session.questions().len(), widget.session.questions().len() - 1);
    // It is moved to the new edition: opened again, nothing is told twice, and nothing is lost.
    let (once_more, changed, gone) = Widget::opened(&store, &after, &kept(&store, "air-force-one"));
    let once_more = once_more.unwrap();
    assert_eq!((changed, gone), (0, 0));
    assert_eq!(shown(&once_more.session).len(), shown(&again.session).len());
    assert_eq!(answered(&once_more.session), total - 2);
}

#[test]
fn facts_that_are_due_are_asked_by_another_kind_and_come_back_as_facts() {
    let (file, store) = (real(), Volatile::default());
    let mut widget = Widget::fresh(&file, "who-said-what", 12, Mode::Practice);
    let mut second = 0;
    while !steps(&widget.session).is_empty() {
        for action in steps(&widget.session) {
            second += 60;
            widget.act(&store, action, second);
        }
    }
    let later = at(400 * 86_400);
    let text = block_on(review(&store, "air-force-one", later, 20)).unwrap().unwrap();
    let facts = text.rsplit('\u{1f}').next().unwrap().lines().count();
    let (again, changed, gone) = Widget::opened(&store, &file, &[text]);
    let mut again = again.unwrap();
    assert_eq!((changed, gone), (0, 0));
    assert_eq!(again.session.questions().len(), facts);
    again.begun = true;
    let before = |table| store.records().iter().filter(|((one, _), _)| *one == table).count();
    let (cards, log) = (before(Table::Cards), before(Table::Answers));
    for action in steps(&again.session) {
        again.act(&store, action, 400 * 86_400);
    }
    assert_eq!(before(Table::Answers), log + 1);
    // What the story has no more is not due any more.
    let mut desk = Desk::open(&file, "").unwrap();
    let lines =
        "who-said:nobody|said-what:nobody|cloze:nobody\nbefore-after:never\nwhy-not\nbefore-after:lunch";
    let text = format!("r\u{1f}\u{1f}1\u{1f}practice\u{1f}open\u{1f}\u{1f}\u{1f}{lines}");
    let gone = desk.take_up(&[text], "", decompose).gone;
    assert_eq!(gone[..3], ["statement:nobody", "event:never", "question:why-not"]);
    // The same facts, by whatever question.
    assert_eq!(before(Table::Cards), cards);
    let open = kept(&store, "air-force-one");
    let name = &again.name;
    assert!(open.iter().any(|text| text.starts_with(name.as_str())));
    let (resumed, ..) = Widget::opened(&store, &file, &open);
    assert_eq!(answered(&resumed.unwrap().session), 1);
}

#[test]
fn nonsense_is_not_saved() {
    let mut desk = Desk::open(&real(), "").unwrap();
    assert!(desk.take_up(&["".into(), "a\u{1f}b".into()], "", decompose).saved.is_empty());
    for text in [
        "",
        "a",
        "a\u{1f}open\u{1f}a0\u{1f}0\u{1f}a- 1\u{1f}5",
        "a\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}",
    ] {
        assert_eq!(desk.told(text, Confidence::NotAsked, decompose), None, "{text:?}");
    }
    assert!(Desk::open(b"<html>", "").is_none());
    let story: Rc<Story> = Rc::new(load(&real()).story.unwrap());
    assert_eq!(desk.story(), story.id);
}
