//! What becomes of an element that stops, and of a page that elements have left.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::{element, host, until_screens};
use crate::lab::Lab;
use crate::page::Page;

pub async fn stopped(lab: &Lab, page: &Page) -> Result<()> {
    let two = element("quiz=sequence loading=eager seed=1").repeat(2);
    host(lab, page, "", &["<p id=own>own</p>", &two].concat()).await?;
    until_screens(page, "asking", 2).await?;
    // Yew takes an insertion that fails for the end of the world.
    page.script::<Value>(
        "const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { throw new DOMException('no', 'NotFoundError') };
        document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click();
        addEventListener('quiz-error', () => Node.prototype.insertBefore = insert, { once: true });
        return null",
        Value::Null,
    )
    .await?;
    until_screens(page, "error", 2).await?;
    let errors = "const all = window.told.filter(told => told.name === 'quiz-error');
        return all.length === 2 && all.every(told => told.detail.code === 'widget-stopped')";
    page.until::<bool>("both to say so", errors, Value::Null).await?;
    page.script::<Value>(
        "for (const quiz of document.querySelectorAll('verbatim-quiz')) {
            quiz.shadowRoot.querySelector('button.retry').click();
        }
        return null",
        Value::Null,
    )
    .await?;
    until_screens(page, "asking", 2).await?;
    page.script::<Value>(
        "document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click();
        window.faults = []; return null",
        Value::Null,
    )
    .await?;
    let on =
        "return document.querySelector('verbatim-quiz').shadowRoot.querySelector('[data-at=\"1\"]') !== null";
    page.until::<bool>("the second question", on, Value::Null).await.map(drop)
}

/// The elements of the page, the kinds of events that it listens to, and the bytes of the wasm's memory.
const LEFT: &str = "
    const script = performance.getEntriesByType('resource').find(entry => entry.name.includes('verbatim-widget.js'));
    return import(script.name).then(module => module.default()).then(({ memory }) => [
        document.querySelectorAll('*').length,
        [...window.listening].filter(([, count]) => count > 0).map(([type]) => type),
        memory.buffer.byteLength,
    ])";

pub async fn nothing_left(lab: &Lab, page: &Page) -> Result<()> {
    let globals = "<script>window.before = new Set(Object.getOwnPropertyNames(window));
        const counts = window.listening = new Map();
        for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            for (const target of [window, document]) {
                const own = target[name].bind(target);
                target[name] = (type, ...rest) => { counts.set(type, (counts.get(type) ?? 0) + by); own(type, ...rest) };
            }
        }</script>";
    host(lab, page, globals, "<div id=place></div>").await?;
    page.until::<bool>("the definition", "return Boolean(customElements.get('verbatim-quiz'))", Value::Null)
        .await?;
    let mut memory = Vec::new();
    for round in 0..200 {
        page.script::<Value>(
            "const quiz = document.createElement('verbatim-quiz');
            quiz.src = '/questions/air-force-one.json'; quiz.quiz = 'who-said-what'; quiz.seed = 5; quiz.loading = 'eager';
            place.append(quiz); return null",
            Value::Null,
        )
        .await?;
        until_screens(page, "asking", 1).await?;
        page.script::<Value>("place.replaceChildren(); return null", Value::Null).await?;
        if round == 0 || round == 199 {
            memory.push(page.script::<Value>(LEFT, Value::Null).await?);
        }
    }
    ensure!(
        memory[0] == memory[1],
        "elements, listeners and memory after the first: {}, and the last: {}",
        memory[0],
        memory[1]
    );
    let added: Vec<String> = page
        .script(
            "return Object.getOwnPropertyNames(window).filter(name => !window.before.has(name)
                && !['told', 'faults', 'listening', 'before', 'addEventListener', 'removeEventListener', 'ret_nodes' /* the driver's */].includes(name))",
            Value::Null,
        )
        .await?;
    ensure!(added.is_empty(), "left on the window: {added:?}");
    Ok(())
}
