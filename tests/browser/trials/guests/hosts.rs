//! Hosts that mean harm, or just have style sheets and scripts of their own: the quiz
//! looks the same in them to the pixel, and is played by keys, clicks and dragging.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Session, Stage};

use super::super::embedded::host;
use super::super::play::{asking, unfold};
use super::{serve_story, story};
use crate::answers::Aim;
use crate::audit::{self, npm};
use crate::driver::Device;
use crate::hand::Hand;
use crate::hand::pointer::Pointer;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

const SEED: u32 = 12;

/// A page around the quiz.
struct Host {
    name: &'static str,
    /// What its head begins with.
    head: &'static str,
    /// A style sheet of a package from npm, besides.
    package: Option<&'static str>,
    /// The style of what is around the quiz.
    around: &'static str,
    looks: Looks,
    /// Whether axe-core runs in it.
    checked: bool,
}

/// How the quiz looks in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// As in a page that has nothing else.
    Same,
    /// The same but for lengths, which the browser rounds where it zooms.
    Zoomed,
    /// As the page's width, zoom or scheme asks for.
    Own,
}

/// Wide enough for the widest layout, and the same everywhere.
const COLUMN: &str = "display: block !important; width: 700px !important";

const HOSTS: [Host; 16] = [
    styled("unset", "<style>* { all: unset !important }</style>"),
    styled(
        "reset",
        "<style>*, *::before, *::after { margin: 0 !important; padding: 0 !important; border: 0 solid red !important;
            outline: 0 !important; background: red !important; color: red !important; font: 700 9px/1 fantasy !important;
            list-style: square !important; box-shadow: none !important; appearance: none !important;
            box-sizing: content-box !important; cursor: none !important; transition: all 9s !important }
        :focus { outline: none !important } button { display: none !important } input { width: 1px !important }
        section, ul, ol, li { float: left !important; opacity: .5 } [hidden] { display: block !important }
        .frame, .verbatim, .choice, .error { display: none !important }</style>",
    ),
    Host { package: Some("bootstrap/dist/css/bootstrap-reboot.css"), ..styled("Bootstrap's reboot", "") },
    Host { package: Some("tailwindcss/preflight.css"), ..styled("Tailwind's preflight", "") },
    Host { looks: Looks::Zoomed, ..placed("zoom", "zoom: 1.5") },
    placed("scale", "transform: scale(.75); transform-origin: 0 0"),
    styled("right to left", "<script>document.documentElement.dir = 'rtl'</script>"),
    styled("a font of 8 pixels", "<style>:root { font-size: 8px }</style>"),
    styled("a font of 62.5 percent", "<style>:root { font-size: 62.5% } body { font-size: 1.6rem }</style>"),
    styled("nothing can be selected", "<style>* { user-select: none; -webkit-user-select: none }</style>"),
    styled(
        "type of its own",
        "<style>body { letter-spacing: .5em; word-spacing: 2em; text-transform: uppercase; line-height: .8;
            text-indent: 4em; font: italic small-caps 900 30px/3 monospace; text-align: justify; white-space: pre;
            text-shadow: 0 0 9px red; quotes: '-'; hyphens: auto; writing-mode: horizontal-tb; tab-size: 40;
            text-align-last: end; font-variant: small-caps; word-break: break-all; cursor: wait;
            -webkit-text-stroke: 1px red; list-style: upper-roman; caret-color: red; accent-color: red }</style>",
    ),
    styled(
        "direction and selection of its own",
        "<style>body { direction: rtl; unicode-bidi: bidi-override }
        ::selection { color: transparent } verbatim-quiz { text-align: right; font-size: 40px; color: red }</style>",
    ),
    Host { looks: Looks::Own, ..placed("a narrow column", "width: 280px !important") },
    styled(
        "keys of its own",
        "<script>window.heard = [];
        for (const target of [window, document, document.documentElement]) {
            for (const type of ['keydown', 'keypress', 'keyup']) {
                target.addEventListener(type, event => {
                    if (event.key.length > 1 && !/^(Arrow|Enter|Home|End|Backspace|Delete)/.test(event.key)) { return; }
                    event.preventDefault();
                    // A key that goes up while one screen follows another is nobody's: the focus is nowhere then.
                    if (event.type === 'keyup' && event.target === document.body) { return; }
                    window.heard.push(`${event.type} ${event.key} of ${event.target.localName}`);
                });
            }
        }</script>",
    ),
    Host {
 checked: false,
 ..styled(
        "prototypes of its own",
        "<script>
        for (const { prototype } of [Array, Object, Function, String, Number, Promise, Map, Set, Node, Event, Uint8Array]) {
            prototype[`own${prototype.constructor.name}`] = function () { throw new Error('nobody asked for this') };
        }
        Array.prototype.first = Array.prototype.last = 'mine'; Object.prototype.y = { y: 1 }; Function.prototype.x = 3;
        Object.prototype.status = 7; Object.prototype.title = 'mine'</script>",
    )
},
    Host { looks: Looks::Own, ..styled("dark", "<meta name=color-scheme content=dark>") },
];

const fn styled(name: &'static str, head: &'static str) -> Host {
    Host { name, head, package: None, around: "", looks: Looks::Same, checked: true }
}

const fn placed(name: &'static str, around: &'static str) -> Host {
    Host { around, ..styled(name, "") }
}

/// A trial for each host.
pub fn trials() -> Vec<Trial> {
    let trial = |one: &'static Host| {
        let run = async move |lab: &Lab, page: &Page| plays(lab, page, one).await;
        Trial::new(format!("guests::hosts: {}", one.name), Device::Desktop, run)
    };
    let mut trials: Vec<Trial> = HOSTS.iter().map(trial).collect();
    trials.push(Trial::new("guests::hosts: hidden", Device::Desktop, hidden));
    trials.push(Trial::new("guests::hosts: as light or dark as the page", Device::Desktop, schemes));
    trials.push(Trial::new("guests::hosts: what is dragged is under the pointer", Device::Desktop, dragged));
    trials
}

const BARE: Host = styled("bare", "");

async fn plays(lab: &Lab, page: &Page, one: &'static Host) -> Result<()> {
    let bare = match one.looks {
        Looks::Same | Looks::Zoomed => visit(lab, page, &BARE, 1).await?,
        Looks::Own => Vec::new(),
    };
    let looks = visit(lab, page, one, usize::MAX).await?;
    for (bare, own) in bare.iter().zip(&looks) {
        let changed: Vec<String> = bare
            .iter()
            .filter(|(name, value)| match own.get(*name) {
                Some(own) if one.looks == Looks::Zoomed && !name.ends_with(" font-size") => {
                    unmeasured(own) != unmeasured(value)
                }
                own => own != Some(value),
            })
            .map(|(name, value)| format!("{name}: {value} here is {:?}", own.get(name)))
            .collect();
        ensure!(
            changed.is_empty(),
            "{} things look other, as {:#?}",
            changed.len(),
            &changed[..changed.len().min(9)]
        );
    }
    let heard: Vec<String> = page.script("return window.heard ?? []", Value::Null).await?;
    ensure!(heard.is_empty(), "the page hears what is typed in the quiz: {heard:?}");
    Ok(())
}

/// A value without its numbers.
fn unmeasured(value: &str) -> String {
    value.chars().filter(|char| !char.is_ascii_digit() && *char != '.').collect()
}

/// Plays so many questions in a page, and gives back how the first looked.
async fn visit(lab: &Lab, page: &Page, one: &Host, count: usize) -> Result<Vec<Look>> {
    let package = one.package.map(npm).transpose()?.unwrap_or_default();
    let head = format!("{}<style>{package}</style>", one.head);
    let quiz = format!(
        "<verbatim-quiz id=verbatim src=/{} quiz=some seed={SEED}></verbatim-quiz>",
        serve_story(lab)?
    );
    let body = format!("<p id=own>Before</p><div style='{COLUMN}; {}'>{quiz}</div><p>After</p>", one.around);
    host(lab, page, &head, &body).await?;
    let mut session = native::session(&native::story(&story(lab)?)?, "some", SEED, Mode::Practice)?;
    let mut looks = Vec::new();
    let mut sequences = 0;
    let name = one.name.replace(' ', "-");
    while let Stage::Asking { at } = session.stage() {
        Screen::wait(page, "asking", Some(at)).await?;
        let kind = session.questions()[at].kind(session.story()).name();
        sequences += usize::from(kind == "sequence");
        let hand = match kind {
            "sequence" if sequences == 1 => Hand::Keys,
            "sequence" => Hand::MouseDrags,
            "match" if fits(page, ".match").await? => Hand::MouseDrags,
            "match" => Hand::Clicks,
            _ if at % 2 == 0 => Hand::Keys,
            _ => Hand::Clicks,
        };
        if at == 0 {
            looks.push(look(page).await?);
        }
        let aim = if at % 2 == 0 { Aim::Wrong } else { Aim::Right };
        session =
            told(page, hand, session, at, aim).await.with_context(|| format!("in the host {}", one.name))?;
        if at == 0 {
            looks.push(look(page).await?);
        }
        if at + 1 >= count {
            return Ok(looks);
        }
        if one.checked && at % 3 == 0 {
            let violations = audit::axe(page, "#verbatim").await?;
            ensure!(violations.is_empty(), "axe-core: {}", violations[0]);
        }
        page.until::<bool>("stillness", "return isStill()", Value::Null).await?;
        page.picture(&lab.pictures(page.engine).join(format!("guest-{name}-{at}.png"))).await?;
        Hand::Keys.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    Screen::wait(page, "finished", None).await?;
    page.picture(&lab.pictures(page.engine).join(format!("guest-{name}-end.png"))).await?;
    Ok(looks)
}

/// Answers a question, and waits for what is said of it.
async fn told(page: &Page, hand: Hand, session: Session, at: usize, aim: Aim) -> Result<Session> {
    let session = asking(page, hand, session, at, aim).await?;
    Screen::wait(page, "revealed", Some(at)).await?;
    unfold(page, hand).await?;
    Ok(session)
}

/// Whether a part is on the screen as a whole, where it can be.
async fn fits(page: &Page, selector: &str) -> Result<bool> {
    page.script("return find(args).getBoundingClientRect().height < innerHeight", json!(selector)).await
}

/// How every element of the widget looks: by its place and a property's name.
type Look = BTreeMap<String, String>;

async fn look(page: &Page) -> Result<Look> {
    page.until::<bool>("stillness", "return isStill()", Value::Null).await?;
    let body = "
        const look = [];
        findAll('.verbatim, .verbatim *').forEach((element, at) => {
            for (const pseudo of ['', '::before', '::after']) {
                const style = getComputedStyle(element, pseudo);
                if (pseudo && style.content === 'none') { continue; }
                for (const name of style) {
                    // Lengths that are used are rounded, more or less finely where the page is zoomed.
                    const value = style.getPropertyValue(name).replace(/-?[\\d.]+px/g, length => `${Math.round(parseFloat(length))}px`);
                    look.push(`${at} ${element.localName}.${element.className}${pseudo} ${name}\t${value}`);
                }
            }
        });
        return look.join('\\n')";
    let look: String = page.script(body, Value::Null).await?;
    Ok(look
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, value)| (name.into(), value.into()))
        .collect())
}

/// The quiz goes by the page's scheme, unless it is told another.
async fn schemes(lab: &Lab, page: &Page) -> Result<()> {
    let cases = [
        (":root { color-scheme: dark }", "", true),
        (":root { color-scheme: dark }", "scheme=auto", true),
        (":root { color-scheme: dark }", "scheme=light", false),
        (":root { color-scheme: light }", "", false),
        (":root { color-scheme: light }", "scheme=dark", true),
        (".around { color-scheme: dark }", "", true),
    ];
    let src = serve_story(lab)?;
    for (style, scheme, is_dark) in cases {
        let quiz = format!("<verbatim-quiz id=verbatim loading=eager src=/{src} {scheme}></verbatim-quiz>");
        host(lab, page, &format!("<style>{style}</style>"), &format!("<div class=around>{quiz}</div>"))
            .await?;
        Screen::wait(page, "start", None).await?;
        // The sum of the red, green and blue behind the words, and of the words.
        let body = "const style = getComputedStyle(find('.verbatim'));
            return [style.backgroundColor, style.color].map(
                color => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0))";
        let [paper, ink]: [f64; 2] = page.script(body, Value::Null).await?;
        ensure!((paper < ink) == is_dark, "{style} {scheme}: words of {ink} on {paper}");
    }
    Ok(())
}

/// A host that hides the quiz hides it.
async fn hidden(lab: &Lab, page: &Page) -> Result<()> {
    let ways = [
        ("", "", true),
        ("verbatim-quiz { display: none }", "", false),
        (".around { display: none }", "", false),
        (".around { visibility: hidden }", "", false),
        ("verbatim-quiz { visibility: collapse }", "", false),
        ("", "hidden", false),
    ];
    for (style, attribute, shows) in ways {
        let story = serve_story(lab)?;
        let body = format!(
            "<style>{style}</style><div class=around><verbatim-quiz id=verbatim loading=eager {attribute} src=/{story}></verbatim-quiz></div>"
        );
        host(lab, page, "", &body).await?;
        page.until_there("[data-screen=start] button").await?;
        let body = "return findAll('.verbatim, .verbatim button').filter(
            one => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length).length";
        let seen: usize = page.script(body, json!(null)).await?;
        ensure!((seen > 0) == shows, "{seen} parts are seen with {style:?} {attribute:?}");
    }
    Ok(())
}

/// What is dragged moves as far as the pointer, however large the page shows it.
async fn dragged(lab: &Lab, page: &Page) -> Result<()> {
    let src = serve_story(lab)?;
    for style in ["zoom: 1", "zoom: 1.5", "transform: scale(.75); transform-origin: 0 0"] {
        let quiz = format!("<verbatim-quiz id=verbatim src=/{src} quiz=order seed=2></verbatim-quiz>");
        host(lab, page, "", &format!("<div style='{COLUMN}; {style}'>{quiz}</div>")).await?;
        page.until_there("li.event .handle").await?;
        let [from, to] = ["li.event:nth-child(1) .handle", "li.event:nth-child(3) .handle"];
        let middles = "return args.map(find).map(one => one.getBoundingClientRect())
            .map(box => Math.round(box.top + scrollY + box.height / 2))";
        let before: [i32; 2] = page.script(middles, json!([from, to])).await?;
        Pointer::Mouse.lift(page, from, to, 0.5).await?;
        let under = "const box = find(args[0]).getBoundingClientRect();
            return Math.abs(box.top + scrollY + box.height / 2 - args[1]) <= 4";
        let arrives =
            page.until::<bool>("what is dragged under the pointer", under, json!([from, before[1]])).await;
        Pointer::Mouse.let_go(page).await?;
        arrives.with_context(|| format!("with {style}"))?;
    }
    Ok(())
}
