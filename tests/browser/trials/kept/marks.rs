//! What a store remembers of how often it was written to does not grow without end.

use anyhow::{Result, ensure};
use verbatim_core::session::{Action, Mode};

use super::leaving::until_idle;
use super::{QUIZ, answers, in_store, stands};
use crate::answers::Aim;
use crate::engine::Engine;
use crate::hand::Hand;
use crate::lab::Lab;
use crate::native;
use crate::page::Page;
use crate::trials::offline::host::Host;
use crate::trials::offline::reader::{Reader, settled};

/// Writes marks as after so many saves.
const WRITE: &str = "const transaction = store.transaction('editions', 'readwrite');
    for (let mark = 1; mark <= 25600; mark++) transaction.objectStore('editions').put(true, mark);
    await new Promise((settle) => { transaction.oncomplete = settle; });
    return true";

/// The oldest that is left.
const OLDEST: &str = "return await done(store.transaction('editions').objectStore('editions').getKey(IDBKeyRange.lowerBound(0)))";

/// Old marks go with a save, and the answer is kept.
pub async fn go(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let at = format!("index.html?quiz={QUIZ}&seed=5");
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open(&at).await?;
        let session = native::session(&story, QUIZ, 5, Mode::Practice)?;
        let session = answers(page, session, 0, Aim::Right).await?;
        settled(page, &in_store(WRITE)).await?;

        page.open(&at).await?;
        stands(page, &session).await?;
        Hand::Clicks.press(page, "button.next").await?;
        let session = session.apply(Action::Next);
        stands(page, &session).await?;
        until_idle(page).await?;
        let session = answers(page, session, 1, Aim::Right).await?;
        let oldest = settled(page, &in_store(OLDEST)).await?;
        ensure!(oldest.as_u64() == Some(5_601), "{oldest} is the oldest mark that is left");

        page.open(&at).await?;
        stands(page, &session).await
    };
    reader.visits(&mut host, visit).await
}
