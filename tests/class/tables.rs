//! Tables for a spreadsheet, read by Python's csv and by LibreOffice where that is installed.

use verbatim_class::export::table::{Headings, Separator, by_answer, by_pupil};

use super::*;

/// Names that break a table, or that a spreadsheet would run.
const NAMES: &[&str] = &[
    "Ann \"Annie\" Berg",
    "Berg, Bob;Bob",
    "=HYPERLINK(\"http://example.org\")",
    "@SUM(A1)",
    "+49 1",
    "-2",
    "two\nlines",
    "\u{738b}\u{5c0f}\u{660e}",
    "<script>alert(1)</script>",
    "\t=1",
];

#[test]
fn python_reads_every_row_and_no_formula() {
    let known = known();
    let names: Vec<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    let class = collected(&known, &class(&known, 2, &names));
    let (set, headings) = (&class.sets[0], Headings::default());
    let both =
        [(Separator::Comma, ","), (Separator::Semicolon, ";")].into_iter().flat_map(|(separator, sign)| {
            let (pupils, answers) =
                (by_pupil(&class, set, &headings, separator), by_answer(&class, set, &headings, separator));
            [(pupils, 11, sign), (answers, 101, sign)]
        });
    for (csv, rows, sign) in both {
        let text = String::from_utf8(csv).unwrap();
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        let read: Vec<Vec<String>> = serde_json::from_str(&python("rows.py", &[sign.into()], &text)).unwrap();
        assert_eq!(read.len(), rows);
        assert!(read.iter().all(|row| row.len() == read[0].len()));
        let formulas = "=+-@\t\r".chars().collect::<Vec<_>>();
        assert!(!read.iter().flatten().any(|cell| cell.starts_with(formulas.as_slice())), "{read:?}");
        for name in NAMES {
            let is_there = |row: &&Vec<String>| row[0] == **name || row[0] == format!("'{name}");
            assert!(read.iter().find(is_there).is_some(), "{name:?} in {read:?}");
        }
    }
}
