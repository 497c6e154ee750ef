//! A rehearsal of the first answer. Browsers compile a function of the wasm when it is first
//! called, and an answer calls many that nothing has called yet: so one is given in a widget
//! that nobody sees, while the first question is read. `embed/after.js` directs it.

use verbatim_core::session::guess;

use super::{Moment, Msg, State};

impl State {
    /// Answers the question on the screen, whatever it is, short of sending the answer.
    pub fn rehearse(&mut self, moment: Moment) {
        for action in guess() {
            self.update(Msg::Do(action), moment);
        }
    }
}
