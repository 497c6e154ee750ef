//! What a screen reader is told while something is moved, and the names of the
//! buttons that move it.

/// Where something stands now.
pub fn position(at: usize, count: usize) -> String {
    ["Position ", &at.to_string(), " of ", &count.to_string()].concat()
}

/// That an event is held.
pub fn lifted_event(at: usize) -> String {
    [
        "Lifted from position ",
        &at.to_string(),
        ". Move with the arrow keys, drop with Space, cancel with Escape.",
    ]
    .concat()
}

/// That an event was let go.
pub fn dropped(at: usize) -> String {
    ["Dropped at position ", &at.to_string()].concat()
}

/// That an event is back where it was.
pub fn cancelled(at: usize) -> String {
    ["Cancelled: back at position ", &at.to_string()].concat()
}

/// That what was held is let go.
pub const CANCELLED: &str = "Cancelled";

/// What to do with a person who is held.
pub const CHOOSE_A_PLACE: &str = "Now choose a quotation";

/// What to do with a place that waits.
pub const CHOOSE_A_PERSON: &str = "Now choose a person";

/// Which quotation the arrow keys have chosen.
pub fn aimed(at: usize, count: usize) -> String {
    [
        "To quotation ",
        &at.to_string(),
        " of ",
        &count.to_string(),
        ". Arrow keys change it, Space gives, Escape cancels.",
    ]
    .concat()
}

/// That a quotation was given to somebody.
pub fn given(name: &str, at: usize) -> String {
    [name, ": quotation ", &at.to_string()].concat()
}

/// That somebody is free again.
pub fn taken_back(name: &str) -> String {
    [name, " is taken back"].concat()
}

/// The name of an event's handle.
pub fn handle(summary: &str) -> String {
    ["Move: ", summary].concat()
}

/// The name of the button that moves an event up.
pub fn up(summary: &str) -> String {
    ["Earlier: ", summary].concat()
}

/// The name of the button that moves an event down.
pub fn down(summary: &str) -> String {
    ["Later: ", summary].concat()
}

/// The name of the button that takes a person back.
pub fn take_back(name: &str) -> String {
    ["Take back ", name].concat()
}

/// The name of the place beside a quotation.
pub fn place(at: usize) -> String {
    [" for quotation ", &(at + 1).to_string()].concat()
}
