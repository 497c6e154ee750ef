//! The browser's own store under the keeper: kept, denied, full, overtaken, shared, spoilt.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{empty, run};
use crate::engine::Engine;
use crate::lab::Lab;
use crate::page::Page;

pub async fn reloaded(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let save = "
        expect(await module.exists(), false, 'exists');
        expect(await module.sittings('afo'), [], 'sittings');
        expect(loaded(), false, 'loaded before there is anything to keep');
        const told = [begin('one'), answer('one', 0, 'statement:a', true), answer('one', 1, 'statement:b', false)];
        const codes = await Promise.all(told.map(module.save));
        expect(codes, ['', '', ''], 'codes');
        return await module.sittings('afo')";
    let before: Vec<String> = run(page, save, Value::Null).await?;
    empty(lab, page, "").await?;
    let look = "
        expect(await module.exists(), true, 'exists');
        expect(loaded(), false, 'loaded to see whether there is anything');
        const kept = await module.opened();
        expect([kept.state(), await kept.due()], ['', 2], 'kept');
        expect((await kept.review('afo')).split('\\u001f').pop(),
            'said-what:b|cloze:b|who-said:b\\nsaid-what:a|cloze:a|who-said:a', 'review');
        expect(await kept.review('moon'), undefined, 'another review');
        expect((await table('answers')).length, 2, 'answers');
        return await module.sittings('afo')";
    let after: Vec<String> = run(page, look, Value::Null).await?;
    ensure!(before == after && after.len() == 1, "{before:?} became {after:?}");
    let expected = "one\u{1f}who-said-what\u{1f}7\u{1f}practice\u{1f}open\u{1f}abc\u{1f}r1\u{1f}who-said:a 1\nwho-said:b 2\
        \u{1e}0\u{1f}a- right\u{1e}1\u{1f}a- wrong";
    ensure!(after[0] == expected, "{:?}", after[0]);
    Ok(())
}

/// As in `crates/verbatim-keep/tests`, in wasm and through the store.
pub async fn vector(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let body = "
        const ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
        const days = [0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12];
        const Real = Date;
        let time = Real.UTC(2022, 10, 29, 12, 30);
        globalThis.Date = class extends Real {
            constructor(...given) { super(...(given.length ? given : [time])); }
            getTimezoneOffset() { return 0; }
        };
        const intervals = [];
        let card;
        for (const [at, rating] of ratings.entries()) {
            time += days[at] * 86_400_000 + 60_000;
            expect(await module.save(answer('one', at, 'statement:a', rating === 3)), '', 'code');
            const cards = await table('cards');
            expect(cards.length, 1, 'cards');
            card = JSON.parse(cards[0][1]);
            intervals.push(card.memory.interval);
        }
        globalThis.Date = Real;
        return [intervals, card.memory.stability, card.memory.difficulty]";
    let (intervals, stability, difficulty): (Vec<u32>, f64, f64) = run(page, body, Value::Null).await?;
    ensure!(intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21], "{intervals:?}");
    for (found, wanted) in [(stability, 20.7704), (difficulty, 9.0558)] {
        ensure!((found - wanted).abs() / wanted <= 1e-4, "{found} is not {wanted}");
    }
    Ok(())
}

const GOES_ON: &str = "
    const code = await module.save(begin('one'));
    await module.save(answer('one', 0, 'statement:a', true));
    const kept = await module.opened();
    return [code, kept.state(), (await kept.sittings('afo')).length, await kept.due(), await module.exists()]";

/// An opaque origin, as a sandboxed frame has.
pub async fn sandboxed(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let body = "
        const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts';
        const [help, script] = args;
        const code = `(async () => { ${help} ${script} })().then(
            value => parent.postMessage({ value }, '*'), error => parent.postMessage({ error: String(error) }, '*'))`;
        frame.srcdoc = `<!doctype html><script type=module>${code.replaceAll(\"'/verbatim.js'\", `'${location.origin}/verbatim.js'`)}<\\/script>`;
        const told = new Promise(resolve => addEventListener('message', ({ data }) => resolve(data)));
        document.body.append(frame);
        return await told";
    let told: Value = run(page, body, json!([super::HELP, GOES_ON])).await?;
    ensure!(told["value"] == json!(["denied", "denied", 1, 1, false]), "{told}");
    Ok(())
}

pub async fn without(lab: &Lab, page: &Page) -> Result<()> {
    let head = "<script>Object.defineProperty(window, 'indexedDB', { value: undefined })</script>";
    empty(lab, page, head).await?;
    let told: Value = run(page, GOES_ON, Value::Null).await?;
    ensure!(told == json!(["denied", "denied", 1, 1, false]), "{told}");
    let head = "<script>Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })</script>";
    empty(lab, page, head).await?;
    let told: Value = run(page, GOES_ON, Value::Null).await?;
    ensure!(told == json!(["denied", "denied", 1, 1, false]), "{told}");
    Ok(())
}

pub async fn later(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    run::<Value>(page, "(await settled(indexedDB.open('verbatim', 99))).close(); return null", Value::Null)
        .await?;
    let told: Value = run(page, GOES_ON, Value::Null).await?;
    ensure!(told == json!(["newer", "newer", 1, 1, true]), "{told}");
    Ok(())
}

pub async fn overtaken(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let body = "
        expect(await module.save(begin('one')), '', 'code');
        (await settled(indexedDB.open('verbatim', 99))).close();
        const code = await module.save(answer('one', 0, 'statement:a', true));
        return [code, (await module.sittings('afo')).length, (await table('answers')).length]";
    let told: Value = run(page, body, Value::Null).await?;
    // What the store had can't be read any more; the sitting itself the widget still has.
    ensure!(told == json!(["newer", 0, 0]), "{told}");
    Ok(())
}

/// Two modules, each with a connection of its own, as two tabs have.
pub async fn two(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let body = "
        const made = await import('/verbatim-keep.js?other');
        await made.default({ module_or_path: fetch('/verbatim-keep_bg.wasm') });
        const kept = [await module.opened(), await made.open()];
        await kept[0].save(begin('one'));
        const saved = [];
        for (let at = 0; at < 60; at++) {
            for (const [tab, keep] of kept.entries()) {
                saved.push(keep.save(answer('one', at, `statement:${at % 20}`, (at + tab) % 3 > 0)));
            }
        }
        const codes = new Set(await Promise.all(saved));
        const answers = (await table('answers')).map(([, text]) => JSON.parse(text));
        const cards = (await table('cards')).map(([, text]) => JSON.parse(text));
        return [[...codes], answers.length, answers.filter(({ counts }) => counts).length, cards.length,
            cards.reduce((sum, card) => sum + card.memory.reviews, 0), (await table('due')).length,
            (await kept[1].sittings('afo'))[0].split('\\u001e').length - 1]";
    let told: Value = run(page, body, Value::Null).await?;
    ensure!(told == json!([[""], 120, 60, 20, 60, 20, 60]), "{told}");
    Ok(())
}

pub async fn spoilt(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "").await?;
    let body = "
        for (const one of [begin('one'), answer('one', 0, 'statement:a', true), begin('two')]) await module.save(one);
        await put('turns', 'one\\u001f000000', { not: 'a text' });
        await put('cards', 'afo\\u001fstatement:a', '{\"v\":1,');
        await put('places', 'afo\\u001ftwo', '{\"v\":99}');
        expect((await module.sittings('afo')).length, 1, 'sittings');
        expect(await module.save(answer('one', 1, 'statement:a', true)), '', 'code');
        expect(await module.save(detail('two', -1, { place: 'u', state: 'left' })), '', 'code');
        expect((await table('places')).find(([key]) => key.endsWith('two'))[1], '{\"v\":99}', 'what is newer');
        return (await table('aside')).map(([, text]) => JSON.parse(text)).map(({ reason, text }) => [reason, text])";
    let aside: Value = run(page, body, Value::Null).await?;
    let expected =
        json!([["broken", "{\"v\":1,"], ["newer", "{\"v\":99}"], ["foreign", "{\"not\":\"a text\"}"]]);
    ensure!(aside == expected, "{aside}");
    Ok(())
}

/// In Chromium there is room for the first of four long answers; elsewhere the store throws
/// what it would without room.
pub async fn full(lab: &Lab, page: &Page) -> Result<()> {
    let is_real = page.engine == Engine::Chromium;
    if is_real {
        quota(page, true).await?;
    }
    empty(lab, page, "").await?;
    let code: String = run(page, "return await module.save(begin('one'))", Value::Null).await?;
    ensure!(code.is_empty(), "{code}");
    if !is_real {
        quota(page, true).await?;
    }
    let body = "
        const codes = [];
        // By chance, since what repeats itself is compressed.
        const long = () => Array.from({ length: 48 }, () =>
            String.fromCharCode(...crypto.getRandomValues(new Uint8Array(65_536)).map((byte) => 32 + byte % 90))).join('');
        for (let at = 0; at < 4; at++) {
            codes.push(await module.save(answer('one', at, 'statement:a', true, { response: [long()] })));
        }
        const kept = await module.opened();
        return [codes[3], kept.state(), (await kept.sittings('afo'))[0].split('\\u001e').length]";
    let told: Value = run(page, body, Value::Null).await?;
    ensure!(told == json!(["full", "full", 5]), "{told}");
    quota(page, false).await?;
    let body = "
        const code = await module.save(detail('one', -1, { place: 'u' }));
        return [code, (await module.opened()).state(), (await table('answers')).length, (await table('cards')).length]";
    let told: Value = run(page, body, Value::Null).await?;
    ensure!(told == json!(["", "", 4, 1]), "{told}");
    Ok(())
}

async fn quota(page: &Page, is_full: bool) -> Result<()> {
    if page.engine == Engine::Chromium {
        let mut params = json!({ "origin": page.origin });
        if is_full {
            params["quotaSize"] = json!(5_000_000);
        }
        return page.cdp("Storage.overrideQuotaForOrigin", params).await.map(drop);
    }
    let body = "
        const { IDBObjectStore, DOMException } = window;
        const own = window.ownPut ??= IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = args
            ? () => { throw new DOMException('no room', 'QuotaExceededError') } : own;
        return null";
    run::<Value>(page, body, json!(is_full)).await.map(drop)
}
