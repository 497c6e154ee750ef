//! Codes go out and come back, whatever a messenger does to them.

use verbatim_class::code::{self, Code, Mismatch};
use verbatim_class::find::{What, find};
use verbatim_class::submission::{Edition, Submission, Who};
use verbatim_core::dice::Dice;

use super::*;

/// The only code in a text, which has to be whole.
pub fn only(text: &str) -> Code {
    let found = find(text);
    match <[_; 1]>::try_from(found) {
        Ok([found]) => match found.what {
            What::Whole(code) => code,
            other => panic!("{other:?} in {text}"),
        },
        Err(found) => panic!("{} codes in {text}: {found:?}", found.len()),
    }
}

#[test]
fn ten_thousand_random_results_survive() {
    let (story, edition) = story();
    let quizzes = quizzes(&story);
    let mut dice = Dice::new(1, "returns");
    let mut answers = 0;
    for round in 0..10_000 {
        let seed = [round, u32::MAX - round][dice.below(2)] % 40;
        let submission = chance(&story, quizzes[dice.below(quizzes.len())], seed, &mut dice);
        let text = code::write(&submission, &story).unwrap();
        assert_eq!(only(&text).open(&story, edition), Ok(submission.clone()), "{text}");
        answers += answered(&submission.answers);
    }
    assert!(answers > 30_000, "chance gave {answers} answers");
}

#[test]
fn ten_questions_of_every_kind_take_150_bytes_at_most() {
    let (story, edition) = story();
    for name in [
        "Charlotte Brown",
        "Maximilian Schneider",
        "\u{410}\u{43d}\u{43d}\u{430} \u{418}\u{432}\u{430}\u{43d}\u{43e}\u{432}\u{430}",
        "Zo\u{eb} M\u{fc}ller",
        "\u{645}\u{62d}\u{645}\u{62f} \u{639}\u{644}\u{64a}",
    ] {
        let (submission, kinds) = ten(&story, Who::Name(name.to_owned()));
        assert_eq!((kinds.len(), answered(&submission.answers)), (9, 10));
        let text = code::write(&submission, &story).unwrap();
        println!("{} bytes: {text} {name}", text.len());
        assert!(text.len() <= 150, "{} bytes: {text}", text.len());
        assert_eq!(only(&text).open(&story, edition), Ok(submission));
    }
}

#[test]
fn points_are_counted_again() {
    let (story, _) = story();
    let (submission, _) = ten(&story, Who::Nobody);
    let session = submission.play(&story, decompose).unwrap();
    let told = Submission::told(&session, &[]);
    assert_eq!(told.len(), 10);
    for (at, told) in told.iter().enumerate() {
        let posed = &session.questions()[at];
        let Done::Answered(response) = &submission.answers[at].done else { panic!() };
        assert_eq!(told.response.as_ref().unwrap(), &response.items(&posed.task, &story));
    }
    // Typed as they stand in the source.
    let typed = session.questions().iter().position(|posed| matches!(posed.task, Task::Type { .. })).unwrap();
    assert!(session.outcome(typed).points.is_full());
}

#[test]
fn what_a_messenger_does_to_a_code_does_not_matter() {
    let (story, edition) = story();
    let (submission, _) = ten(&story, Who::Name("Ann Berg".to_owned()));
    let code = code::write(&submission, &story).unwrap();
    let every = |step: usize, between: &str| {
        let letters: Vec<char> = code.chars().collect();
        letters.chunks(step).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(between)
    };
    let wide = |letter: char| {
        if letter == '-' { '\u{ff0d}' } else { char::from_u32(letter as u32 + 0xfee0).unwrap() }
    };
    let with_digits = |zero: u32| {
        code.chars()
            .map(|letter| letter.to_digit(10).map_or(letter, |digit| char::from_u32(zero + digit).unwrap()))
            .collect::<String>()
    };
    for text in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
        code.replace('-', "\u{2013}"),
        code.replace('-', "\u{2014}\n"),
        code.replace('-', "\u{2011}"),
        code.replace('0', "O").replace('1', "l"),
        code.replace('1', "I").replace('V', "U"),
        code.chars().map(wide).collect(),
        with_digits(0x660),
        with_digits(0x966),
        with_digits(0x1d7ce),
        every(1, " "),
        every(5, "\u{200b}"),
        every(7, "\r\n"),
        every(20, "\n> > "),
        every(76, "=\r\n"),
        every(33, "\n| "),
        format!("\u{201c}{code}\u{201d}"),
        format!("\u{201e}{code}\u{201c}, "),
        format!("*{code}*"),
        format!("`{code}`"),
        format!("Here is mine: {code}. Cheers"),
        format!("https://example.org/class.html#r={code}&x=1"),
        format!("<a href=\"https://example.org/class.html#{code}\">mine</a>"),
        format!("[30.11.26, 10:31:07] Ann: {code}\n[30.11.26, 10:31:09] Bob: ok"),
        format!("vbq {code}"),
        format!("VBQ-{code}"),
        format!("{} (2/2)\n[10:33] Ann: {}", &code[..58], &code[58..]),
    ] {
        assert_eq!(only(&text).open(&story, edition), Ok(submission.clone()), "{text}");
        assert_eq!(only(&text).text(), code);
    }
}

#[test]
fn many_codes_in_one_text_are_all_found() {
    let (story, _) = story();
    let quizzes = quizzes(&story);
    let mut dice = Dice::new(3, "thread");
    let mut written = Vec::new();
    let mut text = String::new();
    for round in 0..200 {
        let submission = chance(&story, quizzes[dice.below(quizzes.len())], round, &mut dice);
        let code = code::write(&submission, &story).unwrap();
        // Some without anything between them.
        text.push_str([" ", "", "\n", "-", "Verbatim quiz: ", "sent from my phone "][dice.below(6)]);
        text.push_str(&code);
        written.push(code);
    }
    let found: Vec<String> = find(&text)
        .into_iter()
        .map(|found| match found.what {
            What::Whole(code) => code.text().to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(found, written);
}

#[test]
fn text_without_codes_has_none() {
    let prose = String::from_utf8_lossy(FILE);
    let uuid = "550e8400-e29b-41d4-a716-446655440000 ";
    for text in
        ["", "VBQ", "VBQ-", "vbq - Ann", &prose, &uuid.repeat(1000), include_str!("../../../../Cargo.lock")]
    {
        assert_eq!(find(text), []);
    }
}

#[test]
fn a_code_says_what_it_is_of() {
    let (story, edition) = story();
    let (submission, _) = ten(&story, Who::Number(12));
    let code = only(&code::write(&submission, &story).unwrap());
    assert_eq!(code.head, submission.head);
    let other = Edition { digest: edition.digest ^ 1, ..edition };
    assert_eq!(code.open(&story, other), Err(Mismatch::OtherEdition));
    let other = Edition { story: edition.story ^ 1, ..other };
    assert_eq!(code.open(&story, other), Err(Mismatch::OtherStory));
    let mut changed = submission.clone();
    changed.head.drawn ^= 1;
    let code = only(&code::write(&changed, &story).unwrap());
    assert_eq!(code.open(&story, edition), Err(Mismatch::OtherQuestions));
    changed = submission;
    changed.head.quiz ^= 1;
    let code = only(&code::write(&changed, &story).unwrap());
    assert_eq!(code.open(&story, edition), Err(Mismatch::NoSuchQuiz));
}
