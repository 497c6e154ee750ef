//! The statements of a story, from the quotations of an article.

use std::ops::Range;

use verbatim_core::wire::{Form, Statement};
use verbatim_core::words::{contains_words, count_words};

use super::passage::Excerpts;
use super::{Drafting, Fate, Read};
use crate::facts::{Quote, Rule, Speaker, Tier};

/// The fewest words that are worth asking about.
pub const FEWEST: usize = 4;
/// The most.
pub const MOST: usize = 45;

/// Adds what an article quotes, as far as its speakers can be trusted.
pub(super) fn add(
    drafting: &mut Drafting,
    excerpts: &mut Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    least: Tier,
) {
    drafting.cast.turn_page();
    for quote in &article.facts.quotes {
        match own_words(excerpts, quote) {
            Some(words) => {
                let quote = Quote { words, speaker: quote.named(), ..quote.clone() };
                one(drafting, excerpts, article, number, &quote, None, least);
            }
            None => {
                let words = &article.text[quote.words.clone()];
                drafting.note(
                    number,
                    words,
                    Fate::Merged,
                    "the words that it passes on are statements of their own",
                );
            }
        }
        for nested in &quote.inside {
            let nested = Quote { speaker: nested.named(), ..nested.clone() };
            let outer = Quote { speaker: quote.named(), ..quote.clone() };
            one(drafting, excerpts, article, number, &nested, Some(&outer), least);
        }
    }
}

/// The first sentences of a quotation in which it passes on nobody else's words; `None`
/// where it does nothing else.
pub fn own_words(excerpts: &Excerpts<'_>, quote: &Quote) -> Option<Range<usize>> {
    if quote.inside.is_empty() {
        return Some(quote.words.clone());
    }
    let passes_on = |sentence: &Range<usize>| {
        quote
            .inside
            .iter()
            .any(|nested| nested.words.start < sentence.end && sentence.start < nested.words.end)
    };
    let mut sentences =
        excerpts.sentences_in(&quote.words).skip_while(passes_on).take_while(|sentence| !passes_on(sentence));
    let first = sentences.next()?;
    let end = sentences.last().map_or(first.end, |last| last.end);
    Some(first.start..end)
}

fn one(
    drafting: &mut Drafting,
    excerpts: &mut Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    quote: &Quote,
    outer: Option<&Quote>,
    least: Tier,
) {
    let words = &article.text[quote.words.clone()];
    let mut refuse = |reason: &str| drafting.note(number, words, Fate::LeftOut, reason);
    if quote.speaker == Speaker::Open {
        return refuse("nothing near it says who speaks, or only a pronoun that could mean several");
    }
    if quote.tier > least {
        return refuse(doubt(quote));
    }
    if count_words(words) < FEWEST {
        return refuse("it is too short to ask about");
    }
    let Some(attribution) = quote.attribution.clone() else {
        return refuse("no words say who speaks");
    };
    let Some(part) = excerpts.fitting(&quote.words, &attribution, MOST) else {
        return apart(drafting, excerpts, article, number, quote, outer, &attribution);
    };
    let hull = part.start.min(attribution.start)..part.end.max(attribution.end);
    match excerpts.cut(&hull) {
        Ok(passage) => state(
            drafting,
            excerpts,
            article,
            number,
            quote,
            outer,
            (&part, passage),
            (&attribution, passage),
        ),
        Err(refused) => refuse(refused.reason()),
    }
}

/// Words too far from what attributes them for one passage take two.
fn apart(
    drafting: &mut Drafting,
    excerpts: &mut Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    quote: &Quote,
    outer: Option<&Quote>,
    attribution: &Range<usize>,
) {
    let words = &article.text[quote.words.clone()];
    let part = excerpts.fitting(&quote.words, &quote.words, MOST);
    let cut = part.map(|part| Ok((excerpts.cut(&part)?, excerpts.cut(attribution)?, part)));
    match cut {
        Some(Ok((passage, says, part))) => {
            state(drafting, excerpts, article, number, quote, outer, (&part, passage), (attribution, says));
        }
        Some(Err(refused)) => {
            drafting.note(number, words, Fate::LeftOut, super::passage::Refused::reason(refused))
        }
        None => drafting.note(number, words, Fate::LeftOut, "its first sentence is too long for a passage"),
    }
}

#[allow(clippy::too_many_arguments)]
fn state(
    drafting: &mut Drafting,
    excerpts: &Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    quote: &Quote,
    outer: Option<&Quote>,
    (part, passage): (&Range<usize>, usize),
    (attribution, says): (&Range<usize>, usize),
) {
    let part = trimmed(article.text, part);
    let words = &article.text[part.clone()];
    let (selected, attributed) = (excerpts.select(passage, &part), excerpts.select(says, attribution));
    let (selected, attributed) = match (selected, attributed) {
        (Ok(selected), Ok(attributed)) => (selected, attributed),
        (Err(refused), _) | (_, Err(refused)) => {
            return drafting.note(number, words, Fate::LeftOut, refused.reason());
        }
    };
    let Some(speaker) = drafting.cast.id(&quote.speaker, start(quote), &mut drafting.ids) else { return };
    // Whom two articles leave unnamed is one person where the words are the same.
    let unnamed = |id: &str| matches!(quote.speaker, Speaker::Unnamed(_)) && drafting.cast.is_unnamed(id);
    let told = drafting.statements.iter().find(|known| {
        (known.speaker == speaker || unnamed(&known.speaker))
            && (contains_words(&known.quote.exact, words) || contains_words(words, &known.quote.exact))
    });
    if let Some(told) = told {
        let reason = format!("the statement {} has the same words", told.id);
        return drafting.note(number, words, Fate::Merged, reason);
    }
    let reporter = outer.filter(|outer| outer.speaker != quote.speaker);
    let reporter =
        reporter.and_then(|outer| drafting.cast.id(&outer.speaker, start(outer), &mut drafting.ids));
    let id = drafting.ids.new_id(&first_words(words), "statement");
    if quote.tier > Tier::Sure {
        drafting.note(number, words, Fate::Doubtful, doubt(quote));
    }
    drafting.statements.push(Statement {
        id,
        speaker,
        to: None,
        reported_by: reporter.into_iter().collect(),
        form: Form::Direct,
        quote: selected,
        attribution: attributed,
        context: None,
        hint: None,
        gaps: Vec::new(),
    });
}

/// Where the words for a speaker begin.
fn start(quote: &Quote) -> Option<usize> {
    quote.mention.as_ref().map(|mention| mention.start)
}

/// A quotation without the comma that leads to its attribution.
pub fn trimmed(text: &str, part: &Range<usize>) -> Range<usize> {
    let words = text[part.clone()].trim_end();
    let words = words.trim_end_matches(',').trim_end();
    part.start..part.start + words.len()
}

fn first_words(words: &str) -> String {
    words.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

/// Why a speaker is not sure.
pub fn doubt(quote: &Quote) -> &'static str {
    match quote.rule {
        _ if quote.means.is_some() => "a role alone says who speaks",
        _ if quote.by_pronoun => "a pronoun says who speaks",
        Rule::SameParagraph | Rule::Continued => "who speaks is said of the quotation beside it",
        Rule::NextParagraph => "who speaks is said in the paragraph before",
        Rule::Colon | Rule::ColonBefore | Rule::Dash => "a colon or a dash alone leads to it",
        Rule::VerbInSentence | Rule::Tail => "the words that say who speaks stand far from it",
        _ if matches!(quote.speaker, Speaker::Unnamed(_)) => "the source is not named",
        _ => "the name stands in the text in no fuller form, or apart from its verb",
    }
}
