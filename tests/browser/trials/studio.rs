//! The studio: an article on the desk, what a person says of it, and the story that follows.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::driver::Device;
use crate::engine::Ability;
use crate::hand::Hand;
use crate::hand::keys;
use crate::lab::Trial;
use crate::page::Page;

mod desk;
mod files;
mod looks;
mod whole;

/// The article that the project has of its own.
const ARTICLE: &str = include_str!("../../../questions/articles/storvann.txt");

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new(
            "studio::an article becomes a played quiz, by keys",
            Device::Desktop,
            async |lab, page| whole::whole(lab, page, Hand::Keys).await,
        ),
        Trial::new(
            "studio::an article becomes a played quiz, by clicks",
            Device::Desktop,
            async |lab, page| whole::whole(lab, page, Hand::Clicks).await,
        ),
        Trial::new("studio::steps are undone and done again", Device::Desktop, desk::undone),
        Trial::new("studio::a reload keeps the desk", Device::Desktop, desk::reloaded),
        Trial::new("studio::a desk that can't be kept goes on and says so", Device::Desktop, desk::not_kept),
        Trial::new("studio::the check speaks as one types", Device::Desktop, desk::checked),
        Trial::new(
            "studio::facts are added from selected words, by keys",
            Device::Desktop,
            desk::added_by_keys,
        ),
        Trial::new(
            "studio::facts are added from selected words, by a mouse",
            Device::Desktop,
            desk::added_by_mouse,
        ),
        Trial::new(
            "studio::a story made by hand is opened and saved unchanged",
            Device::Desktop,
            desk::by_hand,
        ),
        Trial::new(
            "studio::a file that would lose something is not opened",
            Device::Desktop,
            desk::not_opened,
        ),
        Trial::new("studio::what looks like HTML is text", Device::Desktop, desk::lettered),
        Trial::new("studio::nothing leaves the machine", Device::Desktop, desk::stays),
        Trial::new("studio::a file is dropped", Device::Desktop, files::dropped),
        Trial::new("studio::an opened story is given its article", Device::Desktop, files::given),
        Trial::new("studio::what is written by hand is changed", Device::Desktop, files::rewritten),
        Trial::with_own_browsers("studio::under another path, without a server", files::alone)
            .needing(Ability::Profile),
        Trial::new("studio::looks", Device::Desktop, looks::looks),
        Trial::new("studio::what is in hand is in reach on a phone", Device::Phone, looks::in_reach)
            .needing(Ability::Touch),
    ]
}

/// Opens the studio with nothing on its desk.
async fn empty(page: &Page) -> Result<()> {
    page.open("studio.html").await?;
    page.until_there("#article-text").await
}

/// Opens the studio and has an article marked up.
async fn laid(page: &Page, hand: Hand, text: &str) -> Result<()> {
    empty(page).await?;
    focus(page, hand, "#article-text").await?;
    // As a paste does: all at once, where the caret is.
    let paste = "return document.execCommand('insertText', false, args)";
    ensure!(page.script::<bool>(paste, json!(text)).await?, "nothing was pasted");
    focus(page, hand, "#new-publisher").await?;
    keys::write(page, "The Coast Courier").await?;
    focus(page, hand, "#new-date").await?;
    keys::write(page, "2025-11-13").await?;
    hand.press(page, "#mark-up").await?;
    // The top of the article comes first, the rest of the desk a frame later.
    page.until_there(".chip").await?;
    page.until_there(".cast").await?;
    let in_hand = "return focused()?.matches('.chip.held') ?? false";
    page.until::<bool>("the first mark in hand, with the focus", in_hand, Value::Null).await.map(drop)
}

/// Puts the focus into a field.
async fn focus(page: &Page, hand: Hand, selector: &str) -> Result<()> {
    match hand {
        Hand::Keys => keys::tab_to(page, selector).await,
        _ => hand.press(page, selector).await,
    }
}

/// The id of the mark of a sort whose words begin so.
async fn mark(page: &Page, sort: &str, words: &str) -> Result<String> {
    let body = "return findAll('.chip.' + args[0])
        .find(chip => ['“', 'E '].some(before => chip.getAttribute('aria-label').includes(before + args[1])))?.id ?? null";
    let id: Option<String> = page.script(body, json!([sort, words])).await?;
    id.with_context(|| format!("there is no mark of {words:?}"))
}

/// Takes a mark in hand.
async fn take(page: &Page, hand: Hand, id: &str) -> Result<()> {
    let selector = format!("#{id}");
    if hand == Hand::Keys {
        keys::tab_to(page, ".chip[tabindex='0']").await?;
        let ahead = "const all = findAll('.chip');
            return all.indexOf(find(args)) - all.indexOf(focused())";
        let steps: i64 = page.script(ahead, json!(selector)).await?;
        for _ in 0..steps.unsigned_abs() {
            let was: String = page.script("return focused().id", Value::Null).await?;
            keys::press(page, &[if steps > 0 { keys::DOWN } else { keys::UP }]).await?;
            page.until::<bool>("the next mark", "return focused().id !== args", json!(was)).await?;
        }
    } else {
        hand.press(page, &selector).await?;
    }
    page.until_there(&format!("{selector}.held")).await
}

/// Waits until a mark's name says something.
async fn until_named(page: &Page, id: &str, part: &str) -> Result<()> {
    let body = "return find('#' + args[0])?.getAttribute('aria-label').includes(args[1])";
    page.until::<bool>("a mark's name", body, json!([id, part])).await.map(drop)
}

/// Waits until the check has been asked about the desk as it is, and says so many things.
async fn until_remarks(page: &Page, codes: &[&str]) -> Result<()> {
    let body = "return JSON.stringify(findAll('.check .findings li').map(one => one.dataset.code)) === JSON.stringify(args)
        && (args.length > 0 || find('.check .sound')?.textContent.startsWith('Nothing'))";
    page.until::<bool>("what the check says", body, json!(codes)).await.map(drop)
}

/// Saves the story, and gives the file's name and text. It is caught on its way to the disk.
async fn saved(page: &Page, hand: Hand, button: &str) -> Result<(String, String)> {
    let listen = "
        window.saved = null;
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then(text => { window.text = text; }); return create.call(URL, blob); };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { if (!this.download) return click.call(this); window.saved = this.download; };
        return true";
    page.script::<bool>(listen, Value::Null).await?;
    hand.press(page, button).await?;
    let body = "return window.saved && window.text !== undefined && [window.saved, window.text]";
    page.until("the file", body, Value::Null).await
}

/// Opens a file by the studio's button.
async fn open_file(page: &Page, path: &std::path::Path) -> Result<()> {
    let field = page.client.find(Locator::Css("#open-file")).await?;
    let path = path.canonicalize().with_context(|| format!("there is no {}", path.display()))?;
    Ok(field.send_keys(path.to_str().context("the path is not in Unicode")?).await?)
}
