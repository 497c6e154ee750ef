//! The screen while the story is on its way, as `index.html` has it before that.

use crate::element::{El, of, says};
use crate::messages as say;

/// The screen.
pub fn view() -> El {
    let line = |class| of("span", class);
    let skeleton = of("div", "skeleton").set("aria-hidden", "true");
    let skeleton = skeleton.add(line("wide")).add(line("bar")).add(line("bar")).add(line("bar"));
    of("div", "loading").add(says("p", "kicker", say::LOADING).set("role", "status")).add(skeleton)
}
