//! Keeps the desk in the browser between visits. Where that fails it says so, and the desk goes on.

use web_sys::Storage;

/// Under which name the desk is kept.
pub const NAME: &str = "verbatim-studio";
/// Under which name its steps are kept.
const STEPS: &str = "verbatim-studio-steps";
/// Where a desk goes that could not be read: it may be of a later version.
const ASIDE: &str = "verbatim-studio-aside";

/// Whether the desk will be there after a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It will.
    Safe,
    /// The browser lets nothing be kept, or has no room for it.
    Not,
    /// Another tab has kept another desk since.
    Overtaken,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was kept.
pub fn load() -> Option<String> {
    storage()?.get_item(NAME).ok()?
}

/// Keeps a desk in the place of the one before.
pub fn keep(text: &str) -> Kept {
    let kept = storage().is_some_and(|storage| storage.set_item(NAME, text).is_ok());
    if kept { Kept::Safe } else { Kept::Not }
}

/// What was kept of its steps.
pub fn load_steps() -> Option<String> {
    storage()?.get_item(STEPS).ok()?
}

/// Keeps the steps of a desk, as far as there is room for them: the desk comes first.
pub fn keep_steps(steps: &str) {
    if let Some(storage) = storage().filter(|storage| storage.set_item(STEPS, steps).is_err()) {
        // Those of an older desk would be no help.
        let _ = storage.remove_item(STEPS);
    }
}

/// Forgets the desk.
pub fn forget() {
    if let Some(storage) = storage() {
        // What can't be removed was never kept.
        let _ = storage.remove_item(NAME);
        let _ = storage.remove_item(STEPS);
    }
}

/// Puts a desk aside that can't be read, so that nothing is written over it.
pub fn put_aside(text: &str) {
    if let Some(storage) = storage() {
        // Without room for both, the older stays where it is until it is written over.
        let _ = storage.set_item(ASIDE, text);
    }
}
