//! A rehearsal of the first answer. Browsers compile a function of the wasm when it is first
//! called, and an answer calls many that nothing has called yet: so one is given in a widget
//! that nobody sees, while the first question is read. `embed/after.js` directs it.

use verbatim_core::session::Action;

use super::{Moment, Msg, State};

impl State {
    /// Answers the question on the screen, whatever it is, short of sending the answer.
    pub fn rehearse(&mut self, moment: Moment) {
        // Of these only one means anything to the question.
        let mut actions =
            vec![Action::Choose(0), Action::Shift { from: 0, to: 1 }, Action::Write("a".to_owned())];
        for place in 0..8 {
            actions.push(Action::Give { statement: place, person: Some(place) });
        }
        for action in actions {
            self.update(Msg::Do(action), moment);
        }
    }
}
