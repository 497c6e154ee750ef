//! How sure a reader is: asked before an answer counts, and at the end set against what came of
//! it. Where it stands below the widget, `embed/keep.js` sees to; what counts, `verbatim-keep`.

use js_sys::Function;
use verbatim_keep::{Levels, marks};
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::html::Scope;
use yew::{Component, Context, Html, NodeRef, html};

use crate::messages::{Arg, Say, Words};
use crate::panel::calibration;

/// What is shown below a widget.
#[derive(Default)]
pub struct Sure {
    words: Option<Words>,
    screen: Screen,
    node: NodeRef,
    /// Whether the question has just come up.
    is_new: bool,
}

/// What is on the screen.
#[derive(Default)]
enum Screen {
    /// Nothing.
    #[default]
    Nothing,
    /// The question, and whom to tell the level.
    Asks(Function),
    /// What came of a quiz.
    Told(Levels),
}

/// What happens to it.
pub enum Msg {
    /// A reader is asked, in these words; the function is called with 1, 2 or 3.
    Ask(Words, Function),
    /// A reader has chosen.
    Chosen(u8),
    /// A quiz is over; who was not asked in it is told nothing.
    Tell(Words, Levels),
}

impl Component for Sure {
    type Message = Msg;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Ask(words, then) => {
                (self.words, self.screen, self.is_new) = (Some(words), Screen::Asks(then), true);
            }
            Msg::Tell(words, levels) => {
                let is_asked = levels.iter().any(|level| level.answers > 0);
                let screen = if is_asked { Screen::Told(levels) } else { Screen::Nothing };
                (self.words, self.screen) = (Some(words), screen);
            }
            Msg::Chosen(level) => {
                if let Screen::Asks(then) = std::mem::take(&mut self.screen) {
                    // It settles a promise, which never throws.
                    let _ = then.call1(&JsValue::NULL, &level.into());
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Some(words) = &self.words else { return Html::default() };
        let (name, content) = match &self.screen {
            Screen::Nothing => return Html::default(),
            Screen::Asks(_) => ("asks", self.asks(words, context.link())),
            Screen::Told(levels) => ("tells", tells(levels, words)),
        };
        html! {
            <section class="verbatim sure" data-sure={name} lang={words.text(Say::Language).to_owned()} dir={words.direction()}>
                {content}
            </section>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.is_new)
            && let Some(node) = self.node.cast::<HtmlElement>()
        {
            // An element that is there takes the focus.
            let _ = node.focus();
        }
    }
}

impl Sure {
    fn asks(&self, words: &Words, link: &Scope<Self>) -> Html {
        let levels = (1_u8..).zip([Say::Low, Say::Middle, Say::High]).map(|(level, say)| {
            html! {
                <button key={level} type="button" class="level" part="level" onclick={link.callback(move |_| Msg::Chosen(level))}>
                    {words.text(say)}
                </button>
            }
        });
        let by_digit = link.batch_callback(|event: KeyboardEvent| {
            let level = event.key().parse().ok().filter(|level| (1..=3).contains(level))?;
            event.prevent_default();
            Some(Msg::Chosen(level))
        });
        html! {
            <div ref={self.node.clone()} class="asks" role="group" tabindex="-1" aria-labelledby="sure-asked" onkeydown={by_digit}>
                <p id="sure-asked" class="asked" part="sure">{words.text(Say::SureAsked)}</p>
                <div class="actions">{for levels}</div>
            </div>
        }
    }
}

fn tells(levels: &Levels, words: &Words) -> Html {
    let (earned, most) = marks(levels);
    let sign = if earned < 0 { "−" } else { "" };
    let earned = [sign, &words.number(earned.unsigned_abs() as usize)].concat();
    let earned = words.fill(Say::Marks, &[Arg::Name(&earned), Arg::Number(most.unsigned_abs() as usize)]);
    html! {
        <>
            <h3 class="kicker">{words.text(Say::Calibration)}</h3>
            {calibration::table(levels, words)}
            <p class="marks">{earned}</p>
            <p class="sub">{words.text(Say::MarksMean)}</p>
        </>
    }
}
