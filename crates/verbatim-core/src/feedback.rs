//! What a reader is told of an answer: its points, what the right answer rests
//! on, and what each wrong choice rests on instead. All of it is data; the words
//! around it are the widget's.

use crate::excerpt::{Excerpt, Mark};
use crate::model::{Ask, EventIx, Evidence, PersonIx, StatementIx, Story};
use crate::order::{Relation, Step};
use crate::pose::{Offer, Posed, Response, Task};
use crate::score::{Decompose, Points, Spelling, lost_pairs, points, spelling};

/// How right an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rightness {
    /// Fully.
    Right,
    /// In part.
    Partly,
    /// Not at all.
    Wrong,
}

/// What there is to say of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// The points it earned.
    pub points: Points,
    /// How right it is, whatever a hint cost.
    pub rightness: Rightness,
    /// What is worth saying of this kind of task.
    pub detail: Detail,
    /// The passages that the right answer rests on.
    pub evidence: Vec<Excerpt>,
}

/// What is worth saying of a response to each kind of task.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// One answer or several were chosen.
    Chosen {
        /// The right answers.
        right: Vec<Offer>,
        /// The wrong answers that were chosen, and what they rest on.
        wrong: Vec<Instead>,
        /// The right answers that were not chosen, of several.
        missed: Vec<Offer>,
    },
    /// Quotations were given to people.
    Matched(Vec<Matched>),
    /// Events were put in order.
    Arranged {
        /// The pairs that cost a point.
        lost: Vec<Pair>,
        /// An order that the facts support.
        supported: Vec<EventIx>,
        /// How many of the pairs shown the facts leave open.
        open: usize,
    },
    /// Words were typed.
    Typed(Spelling),
}

/// What a wrong choice rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Instead {
    /// The choice.
    pub offer: Offer,
    /// What there is to show for it.
    pub rests: Rests,
}

/// What there is to show for a wrong choice.
#[derive(Clone, Debug, PartialEq)]
pub enum Rests {
    /// The person chosen passed the words on, but did not utter them.
    PassedOn,
    /// The person chosen said this instead.
    Said(StatementIx, Vec<Excerpt>),
    /// The words chosen are this person's.
    SaidBy(PersonIx, Vec<Excerpt>),
    /// The choice has words of its own.
    Words(Vec<Excerpt>),
    /// Nothing in the story.
    Nothing,
}

/// A quotation and whom it was given to.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// The quotation.
    pub statement: StatementIx,
    /// Whom it was given to.
    pub given: Option<PersonIx>,
    /// What that person said instead, where the person is the wrong one.
    pub instead: Option<Rests>,
    /// The passages of the quotation.
    pub evidence: Vec<Excerpt>,
}

/// Two events of which the facts say that one came first.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The earlier event.
    pub before: EventIx,
    /// The later event.
    pub after: EventIx,
    /// Why, step by step.
    pub reasons: Vec<Reason>,
}

/// A step of why one event came before another.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A source says so.
    Stated {
        /// The earlier event of the step.
        before: EventIx,
        /// The later event of the step.
        after: EventIx,
        /// The words.
        excerpts: Vec<Excerpt>,
    },
    /// The dates say so.
    Dated {
        /// The earlier event of the step.
        before: EventIx,
        /// The later event of the step.
        after: EventIx,
        /// The words that say what happened.
        excerpts: Vec<Excerpt>,
    },
}

/// What there is to say of a response.
pub fn feedback(
    story: &Story,
    posed: &Posed,
    response: &Response,
    hinted: bool,
    decompose: Decompose,
) -> Feedback {
    let points_without_hint = points(story, posed, response, false, decompose);
    let rightness = match points_without_hint {
        full if full.is_full() => Rightness::Right,
        Points { earned: 0, .. } => Rightness::Wrong,
        _ => Rightness::Partly,
    };
    Feedback {
        points: points(story, posed, response, hinted, decompose),
        rightness,
        detail: detail(story, posed, response, decompose),
        evidence: evidence(story, posed),
    }
}

fn detail(story: &Story, posed: &Posed, response: &Response, decompose: Decompose) -> Detail {
    let ask = &posed.question(story).ask;
    match &posed.task {
        Task::One { offers, right } => {
            let chosen = if let Response::One(Some(chosen)) = response { offers.get(*chosen) } else { None };
            let (mut all_right, mut wrong) = (Vec::new(), Vec::new());
            all_right.extend(offers.get(*right).copied());
            if let Some(&offer) = chosen
                && !all_right.contains(&offer)
            {
                wrong.push(Instead { offer, rests: rests(offer, ask, story) });
            }
            Detail::Chosen { right: all_right, wrong, missed: Vec::new() }
        }
        Task::Several { offers, right } => {
            let chosen: &[bool] = if let Response::Several(chosen) = response { chosen } else { &[] };
            let (mut all_right, mut wrong, mut missed) = (Vec::new(), Vec::new(), Vec::new());
            for (at, (&offer, &is_right)) in offers.iter().zip(right).enumerate() {
                let is_chosen = chosen.get(at).copied().unwrap_or_default();
                if is_right {
                    all_right.push(offer);
                }
                match (is_right, is_chosen) {
                    (true, false) => missed.push(offer),
                    (false, true) => wrong.push(Instead { offer, rests: rests(offer, ask, story) }),
                    _ => {}
                }
            }
            Detail::Chosen { right: all_right, wrong, missed }
        }
        Task::Match { statements, people } => {
            let given: &[Option<usize>] = if let Response::Match(given) = response { given } else { &[] };
            let person = |at: usize| given.get(at).copied().flatten().and_then(|at| people.get(at).copied());
            let mut matched = Vec::with_capacity(statements.len());
            for (at, &statement) in statements.iter().enumerate() {
                let given = person(at);
                let wrong = given.filter(|person| *person != story[statement].speaker);
                let instead = wrong.map(|person| rests_of_person(person, statement, story));
                let evidence = Excerpt::of_statement(statement, story);
                matched.push(Matched { statement, given, instead, evidence });
            }
            Detail::Matched(matched)
        }
        Task::Arrange { events } => {
            let order: &[usize] = if let Response::Arrange { order, .. } = response { order } else { &[] };
            let mut lost = Vec::new();
            for (before, after) in lost_pairs(story, events, order) {
                lost.push(pair(before, after, story));
            }
            let supported = if let Ask::Sequence { events } = ask { events } else { events }.clone();
            let open = crate::order::pairs(events.len()) - story.order.decided(events).len();
            Detail::Arranged { lost, supported, open }
        }
        Task::Type { statement, gap } => {
            let typed = if let Response::Type(typed) = response { typed.as_str() } else { "" };
            let accept: &[String] = if let Ask::Cloze { accept, .. } = ask { accept } else { &[] };
            let all = story.words(story[*statement].quote);
            Detail::Typed(spelling(typed, story.words(*gap), accept, all, decompose))
        }
    }
}

/// The passages that the right answer rests on.
pub fn evidence(story: &Story, posed: &Posed) -> Vec<Excerpt> {
    let ask = &posed.question(story).ask;
    match ask {
        Ask::WhoSaid { statement, .. } | Ask::SaidWhat { statement, .. } | Ask::Cloze { statement, .. } => {
            Excerpt::of_statement(*statement, story)
        }
        Ask::Match { statements } => {
            let mut marked = Vec::with_capacity(statements.len() * 2);
            for statement in statements {
                let statement = &story[*statement];
                marked.push((statement.quote, Mark::Words));
                marked.push((statement.attribution, Mark::Attribution));
            }
            Excerpt::all(&marked)
        }
        Ask::Sequence { events } => of_events(events, story),
        Ask::BeforeAfter { events: [one, other], .. } => match story.order.relation(*one, *other) {
            Relation::Before => reasons_as_excerpts(*one, *other, story),
            Relation::After => reasons_as_excerpts(*other, *one, story),
            Relation::Undecided => of_events(&[*one, *other], story),
        },
        Ask::Choice { .. } | Ask::Verdict { .. } | Ask::Proof { .. } => Excerpt::of(ask.evidence()),
    }
}

/// Why two events are ordered as they are, step by step.
pub fn pair(before: EventIx, after: EventIx, story: &Story) -> Pair {
    let steps = story.order.reason(before, after);
    let mut reasons = Vec::with_capacity(steps.len());
    for step in steps {
        match step {
            Step::Stated(index) => {
                if let Some(stated) = story.order.stated().get(index) {
                    let excerpts = Excerpt::of(&stated.evidence);
                    reasons.push(Reason::Stated { before: stated.before, after: stated.after, excerpts });
                }
            }
            Step::Dated(before, after) => {
                let excerpts = of_events(&[before, after], story);
                reasons.push(Reason::Dated { before, after, excerpts });
            }
        }
    }
    Pair { before, after, reasons }
}

fn reasons_as_excerpts(before: EventIx, after: EventIx, story: &Story) -> Vec<Excerpt> {
    let mut evidence: Vec<Evidence> = Vec::new();
    for step in story.order.reason(before, after) {
        match step {
            Step::Stated(index) => {
                if let Some(stated) = story.order.stated().get(index) {
                    evidence.extend_from_slice(&stated.evidence);
                }
            }
            Step::Dated(before, after) => {
                evidence.extend_from_slice(&story[before].evidence);
                evidence.extend_from_slice(&story[after].evidence);
            }
        }
    }
    Excerpt::of(&evidence)
}

/// The passages that say what happened in some events.
fn of_events(events: &[EventIx], story: &Story) -> Vec<Excerpt> {
    let mut evidence: Vec<Evidence> = Vec::new();
    for event in events {
        evidence.extend_from_slice(&story[*event].evidence);
    }
    Excerpt::of(&evidence)
}

fn rests(offer: Offer, ask: &Ask, story: &Story) -> Rests {
    match (offer, ask) {
        (Offer::Person(person), Ask::WhoSaid { statement, .. }) => rests_of_person(person, *statement, story),
        (Offer::Statement(statement), _) => {
            Rests::SaidBy(story[statement].speaker, Excerpt::of_statement(statement, story))
        }
        (Offer::Option(position), Ask::Choice { options, .. }) => match options.get(position) {
            Some(option) if !option.evidence.is_empty() => Rests::Words(Excerpt::of(&option.evidence)),
            _ => Rests::Nothing,
        },
        _ => Rests::Nothing,
    }
}

/// What a person said who did not utter a statement: words of the same source if
/// there are any. Of whoever passed the statement on there is more to say than that.
fn rests_of_person(person: PersonIx, statement: StatementIx, story: &Story) -> Rests {
    if story[statement].reported_by.contains(&person) {
        return Rests::PassedOn;
    }
    let source = |one: StatementIx| story[story[one].quote.passage].source;
    let (mut near, mut far) = (None, None);
    for other in story.statement_indices() {
        if story[other].speaker == person {
            let found = if source(other) == source(statement) { &mut near } else { &mut far };
            *found = found.or(Some(other));
        }
    }
    match near.or(far) {
        Some(other) => Rests::Said(other, Excerpt::of_statement(other, story)),
        None => Rests::Nothing,
    }
}
