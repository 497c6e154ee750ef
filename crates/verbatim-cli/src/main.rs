//! The authors' command, `verbatim`.

use std::process::ExitCode;

use verbatim_cli::Outcome;

fn main() -> ExitCode {
    let outcome = match verbatim_cli::run(std::env::args_os(), &mut anstream::stdout().lock()) {
        Ok(outcome) => outcome,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            Outcome::Failure
        }
    };
    ExitCode::from(outcome.code())
}
