//! Has a studio that nobody sees lay articles on its desk while the page is idle, so that the
//! browser has compiled what the first article of a visit needs, and found the fonts for it.

use verbatim_studio::NewArticle;
use web_sys::{Element, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, AttrValue, Renderer};

use crate::effects::frame::{Latest, after_frame, when_idle};
use crate::msg::Msg;
use crate::studio::{Given, Stage, Studio};

/// What is laid on the desk: something for each of the rules, by which their code is run.
const ARTICLE: &str = "The old ferry is sold\n\n\u{201c}We waited,\u{201d} said the mayor, Ada Brandt, on Monday. \u{201c}Tom told me, \u{2018}It took too long.\u{2019} He was right.\u{201d}\n\nAccording to Olav Berg, who drew the bridge, it opened in May 2020. The ferry sailed on June 3, 2019, three years after the harbour was closed.\n\nHer deputy, Iris Cole, told reporters: \u{201c}Nobody asked us, and nobody will.\n\n\u{201c}So we stay,\u{201d} she added. A person close to the council said \u{201c}it is over.\u{201d} The so-called \u{201c}bridge fund\u{201d} was founded before the ferry sank.\n\n";

/// How often the article stands in the texts that are laid one after the other. What runs often
/// the browser compiles a second time, for speed.
const LENGTHS: [usize; 3] = [1, 4, 10];

/// Rehearses, an act at a time whenever there is nothing else to do.
pub fn rehearse() {
    let Some((house, stage)) = house() else { return };
    let laps = LENGTHS.into_iter().flat_map(|length| {
        let article = NewArticle { text: ARTICLE.repeat(length), ..NewArticle::default() };
        [
            vec![Msg::Write(article), Msg::Lay],
            vec![Msg::Unrolled],
            vec![Msg::NextOpen],
            vec![Msg::Still],
            vec![Msg::Undo],
        ]
    });
    let given = Given { example: AttrValue::default(), stage: Stage::Rehearsal };
    let studio = Renderer::<Studio>::with_root_and_props(stage, given).render();
    perform(house, studio, laps);
}

/// An element that is laid out and not seen, with a stage in it that looks as the page does. What
/// stands there the page's scripts and styles do not find.
fn house() -> Option<(Element, Element)> {
    let document = web_sys::window()?.document()?;
    let (house, stage) = (document.create_element("div").ok()?, document.create_element("div").ok()?);
    house.set_class_name("house");
    house.set_attribute("aria-hidden", "true").ok()?;
    house.set_attribute("inert", "").ok()?;
    let inside = house.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed)).ok()?;
    let looks = document.query_selector("link[rel=stylesheet]").ok()??.clone_node().ok()?;
    inside.append_child(&looks).ok()?;
    inside.append_child(&stage).ok()?;
    document.body()?.append_child(&house).ok()?;
    Some((house, stage))
}

fn perform(house: Element, studio: AppHandle<Studio>, mut acts: impl Iterator<Item = Vec<Msg>> + 'static) {
    let next = move || match acts.next() {
        Some(act) => {
            studio.send_message_batch(act);
            perform(house, studio, acts);
        }
        None => {
            studio.destroy();
            house.remove();
        }
    };
    after_frame(move || when_idle(Latest::Never, next));
}
