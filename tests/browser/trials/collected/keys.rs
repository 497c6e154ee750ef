//! The whole of the teacher's page by keys alone: a quiz is set, codes come in, are seen and put on
//! the wall, a show is given, and sheets are set up for the printer.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{codes, opened, says};
use crate::hand::Hand;
use crate::hand::keys::{self, DOWN, RIGHT, SPACE, UP};
use crate::lab::Lab;
use crate::page::Page;

pub async fn all(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 4)?;
    opened(page).await?;
    // Set.
    to(page, "set").await?;
    keys::tab_to(page, "input[name=forms]:checked").await?;
    keys::press(page, &[DOWN]).await?;
    page.until::<bool>(
        "the link",
        "return document.querySelector('#link').value.includes('&e=order')",
        Value::Null,
    )
    .await?;
    keys::press(page, &[UP]).await?;
    page.until::<bool>(
        "the link",
        "return !document.querySelector('#link').value.includes('&e=')",
        Value::Null,
    )
    .await?;
    // Collect.
    to(page, "collect").await?;
    keys::tab_to(page, "#codes").await?;
    for code in [&codes[2], &codes[3]] {
        keys::write(page, &format!("{code} ")).await?;
    }
    Hand::Keys.press(page, ".bring button.take").await?;
    says(page, ".told", "2 new codes.").await?;
    keys::tab_to(page, "#roster").await?;
    keys::write(page, "Pupil 2").await?;
    says(page, ".how-many", "1 of 1").await?;
    keys::tab_to(page, "#separator").await?;
    keys::press(page, &[DOWN]).await?;
    Hand::Keys.press(page, ".erase").await?;
    page.until::<bool>("the question", "return document.activeElement.className === 'sure'", Value::Null)
        .await?;
    Hand::Keys.press(page, ".erase-no").await?;
    says(page, ".how-many", "1 of 1").await?;
    // See, and what is read again on the wall.
    to(page, "see").await?;
    page.until_there(".pupils tbody tr").await?;
    keys::tab_to(page, "#counting").await?;
    keys::press(page, &[DOWN]).await?;
    keys::tab_to(page, ".slip summary").await?;
    keys::press(page, &[SPACE]).await?;
    page.until_there(".slip[open]").await?;
    Hand::Keys.press(page, "button.wall-begin").await?;
    keys::until_focus(page, ".stage").await?;
    keys::press(page, &[RIGHT]).await?;
    keys::end_show(page).await?;
    page.until::<bool>("no wall", "return !document.querySelector('.stage')", Value::Null).await?;
    // Present.
    to(page, "present").await?;
    keys::tab_to(page, "#hands").await?;
    Hand::Keys.press(page, "button.begin").await?;
    keys::until_focus(page, ".stage").await?;
    keys::press(page, &[RIGHT]).await?;
    page.until_there(".wall :is([data-state=right], .whose, .place, mark)").await?;
    keys::end_show(page).await?;
    keys::until_focus(page, "button.begin").await?;
    // Print.
    to(page, "print").await?;
    for (choice, gone) in
        [("#passages", ".sheet .passages"), ("#with-symbol", ".sheet .link"), ("#key", ".sheet.key")]
    {
        page.until_there(gone).await?;
        keys::tab_to(page, choice).await?;
        keys::press(page, &[SPACE]).await?;
        let is_gone = "return document.querySelector(args) === null";
        page.until::<bool>(gone, is_gone, json!(gone)).await?;
    }
    keys::tab_to(page, "#large").await?;
    keys::press(page, &[SPACE]).await?;
    page.until_there(".paper.large").await?;
    keys::tab_to(page, "button.print").await?;
    let focus: Value =
        page.script("return getComputedStyle(document.activeElement).outlineStyle", Value::Null).await?;
    ensure!(focus == "solid", "the button to print does not show that it has the focus: {focus}");
    Ok(())
}

/// Goes to another screen by the navigation.
async fn to(page: &Page, screen: &str) -> Result<()> {
    Hand::Keys.press(page, &format!("nav a[href='#{screen}']")).await?;
    keys::until_focus(page, "h1").await?;
    page.until::<bool>(
        "the screen",
        "return document.querySelector('main').className === args",
        json!(screen),
    )
    .await
    .map(drop)
}
