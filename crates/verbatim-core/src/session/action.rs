//! What moves a session on; what each comes to is for [`Session::apply`](super::Session::apply) to say.

/// What a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chooses an answer by its position, or turns one of several on or off.
    Choose(usize),
    /// Gives a quotation to a person, or takes it back, by their positions.
    Give {
        /// The quotation.
        statement: usize,
        /// The person.
        person: Option<usize>,
    },
    /// Moves an event from one position to another.
    Shift {
        /// Where it stands.
        from: usize,
        /// Where it goes.
        to: usize,
    },
    /// Types.
    Write(String),
    /// Asks for the hint.
    Hint,
    /// Sends the answer; does nothing while there is none.
    Submit,
    /// Leaves the question for later.
    Skip,
    /// Goes on after feedback.
    Next,
    /// Goes to a question by its position.
    Open(usize),
    /// Ends the quiz, whatever is left open.
    Finish,
}
