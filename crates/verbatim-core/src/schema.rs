//! The format as a JSON Schema (draft 2020-12), for editors that complete and
//! validate a story while it is written. It follows from the records in
//! [`crate::wire`]; whether a story's evidence holds, only the check knows.

use crate::json::Writer;
use crate::record::Wire as _;
use crate::wire::Story;

mod form;
mod value;

pub use value::Value;

/// The schema of a story file, as the text of `schema.json`.
pub fn story() -> String {
    let mut definitions = Definitions::default();
    Story::schema(&mut definitions);
    let story = definitions.named.iter().position(|(name, _)| *name == "Story");
    let mut root = vec![
        ("$schema".to_owned(), Value::from("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), Value::from("A story for Verbatim")),
    ];
    if let Some(index) = story {
        root.extend(definitions.named.remove(index).1.0);
    }
    let named = definitions.named.into_iter().map(|(name, schema)| (name.to_owned(), schema.into()));
    root.push(("$defs".to_owned(), Value::Object(named.collect())));
    let mut out = Writer::new();
    Value::Object(root).write(&mut out);
    out.finish()
}

/// The schemas of named records, in the order in which they are met.
#[derive(Debug, Default)]
pub struct Definitions {
    named: Vec<(&'static str, Schema)>,
}

/// A schema: keywords and their values.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema(Vec<(String, Value)>);

/// A field of a record.
#[derive(Debug)]
pub struct Property {
    /// Its name in a file.
    pub name: &'static str,
    /// What it holds: the field's documentation.
    pub about: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// The schema of its value.
    pub schema: Schema,
}

impl Schema {
    /// A value of one of JSON's types.
    pub fn of_type(name: &str) -> Self {
        Self(Vec::new()).with("type", name)
    }

    /// The same schema with another keyword.
    #[must_use]
    pub fn with(mut self, keyword: &str, value: impl Into<Value>) -> Self {
        self.0.push((keyword.to_owned(), value.into()));
        self
    }

    /// A list whose items are all alike.
    pub fn list_of(items: Self) -> Self {
        Self::of_type("array").with("items", items)
    }

    /// A reference to a record, which is defined where it is met first.
    pub fn record(
        name: &'static str,
        about: &'static str,
        definitions: &mut Definitions,
        properties: impl FnOnce(&mut Definitions) -> Vec<Property>,
    ) -> Self {
        if definitions.get(name).is_none() {
            let properties = properties(definitions);
            let required = properties.iter().filter(|property| property.needed(name));
            let required: Vec<Value> = required.map(|property| property.name.into()).collect();
            let properties =
                properties.into_iter().map(|property| (property.name.to_owned(), property.described(name)));
            let schema = Self::of_type("object")
                .with("description", sentence(about))
                .with("properties", Value::Object(properties.collect()))
                .with("required", Value::List(required))
                .with("additionalProperties", false);
            definitions.named.push((name, schema));
        }
        Self::reference(name)
    }

    /// One of several names, each with what it means.
    pub fn one_of_names(names: &[(&str, &str)]) -> Self {
        let one = |(name, about): &(&str, &str)| {
            Self(Vec::new()).with("const", *name).with("description", sentence(about)).into()
        };
        Self(Vec::new()).with("oneOf", Value::List(names.iter().map(one).collect()))
    }

    /// One of several records, told apart by the name in a field.
    ///
    /// Written as conditions and not as alternatives: an editor then completes the
    /// fields of the one record that is meant, and a mistake in it is told as
    /// itself, not as "matches none of nine".
    pub fn tagged(
        name: &'static str,
        about: &'static str,
        tag: &'static str,
        definitions: &mut Definitions,
        records: impl FnOnce(&mut Definitions) -> Vec<(&'static str, Self)>,
    ) -> Self {
        let records = records(definitions);
        let mut names = Vec::with_capacity(records.len());
        let mut cases = Vec::with_capacity(records.len());
        for (value, record) in records {
            let fixed = Self(Vec::new()).with("const", value);
            let about = definitions.tag(&record, tag, &fixed);
            names.push(fixed.clone().with("description", about).into());
            let condition = Self(Vec::new())
                .with("properties", Value::Object(vec![(tag.to_owned(), fixed.into())]))
                .with("required", Value::List(vec![tag.into()]));
            cases.push(Self(Vec::new()).with("if", condition).with("then", record).into());
        }
        let kinds =
            Self(Vec::new()).with("description", "Which of them it is.").with("oneOf", Value::List(names));
        let schema = Self::of_type("object")
            .with("description", about)
            .with("properties", Value::Object(vec![(tag.to_owned(), kinds.into())]))
            .with("required", Value::List(vec![tag.into()]))
            .with("allOf", Value::List(cases));
        definitions.named.push((name, schema));
        Self::reference(name)
    }

    /// An object that has a count for some of several names.
    pub fn counts_by(names: &[&str]) -> Self {
        let count = Self::of_type("integer").with("minimum", 0);
        let counts = names.iter().map(|name| ((*name).to_owned(), count.clone().into())).collect();
        Self::of_type("object").with("properties", Value::Object(counts)).with("additionalProperties", false)
    }

    fn reference(name: &str) -> Self {
        Self(Vec::new()).with("$ref", ["#/$defs/", name].concat().as_str())
    }

    fn keyword(&self, keyword: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == keyword).map(|(_, value)| value)
    }
}

impl Definitions {
    fn get(&mut self, name: &str) -> Option<&mut Schema> {
        self.named.iter_mut().find(|(known, _)| *known == name).map(|(_, schema)| schema)
    }

    /// Adds the field that tells a record from others, and gives back what the record is about.
    fn tag(&mut self, record: &Schema, tag: &str, fixed: &Schema) -> Value {
        let Some(Value::Text(reference)) = record.keyword("$ref") else { return Value::from("") };
        let name = reference.trim_start_matches("#/$defs/").to_owned();
        let Some(schema) = self.get(&name) else { return Value::from("") };
        let mut about = Value::from("");
        for (keyword, value) in &mut schema.0 {
            match (keyword.as_str(), value) {
                ("description", value) => about = value.clone(),
                ("properties", Value::Object(fields)) => {
                    fields.insert(0, (tag.to_owned(), fixed.clone().into()))
                }
                ("required", Value::List(names)) => names.insert(0, tag.into()),
                _ => {}
            }
        }
        about
    }
}

impl Property {
    /// Whether the field must be there: where the record's shape lets a list be
    /// left out and the check asks for an entry, the list must be there too.
    fn needed(&self, record: &str) -> bool {
        self.required || form::of(record, self.name).iter().any(|form| matches!(form, form::Form::Items(..)))
    }

    fn described(self, record: &str) -> Value {
        let mut schema = Schema(vec![("description".to_owned(), sentence(self.about))]);
        schema.0.extend(self.schema.0);
        form::of(record, self.name).iter().fold(schema, |schema, form| form.add_to(schema)).into()
    }
}

/// The documentation of a record or a field, which is written over several lines.
fn sentence(about: &str) -> Value {
    Value::from(about.trim())
}
