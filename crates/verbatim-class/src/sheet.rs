//! What a class handed in of one quiz as a table: a pupil a row, a question a column. What can be
//! computed of it is left to `statistics`.

use verbatim_core::feedback::Rightness;
use verbatim_core::model::Story;
use verbatim_core::pose::{Posed, Response};
use verbatim_core::score::Points;
use verbatim_core::session::Standing;

use crate::collect::{Handed, Pupil, Set};
use crate::submission::Confidence;

/// A table of pupils and questions.
#[derive(Clone, Debug, Default)]
pub struct Sheet<'a> {
    /// The attempts that count, in the order of the class list.
    pub rows: Vec<Row<'a>>,
    /// The questions, in the order of the first pupil who was asked them.
    pub columns: Vec<Column<'a>>,
}

/// A pupil's row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What was handed in.
    pub handed: &'a Handed,
    /// The points of all questions that the pupil was asked.
    pub points: Points,
    /// How long all questions were on the screen, in seconds.
    pub seconds: u32,
    /// The questions by column; nothing where the pupil was not asked.
    pub cells: Vec<Option<Cell>>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    /// Its id.
    pub id: String,
    /// The story that it is of.
    pub story: &'a Story,
    /// The question as it was put to the first pupil who was asked it.
    pub posed: &'a Posed,
}

/// What a pupil did at a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it stands in the pupil's session.
    pub at: usize,
    /// The points; none where it was not answered.
    pub points: Points,
    /// How right the answer is; nothing where there is none.
    pub rightness: Option<Rightness>,
    /// What became of it.
    pub standing: Standing,
    /// Whether the hint was asked for.
    pub hinted: bool,
    /// How sure the pupil was, where they said so.
    pub confidence: Option<Confidence>,
    /// How long it was on the screen, in seconds.
    pub seconds: u32,
    /// The answer.
    pub response: Option<Response>,
}

impl Cell {
    /// The share of its points that were earned, from 0 to 1.
    pub fn share(&self) -> f64 {
        share(self.points)
    }
}

/// Points earned as a share of those possible.
pub fn share(points: Points) -> f64 {
    f64::from(points.earned) / f64::from(points.possible.max(1))
}

impl Row<'_> {
    /// What the pupil was asked, each with its column.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_ref()?)))
    }
}

impl<'a> Sheet<'a> {
    /// The table of the attempts that count.
    pub fn of(set: &'a Set) -> Self {
        let mut sheet = Self::default();
        let mut places = std::collections::HashMap::new();
        for handed in set.handed.iter().filter(|handed| handed.counts) {
            let mut row = Row { handed, points: Points::default(), seconds: 0, cells: Vec::new() };
            for (at, posed) in handed.session.questions().iter().enumerate() {
                let id = &posed.question(&set.story).id;
                let place = *places.entry(id.as_str()).or_insert_with(|| {
                    sheet.columns.push(Column { id: id.clone(), story: &set.story, posed });
                    sheet.columns.len() - 1
                });
                let cell = cell(handed, at);
                row.points.earned += cell.points.earned;
                row.points.possible += cell.points.possible;
                row.seconds += cell.seconds;
                row.cells.resize(row.cells.len().max(place + 1), None);
                if let Some(place) = row.cells.get_mut(place) {
                    *place = Some(cell);
                }
            }
            sheet.rows.push(row);
        }
        for row in &mut sheet.rows {
            row.cells.resize(sheet.columns.len(), None);
        }
        sheet
    }

    /// The cells of a question, each with its row, of the pupils who were asked it.
    pub fn column(&self, at: usize) -> impl Iterator<Item = (&Row<'a>, &Cell)> {
        self.rows.iter().filter_map(move |row| Some((row, row.cells.get(at)?.as_ref()?)))
    }

    /// The points of each pupil by question; nothing where they were not all asked the same.
    pub fn matrix(&self) -> Option<Vec<Vec<f64>>> {
        let earned = |cell: &Option<Cell>| cell.as_ref().map(|cell| f64::from(cell.points.earned));
        self.rows.iter().map(|row| row.cells.iter().map(earned).collect()).collect()
    }

    /// Whether every pupil was asked every question.
    pub fn is_of_one_form(&self) -> bool {
        self.rows.iter().all(|row| row.cells.iter().all(Option::is_some))
    }

    /// The row of a pupil.
    pub fn row(&self, pupil: &Pupil) -> Option<&Row<'a>> {
        self.rows.iter().find(|row| row.handed.pupil == *pupil)
    }
}

fn cell(handed: &Handed, at: usize) -> Cell {
    let outcome = handed.session.outcome(at);
    let standing = handed.session.standing(at);
    let answer = handed.submission.answers.get(at);
    Cell {
        at,
        points: outcome.points,
        rightness: outcome.rightness,
        standing,
        hinted: outcome.hinted,
        confidence: answer.and_then(|answer| answer.confidence),
        seconds: answer.map_or(0, |answer| answer.spent.seconds()),
        response: handed.session.response(at).filter(|_| standing == Standing::Answered),
    }
}

/// The words that a question is about, without what is asked of them: enough to know it by.
pub fn subject(story: &Story, posed: &Posed) -> String {
    use verbatim_core::model::Ask;
    let summaries = |events: &[verbatim_core::model::EventIx]| {
        events.iter().map(|event| story[*event].summary.as_str()).collect::<Vec<_>>().join(" / ")
    };
    match &posed.question(story).ask {
        Ask::WhoSaid { statement, .. } => story.words(story[*statement].quote).to_owned(),
        Ask::SaidWhat { statement, .. } => story[story[*statement].speaker].name.clone(),
        Ask::Match { statements } => {
            let speakers = statements.iter().map(|one| story[story[*one].speaker].name.as_str());
            speakers.collect::<Vec<_>>().join(" / ")
        }
        Ask::Sequence { events } => summaries(events),
        Ask::BeforeAfter { events, .. } => summaries(events),
        Ask::Choice { prompt: text, .. }
        | Ask::Verdict { claim: text, .. }
        | Ask::Proof { claim: text, .. } => text.clone(),
        Ask::Cloze { statement, gap, .. } => {
            let quote = story[*statement].quote;
            let part =
                |start, end| story.words(verbatim_core::model::Evidence { start, end, ..quote }).to_owned();
            [part(quote.start, gap.start), "____".to_owned(), part(gap.end, quote.end)].concat()
        }
    }
}
