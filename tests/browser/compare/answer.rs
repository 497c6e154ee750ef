//! An answer as it is explained: the points, the words that the right answer
//! rests on, and what the wrong one rests on instead.

use anyhow::{Context, Result, ensure};
use verbatim_core::excerpt::{Excerpt, Mark, Piece};
use verbatim_core::feedback::{Detail, Feedback, Instead, Pair, Reason, Rests, Rightness, pair};
use verbatim_core::model::{Ask, Story};
use verbatim_core::order::Relation;
use verbatim_core::pose::{Offer, Posed, Task};
use verbatim_core::score::{Points, Spelling};

use super::question::words;
use super::tidy;
use crate::screen::{self, Block, Screen};

/// Compares the feedback on the screen with the core's.
pub fn compare(screen: &Screen, feedback: &Feedback, posed: &Posed, story: &Story) -> Result<()> {
    let shown = screen.feedback.as_ref().context("there is no feedback")?;
    let rightness = name(feedback.rightness);
    ensure!(shown.rightness == rightness, "it is {rightness}, and the page says {}", shown.rightness);
    let points = in_words(feedback.points);
    ensure!(shown.text.contains(&points), "{points:?} is not in {:?}", shown.text);
    holds(&shown.excerpts, &evidence(feedback, posed, story), story).context("of the right answer")?;
    match &feedback.detail {
        Detail::Chosen { right, wrong, .. } => {
            states(screen, posed, story, right)?;
            let wrong: Vec<&Instead> = wrong.iter().filter(|wrong| wrong.rests != Rests::Nothing).collect();
            ensure!(shown.instead.len() == wrong.len(), "{} wrong choices explained", shown.instead.len());
            for (block, wrong) in shown.instead.iter().zip(wrong) {
                let chosen = tidy(&words(wrong.offer, posed, story));
                ensure!(names(&block.text, &chosen), "{:?} does not name {chosen:?}", block.text);
                rests(block, &wrong.rests, story)?;
            }
        }
        Detail::Matched(matched) => {
            let wrong = matched.iter().filter_map(|one| one.instead.as_ref().zip(one.given));
            let wrong: Vec<_> = wrong.filter(|(instead, _)| **instead != Rests::Nothing).collect();
            ensure!(shown.instead.len() == wrong.len(), "{} wrong people explained", shown.instead.len());
            for (block, (instead, person)) in shown.instead.iter().zip(wrong) {
                let name = &story[person].name;
                ensure!(names(&block.text, name), "{:?} does not name {name}", block.text);
                rests(block, instead, story)?;
            }
        }
        Detail::Arranged { lost, .. } => {
            ensure!(shown.lost_pairs.len() == lost.len(), "{} lost pairs explained", shown.lost_pairs.len());
            for pair in lost {
                let [before, after] = [pair.before, pair.after].map(|event| &story[event].summary);
                let explains = |block: &&Block| {
                    let told = names(&block.text, before) && names(&block.text, after);
                    told && holds(&block.excerpts, &of_pair(pair), story).is_ok()
                };
                let block = shown.lost_pairs.iter().find(explains);
                block.with_context(|| format!("not explained: {before:?} came before {after:?}"))?;
            }
        }
        Detail::Typed(spelling) => {
            if let (Task::Type { gap, .. }, Spelling::Wrong | Spelling::Near) = (&posed.task, spelling) {
                let wanted = tidy(story.words(*gap));
                ensure!(shown.text.contains(&wanted), "{:?} does not tell {wanted:?}", shown.text);
            }
        }
    }
    Ok(())
}

/// How points are told.
pub fn in_words(points: Points) -> String {
    let noun = if points.possible == 1 { "point" } else { "points" };
    format!("{} of {} {noun}", points.earned, points.possible)
}

/// How rightness is named in the page.
pub fn name(rightness: Rightness) -> &'static str {
    match rightness {
        Rightness::Right => "right",
        Rightness::Partly => "partly",
        Rightness::Wrong => "wrong",
    }
}

/// The words that the right answer rests on, in the steps in which they are told.
pub fn evidence(feedback: &Feedback, posed: &Posed, story: &Story) -> Vec<Excerpt> {
    match (&feedback.detail, &posed.question(story).ask) {
        (Detail::Matched(matched), _) => matched.iter().flat_map(|one| one.evidence.clone()).collect(),
        (_, Ask::BeforeAfter { events: [one, other], .. }) => match story.order.relation(*one, *other) {
            Relation::Before => of_pair(&pair(*one, *other, story)),
            Relation::After => of_pair(&pair(*other, *one, story)),
            Relation::Undecided => feedback.evidence.clone(),
        },
        _ => feedback.evidence.clone(),
    }
}

fn of_pair(pair: &Pair) -> Vec<Excerpt> {
    let excerpts = |reason: &Reason| match reason {
        Reason::Stated { excerpts, .. } | Reason::Dated { excerpts, .. } => excerpts.clone(),
    };
    pair.reasons.iter().flat_map(excerpts).collect()
}

/// Each choice is marked as what it is, and none can be changed any more.
fn states(screen: &Screen, posed: &Posed, story: &Story, right: &[Offer]) -> Result<()> {
    let (offers, unchosen) = match &posed.task {
        Task::One { offers, .. } => (offers, "right"),
        Task::Several { offers, .. } => (offers, "missed"),
        _ => return Ok(()),
    };
    for (offer, shown) in offers.iter().zip(&screen.offers) {
        ensure!(shown.id == offer.id(story), "{} stands for {offer:?}", shown.id);
        ensure!(shown.disabled, "{} can still be chosen", shown.id);
        let wanted = match (right.contains(offer), shown.chosen) {
            (true, true) => Some("right"),
            (true, false) => Some(unchosen),
            (false, true) => Some("wrong"),
            (false, false) => None,
        };
        ensure!(shown.state.as_deref() == wanted, "{} is {:?}, not {wanted:?}", shown.id, shown.state);
    }
    Ok(())
}

/// Whether a text names somebody or something: a name may begin small within a sentence.
fn names(text: &str, name: &str) -> bool {
    text.to_lowercase().contains(&tidy(name).to_lowercase())
}

fn rests(block: &Block, rests: &Rests, story: &Story) -> Result<()> {
    match rests {
        Rests::Said(_, excerpts) | Rests::Words(excerpts) => holds(&block.excerpts, excerpts, story),
        Rests::SaidBy(person, excerpts) => {
            let name = &story[*person].name;
            ensure!(names(&block.text, name), "{:?} does not name {name}", block.text);
            holds(&block.excerpts, excerpts, story)
        }
        Rests::PassedOn | Rests::Nothing => holds(&block.excerpts, &[], story),
    }
    .with_context(|| format!("of the wrong choice in {:?}", block.text))
}

/// Every excerpt is shown and no other: its passage whole, the very words marked, its source named.
pub fn holds(shown: &[screen::Excerpt], wanted: &[Excerpt], story: &Story) -> Result<()> {
    ensure!(shown.len() == wanted.len(), "{} excerpts instead of {}", shown.len(), wanted.len());
    for excerpt in wanted {
        let pieces = excerpt.pieces(story);
        let joined = |is_one: &dyn Fn(&Piece<'_>) -> bool| {
            let texts = pieces.iter().filter(|piece| is_one(piece)).map(|piece| piece.text);
            tidy(&texts.collect::<Vec<&str>>().join(" "))
        };
        let passage = tidy(&story[excerpt.passage].text);
        let marks = joined(&|piece| piece.mark == Some(Mark::Words));
        let attribution = joined(&|piece| piece.mark == Some(Mark::Attribution));
        let far = joined(&|piece| piece.mark.is_none() && !piece.near);
        let fits = |one: &&screen::Excerpt| {
            one.text == passage && one.words == marks && one.attribution == attribution && one.far == far
        };
        let found = shown.iter().find(fits);
        let found =
            found.with_context(|| format!("no excerpt marks {marks:?} in {passage:?}: {shown:#?}"))?;
        let source = excerpt.source(story);
        for told in [&source.publisher, &source.title] {
            ensure!(found.caption.contains(told.as_str()), "{:?} does not tell {told:?}", found.caption);
        }
        ensure!(found.link == excerpt.link(story), "the link leads to {:?}", found.link);
    }
    Ok(())
}
