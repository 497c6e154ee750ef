//! The panel: what it shows, what its buttons do, in every language, small and dark.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{empty, run};
use crate::audit;
use crate::emulate;
use crate::engine::Ability;
use crate::lab::Lab;
use crate::page::Page;

const LANGUAGES: [&str; 8] = ["en", "ar", "de", "es", "fr", "ko", "pt", "zh"];

/// Some answers, with the confidence of some.
const PLAY: &str = "
    await module.save(begin('one'));
    for (let at = 0; at < 8; at++) {
        const more = { confidence: at % 4, milliseconds: 40_000 };
        await module.save(answer('one', at, `statement:${at % 5}`, at % 3 > 0, more));
    }";

/// Shows the panel in `#verbatim`, where scripts of the tests look for parts.
const SHOW: &str = "
    const panel = document.querySelector('#verbatim') ?? document.querySelector('main')
        .appendChild(Object.assign(document.createElement('div'), { id: 'verbatim' }));
    await module.show(panel, args?.language);
    return null";

async fn shown(lab: &Lab, page: &Page) -> Result<()> {
    // The element's script says how large the widget's own unit is.
    empty(lab, page, "<script type=module src=/verbatim.js></script><style>body { margin: 0; background: light-dark(#fff, #111); color: light-dark(#111, #fff) }</style>")
        .await?;
    run::<Value>(page, &[PLAY, SHOW].concat(), Value::Null).await?;
    page.until_there(".keep").await
}

pub async fn parts(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    let body = "return [find('.due-today').textContent, find('.stories .story').textContent,
        findAll('.facts > li').length, findAll('.forecast rect').length, findAll('.forecast tbody tr').length > 0,
        find('.facts .words-of').textContent.startsWith('“The words of statement:'),
        find('.facts .sub').textContent]";
    let told: Value = page.script(body, Value::Null).await?;
    let due = told[0].as_str().unwrap_or_default().to_owned();
    ensure!(due.ends_with(" due today") && told[1] == "Air Force One", "{told}");
    ensure!(told[2] == 5 && told[3] == 14 && told[4] == true && told[5] == true, "{told}");
    let why = told[6].as_str().unwrap_or_default();
    ensure!(why.starts_with("Comes back today. The chance that you still know it is 100%."), "{why}");

    let wanted = "
        const told = new Promise(resolve => addEventListener('verbatim-review', ({ detail }) => resolve(detail)));
        document.querySelector('#verbatim').shadowRoot.querySelector('button.review').click();
        return await told";
    let detail: Value = run(page, wanted, Value::Null).await?;
    let wanted = json!({ "story": "afo", "address": "https://example.org/afo.json", "title": "Review" });
    ensure!(detail == wanted, "{detail}");

    // Another save shows at once.
    run::<Value>(
        page,
        "await module.save(answer('one', 20, 'statement:new', false)); return null",
        Value::Null,
    )
    .await?;
    page.until::<bool>("the new fact", "return findAll('.facts > li').length === 6", Value::Null).await?;
    open_all(page).await?;
    let filled = "return findAll('.calibration tbody td').map(cell => cell.textContent).join(' ')";
    let told = page.until::<String>("calibration", filled, Value::Null).await?;
    // Answers 1, 2, 3, 5, 6 and 7 were given with confidence; 3 and 6 of them wrong.
    ensure!(told == "2 100% 2 50% 2 50%", "{told}");
    Ok(())
}

pub async fn settings(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    open_all(page).await?;
    let set = "const range = find('#keep-retention'); range.value = 85;
        range.dispatchEvent(new Event('change', { bubbles: true })); return null";
    page.script::<Value>(set, Value::Null).await?;
    let means = "return find('#keep-retention-means').textContent.includes(' 85 of 100')";
    page.until::<bool>("the other retention", means, Value::Null).await?;
    page.script::<Value>("find('.ask input').click(); return null", Value::Null).await?;
    let kept = "
        const look = async () => JSON.parse((await table('settings'))[0]?.[1] ?? '{}');
        while (!(await look()).confidence) await new Promise(requestAnimationFrame);
        const { retention, confidence } = await look();
        return [Math.round(retention * 1000), confidence]";
    let kept: Value = run(page, kept, Value::Null).await?;
    ensure!(kept == json!([850, true]), "{kept}");
    Ok(())
}

/// Out, erased, and in again; the file is caught on its way to the disk.
pub async fn own(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    open_all(page).await?;
    let body = "
        const root = document.querySelector('#verbatim').shadowRoot;
        const find = selector => root.querySelector(selector);
        const until = async (holds) => { while (!(await holds())) await new Promise(requestAnimationFrame); };
        const count = async () => (await Promise.all(['answers', 'cards', 'sittings', 'due'].map(table)))
            .map(({ length }) => length).join();
        const before = await count();
        let file;
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { file = blob; return create.call(URL, blob); };
        addEventListener('click', (event) => event.target.download && event.preventDefault(), true);
        find('button.export').click();
        await until(() => file);
        const text = await file.text();

        find('button.erase').click();
        await until(() => find('button.erase-no'));
        find('button.erase-no').click();
        await until(() => find('button.erase'));
        expect(await count(), before, 'after no');
        find('button.erase').click();
        await until(() => find('button.erase-yes'));
        find('button.erase-yes').click();
        await until(async () => await count() === '0,0,0,0' && find('.told')?.textContent);
        expect(find('.told').textContent, 'Everything is erased.', 'told');

        const give = async (text) => {
            const said = find('.told').textContent;
            const files = new DataTransfer();
            files.items.add(new File([text], 'progress.json', { type: 'application/json' }));
            find('.import input').files = files.files;
            find('.import input').dispatchEvent(new Event('change', { bubbles: true }));
            await until(() => find('.told').textContent !== said);
            return find('.told').textContent;
        };
        expect(await give('{}'), 'This is not a file of saved progress.', 'foreign');
        const told = await give(text);
        expect(await count(), before, 'after the import');
        return [before, told, JSON.parse(text).format]";
    let told: Value = run(page, body, Value::Null).await?;
    let expected = json!([
        "8,5,1,5",
        "New: 24. Brought up to date: 0. As before: 0. Unreadable: 0.",
        "verbatim-progress"
    ]);
    ensure!(told == expected, "{told}");
    Ok(())
}

/// Beside each story to be reviewed, whether that takes a connection; nothing where nobody knows.
pub async fn offline(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    ensure!(!page.has(".stories .offline").await?, "it is told though nobody knows");
    let body = "
        const { begin: first } = begin('two');
        const moon = { ...answer('two', 0, 'statement:m', false), story: 'moon' };
        await module.save({ ...moon, begin: { ...first, title: 'The moon', address: 'https://example.org/moon.json' } });
        const asked = [];
        const panel = document.querySelector('#verbatim');
        await module.show(panel, 'en', async (addresses) => {
            asked.push(addresses.join(' '));
            return addresses.map((address) => address.endsWith('/moon.json'));
        });
        const told = () => [...panel.shadowRoot.querySelectorAll('.stories li')]
            .map((row) => [row.querySelector('.story').textContent, row.querySelector('.offline')?.textContent]);
        while (told().length < 2 || !told()[1][1]) await new Promise(requestAnimationFrame);
        return [told(), asked[0]]";
    let told: Value = run(page, body, Value::Null).await?;
    let expected = json!([
        [["Air Force One", "Needs a connection"], ["The moon", "Works offline"]],
        "https://example.org/afo.json https://example.org/moon.json"
    ]);
    ensure!(told == expected, "{told}");
    Ok(())
}

pub async fn aside(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    let spoil = "
        await put('cards', 'afo\\u001fstatement:2', '{');
        await module.save(answer('one', 30, 'statement:2', true)); return null";
    run::<Value>(page, spoil, Value::Null).await?;
    page.until::<bool>(
        "what is aside",
        "return find('.asides')?.textContent.startsWith('1 record ')",
        Value::Null,
    )
    .await?;
    ensure!(page.has("button.download").await?, "no download");
    Ok(())
}

/// Where nothing can be kept the panel says so, and does not fail.
pub async fn denied(lab: &Lab, page: &Page) -> Result<()> {
    empty(lab, page, "<script>Object.defineProperty(window, 'indexedDB', { value: undefined })</script>")
        .await?;
    run::<Value>(page, &[PLAY, SHOW].concat(), Value::Null).await?;
    page.until::<bool>("why", "return find('.fault')?.textContent.includes('nothing be saved')", Value::Null)
        .await?;
    ensure!(page.has("button.review").await?, "no review");
    Ok(())
}

/// Both checkers, light and dark, in every language, with everything open; and nothing is wider
/// than a narrow window.
pub async fn access(lab: &Lab, page: &Page) -> Result<()> {
    shown(lab, page).await?;
    let schemes: &[&str] =
        if page.engine.lacks(Ability::Preferences).is_some() { &["light"] } else { &["light", "dark"] };
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        run::<Value>(page, SHOW, json!({ "language": language })).await?;
        page.until::<bool>("the language", "return find('.keep')?.lang.startsWith(args)", json!(language))
            .await?;
        open_all(page).await?;
        page.script::<Value>("find('button.erase')?.click(); return null", Value::Null).await?;
        page.until_there("button.erase-yes").await?;
        for scheme in schemes {
            if page.engine.lacks(Ability::Preferences).is_none() {
                emulate::preferences(page, &[("prefers-color-scheme", scheme)]).await?;
            }
            page.script::<Value>(
                "document.documentElement.style.colorScheme = args; return null",
                json!(scheme),
            )
            .await?;
            let mut found = audit::axe(page, ":root").await?;
            found.extend(audit::ibm(page).await?);
            wrong.extend(found.iter().map(|one| format!("{language}, {scheme}: {one}")));
        }
        if page.engine.lacks(Ability::Narrow).is_some() {
            continue;
        }
        let own: [u32; 2] = page.script("return [innerWidth, innerHeight]", Value::Null).await?;
        emulate::size(page, [320, 640]).await?;
        let wide = "return findAll('*').filter(element => !element.closest('svg'))
            .filter(element => { const { left, right } = element.getBoundingClientRect(); return left < -1 || right > innerWidth + 1; })
            .map(element => `${element.tagName}.${element.className}`)";
        let wide: Vec<String> = page.script(wide, Value::Null).await?;
        wrong.extend(wide.iter().map(|element| format!("{language}: {element} is wider than 320 pixels")));
        emulate::own_size(page, own).await?;
    }
    ensure!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

async fn open_all(page: &Page) -> Result<()> {
    page.script::<Value>("for (const part of findAll('details')) part.open = true; return null", Value::Null)
        .await
        .map(drop)
}
