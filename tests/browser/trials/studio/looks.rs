//! The studio looked at: wide and narrow, light and dark, with axe-core.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::{ARTICLE, empty, laid, mark, take, until_remarks};
use crate::hand::Hand;
use crate::hand::pointer::Pointer;
use crate::lab::Lab;
use crate::look::Looks;
use crate::page::Page;

pub async fn looks(lab: &Lab, page: &Page) -> Result<()> {
    empty(page).await?;
    let mut looks = Looks::at(page, lab.pictures(page.engine));
    looks.take("studio empty").await?;
    laid(page, Hand::Clicks, ARTICLE).await?;
    Hand::Clicks.press(page, ".accept-sure").await?;
    until_remarks(page, &[]).await?;
    let nested = mark(page, "speech", "We can hold it until morning").await?;
    take(page, Hand::Clicks, &nested).await?;
    page.script::<bool>("findAll('.cast details')[1].open = true; return true", Value::Null).await?;
    looks.take("studio marked").await?;
    Pointer::Mouse.select(page, ".sheet-text", "It moved by the breadth of a hand").await?;
    page.until_there(".tools").await?;
    looks.take("studio selected").await?;
    ensure!(looks.wrong.is_empty(), "{:#?}", looks.wrong);
    Ok(())
}

pub async fn in_reach(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Taps, ARTICLE).await?;
    let id = mark(page, "speech", "It runs like butter").await?;
    take(page, Hand::Taps, &id).await?;
    // Decided without scrolling away from the words.
    let both = "const seen = (selector) => { const box = find(selector).getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight; };
        return seen(`#${find('.chip.held').id}`) && seen('button.accept')";
    page.until::<bool>("the words and what is said of them", both, Value::Null).await?;
    Hand::Taps.press(page, "button.reject").await?;
    super::until_named(page, &id, "rejected").await?;
    Hand::Taps.press(page, "button.put-down").await?;
    page.until::<bool>("out of the way", "return find('.put-down') === null", Value::Null).await.map(drop)
}
