//! What a class hands in against programs that are not ours: its codes read by other decoders,
//! its figures computed by other libraries, its tables read by Python.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use verbatim_class::collect::{Class, Collection, Counting, Drawn, Known};

use pupils::{class, decompose, known};

mod figures;
mod pupils;
mod symbols;
mod tables;

fn collected(known: &Known, codes: &[String]) -> Class {
    let mut collection = Collection::default();
    codes.iter().for_each(|code| drop(collection.collect(code)));
    Class::of(&collection, std::slice::from_ref(known), Counting::First, &mut Drawn::default(), decompose)
}

fn names(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("Pupil {number}")).collect()
}

/// What a Python program of this folder says, with the packages that `requirements.txt` names.
fn python(program: &str, arguments: &[PathBuf], input: &str) -> String {
    let python =
        std::env::var_os("VERBATIM_PYTHON").expect("`cargo xtask test` gets Python's packages for this");
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("class").join(program);
    let mut child = Command::new(python)
        .arg(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}
