//! The schema beside the stories: fresh, and of one mind with the check.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::is_as_in;

const SCHEMA: &str = "../questions/schema.json";

#[test]
fn the_schema_is_fresh() {
    is_as_in(Path::new(SCHEMA), &verbatim_core::schema::story()).unwrap_or_else(|stale| panic!("{stale}"));
}

#[test]
fn the_schema_is_valid_and_takes_every_story() {
    let schema: Value = serde_json::from_str(&verbatim_core::schema::story()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for story in super::stories::stories() {
        let instance: Value = serde_json::from_str(&std::fs::read_to_string(&story).unwrap()).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&instance)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", story.display());
    }
}

/// What the shape of a case forbids, the schema forbids as well; what only the
/// facts forbid, it lets pass.
#[test]
fn the_schema_and_the_check_are_of_one_mind() {
    let schema: Value = serde_json::from_str(&verbatim_core::schema::story()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let valid = |name: &str| {
        let path: PathBuf = Path::new("check/cases").join(name);
        let instance: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        validator.is_valid(&instance)
    };
    for name in [
        "unsupported-format.json",
        "unknown-field.json",
        "unknown-field-no-match.json",
        "missing-field.json",
        "wrong-type.json",
        "unknown-name.json",
        "unknown-name-kind.json",
        "malformed.json",
        "empty.json",
        "empty-no-quizzes.json",
        "repeated.json",
        "wrong-count.json",
    ] {
        assert!(!valid(name), "{name}");
    }
    for name in [
        "sound.json",
        "unknown-id.json",
        "evidence-not-found.json",
        "order-cycle.json",
        "not-supported.json",
        "also-right.json",
        "gives-answer-away-prompt.json",
        "too-few-to-draw.json",
        "unused-person.json",
    ] {
        assert!(valid(name), "{name}");
    }
}
