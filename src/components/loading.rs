//! The screen while the story is on its way, as `index.html` has it before that.

use crate::element::{A, El, of, says};
use crate::messages as say;

/// The screen.
pub fn view() -> El {
    let skeleton = of("div", "skeleton").set(A::AriaHidden, "true");
    let skeleton = skeleton.add(of("span", "wide")).add(of("span", "bar")).add(of("span", "bar"));
    of("div", "loading")
        .key("loading")
        .add(says("p", "kicker", say::LOADING).set(A::Role, "status"))
        .add(skeleton)
}
