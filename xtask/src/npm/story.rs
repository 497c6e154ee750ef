//! Writes a story's types for TypeScript, from the JSON Schema of the format; understands
//! as much of JSON Schema as that one uses, and says so where it meets anything else.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

/// The declarations.
///
/// # Errors
/// When the schema has something that is not understood.
pub fn types(schema: &Value) -> Result<String> {
    let mut out = String::from("// The types of a story, generated from the schema of the format.\n\n");
    out.push_str("/** The kind of a question. */\nexport type QuestionKind = Question[\"kind\"];\n");
    declare(&mut out, "Story", schema)?;
    for (name, definition) in schema["$defs"].as_object().context("the schema has no $defs")? {
        declare(&mut out, name, definition)?;
    }
    Ok(out)
}

fn declare(out: &mut String, name: &str, schema: &Value) -> Result<()> {
    out.push('\n');
    comment(out, "", schema);
    match schema["allOf"].as_array() {
        Some(cases) => {
            let cases: Option<Vec<&str>> = cases.iter().map(|case| reference(&case["then"])).collect();
            let cases = cases.with_context(|| format!("a case of {name} is no reference"))?;
            out.push_str(&format!("export type {name} = {};\n", cases.join(" | ")));
        }
        None => out.push_str(&format!("export interface {name} {}\n", object(schema, "")?)),
    }
    Ok(())
}

fn object(schema: &Value, indent: &str) -> Result<String> {
    let properties = schema["properties"].as_object().context("an object has no properties")?;
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let inner = format!("{indent}  ");
    let mut out = String::from("{\n");
    for (name, property) in properties {
        comment(&mut out, &inner, property);
        let mark = if required.contains(&name.as_str()) { "" } else { "?" };
        let kind = kind(property, &inner).with_context(|| format!("in {name}"))?;
        let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let name = if is_plain { name.clone() } else { format!("\"{name}\"") };
        out.push_str(&format!("{inner}{name}{mark}: {kind};\n"));
    }
    out.push_str(indent);
    out.push('}');
    Ok(out)
}

fn kind(schema: &Value, indent: &str) -> Result<String> {
    if let Some(name) = reference(schema) {
        return Ok(name.to_owned());
    }
    if let Some(value) = schema.get("const") {
        return Ok(value.to_string());
    }
    if let Some(cases) = schema["oneOf"].as_array() {
        let cases: Result<Vec<String>> = cases.iter().map(|case| kind(case, indent)).collect();
        return Ok(cases?.join(" | "));
    }
    Ok(match schema["type"].as_str() {
        Some("string") => "string".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "boolean".to_owned(),
        Some("array") => format!("Array<{}>", kind(&schema["items"], indent)?),
        Some("object") => object(schema, indent)?,
        _ => bail!("a type that is not understood: {}", Value::Object(shape(schema))),
    })
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

fn comment(out: &mut String, indent: &str, schema: &Value) {
    if let Some(text) = schema["description"].as_str() {
        out.push_str(&format!("{indent}/** {} */\n", text.replace("*/", "* /")));
    }
}

/// What a message shows of a schema.
fn shape(schema: &Value) -> Map<String, Value> {
    let mut shape = schema.as_object().cloned().unwrap_or_default();
    shape.remove("description");
    shape
}

#[cfg(test)]
mod tests {
    use super::types;
    use serde_json::json;

    #[test]
    fn a_schema_becomes_declarations() {
        let schema = json!({
            "type": "object", "description": "A story.",
            "properties": {
                "format": { "const": 1 },
                "questions": { "type": "array", "items": { "$ref": "#/$defs/Question" } },
                "draw": { "type": "object", "properties": { "who-said": { "type": "integer" } } },
            },
            "required": ["format"],
            "$defs": {
                "Question": { "allOf": [{ "if": {}, "then": { "$ref": "#/$defs/Verdict" } }] },
                "Verdict": {
                    "properties": { "verdict": {
                        "description": "What holds.", "oneOf": [{ "const": "true" }, { "const": "false" }],
                    } },
                },
            },
        });
        let declared = types(&schema).unwrap();
        for expected in [
            "/** A story. */\nexport interface Story {\n",
            "  format: 1;\n",
            "  questions?: Array<Question>;\n",
            "  draw?: {\n    \"who-said\"?: number;\n  };\n",
            "export type Question = Verdict;\n",
            "  /** What holds. */\n  verdict?: \"true\" | \"false\";\n",
        ] {
            assert!(declared.contains(expected), "{expected} is not in {declared}");
        }
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        let schema = json!({ "properties": { "when": { "anyOf": [] } }, "$defs": {} });
        let error = format!("{:#}", types(&schema).unwrap_err());
        assert_eq!(error, "in when: a type that is not understood: {\"anyOf\":[]}");
    }
}
