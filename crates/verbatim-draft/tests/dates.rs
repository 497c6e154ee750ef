//! When, and in what order: small texts with the dates and pairs that are found in them.
#![allow(clippy::unwrap_used)]

use verbatim_draft::{Article, facts};

/// A Wednesday.
const PUBLISHED: &str = "2020-05-13";

fn values(text: &str) -> Vec<String> {
    let found = facts(Article { text, published: Some(PUBLISHED), language: "en" }).timex;
    found.iter().map(|timex| format!("{}={}", &text[timex.words.clone()], timex.value)).collect()
}

#[test]
fn normalises_dates_from_the_day_of_publication() {
    for (text, expected) in [
        ("It sank on Tuesday.", "Tuesday=2020-05-12"),
        ("It will sail on Friday.", "Friday=2020-05-15"),
        ("It sank on Monday, Oct. 14, 2019, they say.", "Monday, Oct. 14, 2019=2019-10-14"),
        ("It sank in November.", "November=2019-11"),
        ("It sank on 3 March 1998.", "3 March 1998=1998-03-03"),
        ("It may sink. They march on.", ""),
        ("It sank last year.", "last year=2019"),
        ("It sank earlier this month.", "earlier this month=2020-05"),
        ("It sank two weeks ago.", "two weeks ago=2020-04-29"),
        ("It sank yesterday morning.", "yesterday morning=2020-05-12TMO"),
        ("It took the past two months.", "the past two months=P2M"),
        ("A three-day trip.", "three-day=P3D"),
        ("It sails every day.", "every day=P1D"),
        ("In the 1960s it sailed.", "the 1960s=196"),
        ("In the nineties it sailed.", "the nineties=199"),
        ("It sank in nineteen ninety-four.", "nineteen ninety-four=1994"),
        ("It sank at midday.", "midday=2020-05-13T12:00"),
        ("It sailed on Feb. 5-7.", "Feb. 5-7=2020-02-05"),
        ("It sailed from March 5 to 7, 2019.", "March 5 to 7, 2019=2019-03-05"),
        ("It sailed May 3\u{2013}5.", "May 3\u{2013}5=2020-05-03"),
        ("An 8-month-old and a 5-year-old.", "8-month-old=P8M"),
        ("It sold 1,998 tickets and 2000 people came.", ""),
        ("The third quarter of 1971 was bad.", "The third quarter of 1971=1971-Q3"),
        ("It sank last summer.", "last summer=2019-SU"),
        ("It sank last week.", "last week=2020-W19"),
        ("It sank at 3 p.m. on Tuesday.", "3 p.m. on Tuesday=2020-05-12T15:00"),
        ("It sank at noon.", "noon=2020-05-13T12:00"),
        ("In the \u{2019}90s it sailed.", "the \u{2019}90s=199"),
        ("It sank in the 19th century.", "the 19th century=18XX"),
        ("It will sail in two weeks.", "two weeks=2020-05-27"),
        ("It sails twice a week.", "twice a week=P1W"),
        ("It sank on 5/13/2019.", "5/13/2019=2019-05-13"),
        ("It sank on the 5th of May.", "the 5th of May=2020-05-05"),
        ("It sank on May 3. The next day it was gone.", "May 3=2020-05-03; The next day=2020-05-04"),
        ("It sank last Thanksgiving.", "last Thanksgiving=2019-11-28"),
        ("It sank in the last half of 1989.", "the last half of 1989=1989-H2"),
        ("It sank at the end of the year.", "the end of the year=2020"),
        ("It sank in February this year.", "February this year=2020-02"),
        ("Jan Berg and Mar Cole sailed in the past.", "the past=PAST_REF"),
        ("It grew in the 1988 third quarter.", "the 1988 third quarter=1988-Q3"),
    ] {
        assert_eq!(values(text).join("; "), expected, "{text}");
    }
}

#[test]
fn counts_from_no_day_where_none_is_known() {
    let text = "It sank on Tuesday, 12 May 2020, and again yesterday.";
    let found = facts(Article { text, published: None, language: "en" }).timex;
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["2020-05-12", "XXXX-XX-XX"]);
}

/// The pairs as verbs.
fn pairs(text: &str) -> Vec<String> {
    let facts = facts(Article { text, published: Some(PUBLISHED), language: "en" });
    let verb = |at: usize| &text[facts.events[at].verb.clone()];
    facts.ordered().iter().map(|&(one, other)| format!("{} < {}", verb(one), verb(other))).collect()
}

#[test]
fn orders_what_dates_or_words_order() {
    for (text, expected) in [
        ("The ferry sank in 1998. The bridge opened on 3 May 2001.", "sank < opened"),
        ("The bridge opened in 2001. The ferry sank in 2001.", ""),
        ("The ferry left before the bridge opened.", "left < opened"),
        ("After the bridge opened, the ferry left.", "opened < left"),
        ("The captain said on Monday that the ferry sank in 1998.", ""),
        (
            "The ferry sank in 1998 after the bridge opened. The mayor resigned in 1999.",
            "sank < resigned; opened < sank; opened < resigned",
        ),
        ("The mayor spoke about Friday's vote. The ferry sank in 1998.", ""),
    ] {
        assert_eq!(pairs(text).join("; "), expected, "{text}");
    }
}

#[test]
fn hears_no_words_that_contradict_each_other() {
    let text = "The ferry sank before the bridge opened in 1998. The ferry left in 1990 after the mayor resigned in 1995.";
    assert_eq!(pairs(text).iter().filter(|pair| pair.as_str() == "resigned < left").count(), 0);
}
