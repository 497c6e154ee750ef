//! What it costs the teacher's page to make tables of what a class handed in, from the click that
//! gives it the pasted text to the frame that shows a row for each pupil and all else of the
//! screen: of 35 pupils in a thread of 100 kB, with the page's main thread four times slower, all
//! with one form and each with their own; and of 5,000 codes.
//!
//! *Painted* and *script* are measured as a click's are: see `click`. Each is the first paste after
//! the page was loaded, with nothing drawn before.

use anyhow::Result;
use serde_json::{Value, json};
use verbatim_class::collect::Known;

use crate::Site;
use crate::click::{Samples, settled, timed_click};
use crate::figure::Figure;
use crate::lab::{CPU4, Conditions, FREE, Lab, Visit, evaluate};
use crate::page::Page;
use crate::pupils::{class, known};

/// What stands between codes in a thread.
const PROSE: &str = "Somebody wrote on Monday at 10:31 that it went well - more or less; see you tomorrow.\n";

/// What is measured: what it is called, pupils, forms, the text's length in bytes, conditions, and
/// how many milliseconds it may take.
const CASES: [(&str, u32, u32, usize, Conditions, f64); 4] = [
    ("35 pupils, one form, a thread of 100 kB", 35, 1, 100_000, CPU4, 200.0),
    ("35 pupils, a form each, a thread of 100 kB", 35, 35, 100_000, CPU4, 200.0),
    ("5,000 codes, one form", 5_000, 1, 0, FREE, 3_000.0),
    ("5,000 codes, 35 forms", 5_000, 35, 0, FREE, 3_000.0),
];

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or a row is missing.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let known = known();
    let mut texts = Vec::new();
    for (_, pupils, forms, bytes, ..) in CASES {
        texts.push(thread(&codes(&known, pupils, forms), bytes));
    }
    let mut samples = CASES.map(|_| Samples::default());
    for round in 0..rounds {
        eprintln!("class: round {} of {rounds}", round + 1);
        for ((case, text), samples) in CASES.iter().zip(&texts).zip(&mut samples) {
            let visit =
                Visit { origin: &site.ours, path: "class.html", selector: ".symbol", conditions: case.4 };
            lab.visit(visit, async |page| tables(page, text, case.1, samples).await).await?;
        }
    }
    let [same, ..] = &samples;
    let same = same.painted.clone();
    let mut figures = Vec::new();
    for ((name, _, _, _, conditions, limit), samples) in CASES.into_iter().zip(samples) {
        let of = |what: &str| format!("class, {}, {name}: {what}", conditions.name);
        figures.push(Figure::of(of("painted"), samples.painted.clone(), "ms").limit(limit));
        figures.push(
            Figure::of(of("painted"), samples.painted, "ms").against("35 pupils, one form", same.clone()),
        );
        figures.push(Figure::of(of("script"), samples.script, "ms"));
    }
    Ok(figures)
}

/// Pastes a text, goes on to what comes of it, and waits for every row.
async fn tables(page: &Page, text: &str, pupils: u32, samples: &mut Samples) -> Result<()> {
    let ready = format!(
        "(() => {{
            location.hash = 'collect';
            const go = Object.assign(document.createElement('button'), {{ id: 'go', textContent: 'Go' }});
            const text = {};
            go.onclick = () => {{
                const data = new DataTransfer();
                data.setData('text', text);
                const paste = {{ clipboardData: data, bubbles: true, cancelable: true }};
                document.querySelector('#codes').dispatchEvent(new ClipboardEvent('paste', paste));
                location.hash = 'see';
            }};
            document.body.prepend(go);
        }})()",
        json!(text)
    );
    evaluate::<Value>(page, &ready).await?;
    settled(page, "#codes").await?;
    let shows = format!("document.querySelectorAll('.pupils tbody tr').length === {pupils}");
    timed_click(page, "#go", &shows, samples).await
}

/// The codes of so many pupils, with so many forms among them, in turn.
fn codes(known: &Known, pupils: u32, forms: u32) -> Vec<String> {
    let mut of_forms = Vec::new();
    for form in 0..forms {
        let names: Vec<String> =
            (form..pupils).step_by(forms as usize).map(|at| format!("Pupil {at}")).collect();
        of_forms.push(class(known, form, &names).into_iter());
    }
    (0..pupils).filter_map(|at| of_forms.get_mut((at % forms) as usize)?.next()).collect()
}

/// The codes with prose between them, so many bytes in all or no more than the codes.
fn thread(codes: &[String], bytes: usize) -> String {
    let between =
        bytes.saturating_sub(codes.iter().map(String::len).sum()) / codes.len().max(1) / PROSE.len();
    codes.iter().map(|code| format!("{code}\n{}", PROSE.repeat(between))).collect()
}
