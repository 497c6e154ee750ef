//! Cuts a wasm module in two: what it needs from the start, and the functions that are only
//! reached through calls into `later::parts`, which the page gets once there is something to see.
//! The second module shares memory, tables and globals with the first, and calls back into it.
//!
//! A call from the first into the second goes through the table, into places that are empty until
//! the second is there: `src/later.rs` sees to it that nobody calls before.

use anyhow::{Context, Result};

use self::source::Source;

mod source;
mod write;

/// A module in two.
pub struct Split {
    /// What is needed from the start.
    pub first: Vec<u8>,
    /// The rest; it imports what it needs from the exports of the first, as module `a`.
    pub later: Vec<u8>,
}

/// Cuts a module that has the names of its functions; `None` where there is nothing to cut off.
///
/// # Errors
/// When the bytes are not a wasm module, or one with something that wasm-bindgen does not write.
pub fn split(bytes: &[u8]) -> Result<Option<Split>> {
    let source = Source::read(bytes).context("can't cut a module in two")?;
    let gates = source.gates();
    if gates.is_empty() {
        return Ok(None);
    }
    let kept = source.reached_without(&gates);
    let first = write::first(&source, bytes, &kept, &gates)?;
    let later = write::later(&source, bytes, &kept, &gates)?;
    Ok(Some(Split { first, later }))
}

#[cfg(test)]
mod tests {
    use super::{Split, split};
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, MemorySection, MemoryType, Module, NameMap, NameSection, RefType,
        TableSection, TableType, TypeSection,
    };
    use wasmparser::{Operator, Parser, Payload};

    /// `start`, exported, calls `later::parts::view` and `shared`; that one calls `shared`, `only`
    /// and the import; `listed` stands in the table and calls nobody.
    fn module(gate: &str) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("env", "now", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        (0..5).for_each(|_| _ = functions.function(0));
        let mut tables = TableSection::new();
        let table64 = false;
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 2,
            maximum: Some(2),
            table64,
            shared: false,
        });
        let mut memories = MemorySection::new();
        let (memory64, shared, page_size_log2) = (false, false, None);
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64, shared, page_size_log2 });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("start", ExportKind::Func, 1);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions((&[5]).into()));
        let mut code = CodeSection::new();
        for calls in [&[2, 3][..], &[3, 4, 0], &[], &[], &[]] {
            let mut function = Function::new([]);
            for call in calls {
                function.instructions().call(*call);
            }
            function.instructions().end();
            code.function(&function);
        }
        let mut naming = NameMap::new();
        for (index, name) in (1..).zip(["start", gate, "shared", "only", "listed"]) {
            naming.append(index, name);
        }
        let mut names = NameSection::new();
        names.functions(&naming);
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&exports).section(&elements).section(&code).section(&names);
        module.finish()
    }

    /// What a module imports and exports, and what each of its functions calls.
    fn outline(module: &[u8]) -> (Vec<String>, Vec<String>, Vec<Vec<String>>) {
        let (mut imports, mut exports, mut bodies) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    imports.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::ExportSection(section) => {
                    exports.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap);
                    bodies.push(
                        operators
                            .filter_map(|operator| match operator {
                                Operator::Call { function_index } => Some(function_index.to_string()),
                                Operator::I32Const { value } => Some(format!("place {value}")),
                                Operator::CallIndirect { .. } => Some("through the table".to_owned()),
                                _ => None,
                            })
                            .collect(),
                    );
                }
                _ => {}
            }
        }
        (imports, exports, bodies)
    }

    #[test]
    fn what_only_a_part_reaches_comes_later() {
        let Split { first, later } = split(&module("app[1f]::later::parts::view")).unwrap().unwrap();
        let (imports, exports, bodies) = outline(&first);
        assert_eq!(imports, ["now"]);
        assert_eq!(exports, ["memory", "start", "0f", "3f", "0t"]);
        // The longest comes last.
        assert_eq!(bodies, [vec![], vec![], vec!["place 2", "through the table", "1"]]);

        let (imports, exports, bodies) = outline(&later);
        assert_eq!(imports, ["0f", "3f", "memory", "0t"]);
        assert!(exports.is_empty());
        // What only the part calls, and the part.
        assert_eq!(bodies, [vec![], vec!["1", "2", "0"]]);
    }

    #[test]
    fn a_module_without_parts_stays_whole() {
        assert!(split(&module("app::view")).unwrap().is_none());
        assert!(split(b"<!doctype html>").is_err());
    }
}
