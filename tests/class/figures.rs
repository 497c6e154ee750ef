//! Figures of generated classes against pingouin, scipy and numpy.

use serde::Deserialize;
use serde_json::json;
use verbatim_class::sheet::Sheet;
use verbatim_class::statistics::{LeftOut, calibration, items, whole};

use verbatim_class::submission::Confidence;

use super::*;

const TOLERANCE: f64 = 1e-9;

#[derive(Deserialize)]
struct Reference {
    items: Vec<Question>,
    mean: f64,
    error: f64,
    alpha: f64,
    alpha_error: f64,
    measurement: f64,
    levels: Vec<Counted>,
}

#[derive(Deserialize)]
struct Question {
    difficulty: f64,
    error: f64,
    discrimination: Option<f64>,
}

#[derive(Deserialize)]
struct Counted {
    answers: usize,
    right: usize,
}

fn close(own: f64, reference: f64, what: &str) {
    assert!((own - reference).abs() <= TOLERANCE, "{what}: {own} here, {reference} there");
}

#[test]
fn figures_agree_with_the_references() {
    let known = known();
    let classes: Vec<Class> =
        (1..=40).map(|seed| collected(&known, &class(&known, seed, &names(20 + seed as usize)))).collect();
    let sheets: Vec<Sheet<'_>> = classes.iter().map(|class| Sheet::of(&class.sets[0])).collect();
    let given: Vec<_> = sheets.iter().map(|sheet| {
        let cells = |of: fn(&verbatim_class::sheet::Cell) -> u32| -> Vec<Vec<u32>> {
            sheet.rows.iter().map(|row| row.cells.iter().flatten().map(of).collect()).collect()
        };
        let levels = Confidence::ALL.map(|level| -> Vec<bool> {
            let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().flatten());
            cells.filter(|cell| cell.confidence == Some(level)).map(|cell| cell.points.is_full()).collect()
        });
        json!({ "points": cells(|cell| cell.points.earned), "possible": cells(|cell| cell.points.possible), "levels": levels })
    }).collect();
    let told = python("reference.py", &[], &json!(given).to_string());
    let told: Vec<Reference> = serde_json::from_str(&told).unwrap();
    assert_eq!(told.len(), sheets.len());
    let mut correlations = 0;
    for (sheet, told) in sheets.iter().zip(told) {
        let (own, all) = (items(sheet), whole(sheet));
        for (own, told) in own.iter().zip(&told.items) {
            close(own.difficulty, told.difficulty, "difficulty");
            close(own.error.unwrap(), told.error, "standard error");
            match (own.discrimination, told.discrimination) {
                (Ok(own), Some(told)) => {
                    correlations += 1;
                    close(own, told, "discrimination");
                }
                (Err(LeftOut::NoSpread), None) => {}
                (own, told) => panic!("discrimination: {own:?} here, {told:?} there"),
            }
        }
        let reliability = all.reliability.unwrap();
        close(all.mean, told.mean, "mean");
        close(all.error.unwrap(), told.error, "standard error of the mean");
        close(reliability.alpha, told.alpha, "alpha");
        close(reliability.error, told.alpha_error, "standard error of alpha");
        close(reliability.measurement, told.measurement, "standard error of measurement");
        for (own, told) in calibration(sheet).unwrap().iter().zip(&told.levels) {
            assert_eq!((own.answers, own.right), (told.answers, told.right));
            own.share.inspect(|share| close(*share, told.right as f64 / told.answers as f64, "calibration"));
        }
    }
    assert!(correlations > 300, "only {correlations} correlations to compare");
}

#[test]
fn a_small_class_is_told_what_it_is_too_small_for() {
    let known = known();
    let class = collected(&known, &class(&known, 1, &names(4)));
    let sheet = Sheet::of(&class.sets[0]);
    let all = whole(&sheet);
    assert_eq!(all.reliability, Err(LeftOut::FewPupils { have: 4, need: 20 }));
    assert_eq!(all.error, Err(LeftOut::FewPupils { have: 4, need: 5 }));
    for item in items(&sheet) {
        assert_eq!(item.discrimination, Err(LeftOut::FewPupils { have: 4, need: 20 }));
        assert_eq!(item.asked, 4);
    }
}
