//! See: what a class knew, by question and by pupil, how sure it was, and what it should read
//! again. A figure that the class is too small for is left out, and the reason stands in its place.

use verbatim_class::collect::{Counting, Set};
use verbatim_class::missed::{Missed, look, read_again};
use verbatim_class::sheet::{Cell, Row, Sheet, share};
use verbatim_class::statistics::{Item, LeftOut, Level, Whole, calibration, items, whole};
use verbatim_class::submission::Confidence;
use verbatim_classroom::browser::decompose;
use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::Rightness;
use verbatim_core::session::Standing;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::html::Scope;
use yew::{Html, html};

use super::charts::{Bar, bars};
use super::{Gathered, Msg, again, figure, nothing, percent, point, question};
use crate::desk::Desk;
use crate::messages::Arg;
use crate::messages::collected::Say;
use crate::question::excerpt;

pub fn view(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let Some(set) = own.class.sets.get(own.looked) else { return nothing(desk) };
    let sheet = Sheet::of(set);
    let questions = items(&sheet);
    let looked = look(&sheet, decompose);
    html! {
        <div class="see">
            <p class="lead">{words.text(Say::SeeLead)}</p>
            {choices(own, desk, link)}
            {overall(&whole(&sheet), desk)}
            {by_question(own, &sheet, &questions, &looked, desk, link)}
            {by_pupil(own, &sheet, desk)}
            {calibration(&sheet).map(|levels| sure(&levels, desk))}
            {again::view(own, set, &sheet, &read_again(&looked), desk, link)}
        </div>
    }
}

/// Which quiz is looked at, and which attempt counts.
fn choices(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let chosen = |event: &Event| -> Option<usize> {
        let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
        select.value().parse().ok()
    };
    let look = link.batch_callback(move |event: Event| Some(Msg::Look(chosen(&event)?)));
    let count = link.batch_callback(move |event: Event| {
        Some(Msg::Count(if chosen(&event)? == 0 { Counting::First } else { Counting::Last }))
    });
    let entry = |(at, set): (usize, &Set)| {
        html! { <option value={at.to_string()} selected={at == own.looked}>{set.story[set.quiz].title.clone()}</option> }
    };
    let last = own.counting == Counting::Last;
    html! {
        <div class="choices across">
            <p class="field"><label for="quiz-seen">{words.text(Say::Quiz)}</label><select id="quiz-seen" onchange={look}>{for own.class.sets.iter().enumerate().map(entry)}</select></p>
            <p class="field"><label for="counting">{words.text(Say::Counting)}</label><select id="counting" onchange={count}>
                <option value="0" selected={!last}>{words.text(Say::CountFirst)}</option>
                <option value="1" selected={last}>{words.text(Say::CountLast)}</option>
            </select></p>
        </div>
    }
}

/// Why a figure is left out.
fn left_out(why: LeftOut, desk: &Desk) -> String {
    let words = desk.collected();
    match why {
        LeftOut::FewPupils { have, need } => {
            words.fill(Say::FewPupils, &[Arg::Number(need), Arg::Number(have)])
        }
        LeftOut::FewQuestions { have, need } => {
            words.fill(Say::FewQuestions, &[Arg::Number(need), Arg::Number(have)])
        }
        LeftOut::DifferentQuestions => words.text(Say::DifferentQuestions).to_owned(),
        LeftOut::NoSpread => words.text(Say::NoSpread).to_owned(),
    }
}

fn overall(whole: &Whole, desk: &Desk) -> Html {
    let words = desk.collected();
    let entry = |name: Say, value: String, means: Option<String>| {
        html! { <div><dt>{words.text(name)}</dt><dd><b>{value}</b>{means.map(|means| html! { <span class="means">{means}</span> })}</dd></div> }
    };
    let error = match whole.error {
        Ok(error) => words.fill(Say::ErrorOf, &[Arg::Number((error * 100.0).round() as usize)]),
        Err(why) => left_out(why, desk),
    };
    let reliability = match whole.reliability {
        Ok(found) => {
            let point = point(desk);
            let [alpha, off, points] =
                [found.alpha, found.error, found.measurement].map(|value| figure(value, point));
            let means = words
                .fill(Say::AlphaMeans, &[Arg::Number(found.pupils), Arg::Name(&off), Arg::Name(&points)]);
            entry(Say::Alpha, alpha, Some(means))
        }
        Err(why) => entry(Say::Alpha, "–".to_owned(), Some(left_out(why, desk))),
    };
    html! {
        <section aria-labelledby="overall">
            <h2 id="overall">{words.text(Say::Overall)}</h2>
            <dl class="figures">
                {entry(Say::Pupils, words.number(whole.pupils), None)}
                {entry(Say::MeanShare, percent(whole.mean, desk), Some(error))}
                {reliability}
            </dl>
        </section>
    }
}

fn by_question(
    own: &Gathered,
    sheet: &Sheet<'_>,
    questions: &[Item],
    looked: &[Missed],
    desk: &Desk,
    link: &Scope<Gathered>,
) -> Html {
    let words = desk.collected();
    let point = point(desk);
    let chart: Vec<Bar> = questions
        .iter()
        .enumerate()
        .map(|(at, item)| Bar {
            label: words.number(at + 1),
            share: item.difficulty,
            figure: percent(item.difficulty, desk),
        })
        .collect();
    let row = |(at, item): (usize, &Item)| {
        let column = sheet.columns.get(at);
        let line = column.map(|column| question::line(column.story, column.posed, desk));
        let language = column.map(|column| column.story.language.clone());
        html! {
            <tr>
                <th scope="row"><span class="at">{words.number(at + 1)}</span><bdi lang={language}>{line}</bdi></th>
                <td>{words.fill(Say::RightOf, &[Arg::Number(item.right), Arg::Number(item.asked)])}</td>
                <td>{words.number(item.skipped)}</td>
                <td>{percent(item.difficulty, desk)}{item.error.ok().map(|error| format!(" ± {}", words.number((error * 100.0).round() as usize)))}</td>
                <td>{item.discrimination.map_or_else(|_| "–".to_owned(), |value| figure(value, point))}</td>
                <td>{words.number(item.seconds.round() as usize)}</td>
            </tr>
        }
    };
    // One reason does for the column.
    let why = questions.iter().find_map(|item| item.discrimination.err());
    let heads =
        [Say::Question, Say::FullyRight, Say::LeftOpen, Say::Difficulty, Say::Discrimination, Say::Seconds];
    html! {
        <section aria-labelledby="by-question">
            <h2 id="by-question">{words.text(Say::ByQuestion)}</h2>
            <div class="scroll" tabindex="0" role="group" aria-label={words.text(Say::QuestionChart).to_owned()}>{bars(words.text(Say::QuestionChart), &chart)}</div>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="by-question">
                <table class="questions">
                    <thead><tr>{for heads.map(|say| html! { <th scope="col">{words.text(say)}</th> })}</tr></thead>
                    <tbody>{for questions.iter().enumerate().map(row)}</tbody>
                </table>
            </div>
            <p class="sub">{words.text(Say::DifficultyMeans)}{" "}{words.text(Say::DiscriminationMeans)}{" "}{why.map(|why| left_out(why, desk))}</p>
            {for looked.iter().map(|one| slip(own, sheet, one, desk, link))}
        </section>
    }
}

/// The wrong answer that was chosen most, with what it rests on beside what is right. The passages
/// are written once somebody wants to see them: there may be hundreds.
fn slip(own: &Gathered, sheet: &Sheet<'_>, missed: &Missed, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let at = missed.column;
    let (Some(slip), Some(column)) = (&missed.slip, sheet.columns.get(at)) else { return html! {} };
    let chosen = question::choice(column.story, column.posed, &slip.choice, desk);
    let passages = |found: &[Excerpt]| -> Html {
        found.iter().take(2).map(|one| excerpt(column.story, one, &desk.speech.quiz)).collect()
    };
    let beside = own.unfolded.contains(&column.id).then(|| {
        html! {
            <div class="beside">
                <div><h3>{words.text(Say::RightRests)}</h3>{passages(&missed.excerpts)}</div>
                if !slip.excerpts.is_empty() { <div><h3>{words.text(Say::WrongRests)}</h3>{passages(&slip.excerpts)}</div> }
            </div>
        }
    });
    let id = column.id.clone();
    html! {
        <details class="slip" ontoggle={link.callback(move |_| Msg::Unfold(id.clone()))}>
            <summary>{words.fill(Say::MostChosen, &[Arg::Number(at + 1), Arg::Name(&chosen), Arg::Number(slip.count)])}</summary>
            {beside}
        </details>
    }
}

fn by_pupil(own: &Gathered, sheet: &Sheet<'_>, desk: &Desk) -> Html {
    let words = desk.collected();
    let mut classes = [0_usize; 10];
    for row in &sheet.rows {
        let at = ((share(row.points) * 10.0) as usize).min(9);
        if let Some(count) = classes.get_mut(at) {
            *count += 1;
        }
    }
    let most = classes.iter().copied().max().unwrap_or(1).max(1);
    let chart: Vec<Bar> = classes
        .iter()
        .enumerate()
        .map(|(at, count)| Bar {
            label: format!("{}–{}", at * 10, at * 10 + 10),
            share: *count as f64 / most as f64,
            figure: if *count > 0 { words.number(*count) } else { String::new() },
        })
        .collect();
    let same = sheet.is_of_one_form();
    let most_asked = sheet.rows.iter().map(|row| row.asked().count()).max().unwrap_or_default();
    let head = (1..=most_asked).map(|at| html! { <th scope="col">{words.number(at)}</th> });
    let row = |row: &Row<'_>| {
        let name = own.class.name(&row.handed.pupil);
        let mut asked: Vec<(usize, &Cell)> = row.asked().collect();
        if !same {
            asked.sort_by_key(|(_, cell)| cell.at);
        }
        let name = if name.is_empty() { words.text(Say::NoName).to_owned() } else { name };
        html! {
            <tr>
                <th scope="row"><bdi>{name}</bdi></th>
                <td>{format!("{} / {}", words.number(row.points.earned as usize), words.number(row.points.possible as usize))}</td>
                <td>{percent(share(row.points), desk)}</td>
                <td>{words.number(row.seconds as usize)}</td>
                {for asked.into_iter().map(|(at, cell)| mark(cell, (!same).then_some(at), desk))}
            </tr>
        }
    };
    html! {
        <section aria-labelledby="by-pupil">
            <h2 id="by-pupil">{words.text(Say::ByPupil)}</h2>
            <div class="scroll" tabindex="0" role="group" aria-label={words.text(Say::PupilChart).to_owned()}>{bars(words.text(Say::PupilChart), &chart)}</div>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="by-pupil">
                <table class="pupils">
                    <thead><tr>{for [Say::Pupil, Say::Points, Say::MeanShare, Say::Seconds].map(|say| html! { <th scope="col">{words.text(say)}</th> })}{for head}</tr></thead>
                    <tbody>{for sheet.rows.iter().map(row)}</tbody>
                </table>
            </div>
            <p class="sub">{words.text(if same { Say::MarksMean } else { Say::MarksOfForms })}</p>
        </section>
    }
}

/// What became of a question, as a sign and in words; with which question it is, where each pupil
/// has their own.
fn mark(cell: &Cell, at: Option<usize>, desk: &Desk) -> Html {
    let words = desk.collected();
    let (class, sign, say) = match cell.rightness {
        None if cell.standing == Standing::Skipped => ("skipped", "–", Say::Skipped),
        None => ("open", "·", Say::NotReached),
        Some(Rightness::Right) => ("right", "✓", Say::Right),
        Some(Rightness::Partly) => ("partly", "◐", Say::Partly),
        Some(Rightness::Wrong) => ("wrong", "✗", Say::Wrong),
    };
    let which = at.map(|at| html! { <small>{words.number(at + 1)}</small> });
    html! { <td class={class}><span role="img" aria-label={words.text(say).to_owned()}>{sign}</span>{which}</td> }
}

/// How sure the class was, and how often right.
fn sure(levels: &[Level; 3], desk: &Desk) -> Html {
    let words = desk.collected();
    let name = |level: &Level| match level.confidence {
        Confidence::Low => words.text(Say::Low),
        Confidence::Middle => words.text(Say::Middle),
        Confidence::High => words.text(Say::High),
    };
    let share_of = |level: &Level| match level.share {
        Some(share) => percent(share, desk),
        None => words.fill(Say::FewAnswers, &[Arg::Number(level.answers)]),
    };
    let chart: Vec<Bar> = levels
        .iter()
        .enumerate()
        .map(|(at, level)| Bar {
            label: words.number(at + 1),
            share: level.share.unwrap_or_default(),
            figure: level.share.map_or_else(|| "–".to_owned(), |share| percent(share, desk)),
        })
        .collect();
    let row = |level: &Level| {
        html! { <tr><th scope="row">{name(level)}</th><td>{words.number(level.answers)}</td><td>{share_of(level)}</td></tr> }
    };
    html! {
        <section aria-labelledby="sure-of">
            <h2 id="sure-of">{words.text(Say::Calibration)}</h2>
            {bars(words.text(Say::CalibrationChart), &chart)}
            <table>
                <thead><tr>{for [Say::Confidence, Say::Answers, Say::FullyRight].map(|say| html! { <th scope="col">{words.text(say)}</th> })}</tr></thead>
                <tbody>{for levels.iter().map(row)}</tbody>
            </table>
        </section>
    }
}
