//! Writes the two modules that come of one; what goes where is for `source` to say.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error as Reencoding, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Instruction, Module, RawSection, TableSection,
};
use wasmparser::{Operator, Parser, Payload};

use super::source::Source;

/// The name by which the second module knows the first one's exports.
const FIRST: &str = "a";

/// The module with what is kept; it calls the rest through the table.
pub fn first(source: &Source<'_>, bytes: &[u8], kept: &BTreeSet<u32>, gates: &[u32]) -> Result<Vec<u8>> {
    let owned = source.owned(kept, true);
    let (table, place) = source.added_places()?;
    let mut renumber = Renumber::default();
    let stay = (0..source.imported).chain(owned.iter().copied());
    renumber.functions.extend(stay.enumerate().map(|(new, old)| (old, new as u32)));
    for (at, gate) in gates.iter().enumerate() {
        renumber.gates.insert(*gate, (place + at as u32, source.type_of(*gate)?, table));
    }
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        match payload {
            Payload::FunctionSection(_) => {
                let mut section = FunctionSection::new();
                for function in &owned {
                    section.function(source.type_of(*function)?);
                }
                module.section(&section);
            }
            Payload::TableSection(_) => {
                let mut section = TableSection::new();
                for table in 0..source.tables.len() as u32 {
                    let of = source.table_with(gates, table)?;
                    section.table(renumber.table_type(of).map_err(wrong)?);
                }
                module.section(&section);
            }
            Payload::ExportSection(given) => {
                let mut section = ExportSection::new();
                renumber.parse_export_section(&mut section, given).map_err(wrong)?;
                let shared = source.shared(kept)?;
                for function in shared.functions {
                    let new = renumber.function_index(function).map_err(wrong)?;
                    section.export(&shared_name('f', function), ExportKind::Func, new);
                }
                for table in shared.tables {
                    section.export(&shared_name('t', table), ExportKind::Table, table);
                }
                for global in shared.globals {
                    section.export(&shared_name('g', global), ExportKind::Global, global);
                }
                module.section(&section);
            }
            Payload::StartSection { .. } => return Err(anyhow!("it has a start function")),
            Payload::ElementSection(given) => {
                let mut section = ElementSection::new();
                renumber.parse_element_section(&mut section, given).map_err(wrong)?;
                module.section(&section);
            }
            Payload::CodeSectionStart { .. } => {
                module.section(&code(source, &mut renumber, &owned)?);
            }
            Payload::CodeSectionEntry(_) | Payload::CustomSection(_) => {}
            payload => copy(&mut module, bytes, &payload)?,
        }
    }
    Ok(module.finish())
}

/// The module with the rest. It puts the gates into the table as soon as it is made.
pub fn later(source: &Source<'_>, bytes: &[u8], kept: &BTreeSet<u32>, gates: &[u32]) -> Result<Vec<u8>> {
    let owned = source.owned(kept, false);
    let (table, place) = source.added_places()?;
    let shared = source.shared(kept)?;
    let mut renumber = Renumber::default();
    let count = |(new, old): (usize, &u32)| (*old, new as u32);
    renumber.functions.extend(shared.functions.iter().chain(&owned).enumerate().map(count));
    renumber.tables.extend(shared.tables.iter().enumerate().map(count));
    renumber.globals.extend(shared.globals.iter().enumerate().map(count));

    let mut imports = ImportSection::new();
    for function in &shared.functions {
        let of = EntityType::Function(source.type_of(*function)?);
        imports.import(FIRST, &shared_name('f', *function), of);
    }
    let memory = source.memory.context("it has no memory")?;
    imports.import(FIRST, "memory", EntityType::Memory(renumber.memory_type(memory).map_err(wrong)?));
    for one in &shared.tables {
        let of = EntityType::Table(renumber.table_type(source.table_with(gates, *one)?).map_err(wrong)?);
        imports.import(FIRST, &shared_name('t', *one), of);
    }
    for global in &shared.globals {
        let of = *source.globals.get(*global as usize).context("a global without a type")?;
        let of = EntityType::Global(renumber.global_type(of).map_err(wrong)?);
        imports.import(FIRST, &shared_name('g', *global), of);
    }
    let mut types = FunctionSection::new();
    for function in &owned {
        types.function(source.type_of(*function)?);
    }
    let filled = gates.iter().map(|gate| renumber.function_index(*gate).map_err(wrong));
    let filled = filled.collect::<Result<Vec<u32>>>()?;
    let mut elements = ElementSection::new();
    let at = ConstExpr::i32_const(place as i32);
    let into = renumber.table_index(table).map_err(wrong)?;
    elements.active(Some(into), &at, Elements::Functions(filled.into()));

    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        if let Payload::TypeSection(_) = payload {
            copy(&mut module, bytes, &payload)?;
        }
    }
    module.section(&imports).section(&types).section(&elements);
    module.section(&code(source, &mut renumber, &owned)?);
    Ok(module.finish())
}

fn code(source: &Source<'_>, renumber: &mut Renumber, functions: &[u32]) -> Result<CodeSection> {
    let mut code = CodeSection::new();
    for function in functions {
        let own = source.own(*function).and_then(|own| source.bodies.get(own));
        let body = own.context("a function without a body")?;
        let mut written = renumber.new_function_with_parsed_locals(body).map_err(wrong)?;
        for operator in body.get_operators_reader()? {
            renumber.instruct(&mut written, operator?)?;
        }
        code.function(&written);
    }
    Ok(code)
}

/// New indices for old ones; what is not in a map keeps its own, but for functions.
#[derive(Default)]
struct Renumber {
    functions: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
    /// Where in which table those stand that are called through it, and of which type they are.
    gates: BTreeMap<u32, (u32, u32, u32)>,
}

impl Renumber {
    fn instruct(&mut self, into: &mut Function, operator: Operator<'_>) -> Result<()> {
        if let Operator::Call { function_index } = &operator
            && let Some((place, type_index, table_index)) = self.gates.get(function_index).copied()
        {
            into.instruction(&Instruction::I32Const(place as i32));
            into.instruction(&Instruction::CallIndirect { type_index, table_index });
            return Ok(());
        }
        into.instruction(&self.instruction(operator).map_err(wrong)?);
        Ok(())
    }
}

impl Reencode for Renumber {
    type Error = anyhow::Error;

    fn function_index(&mut self, old: u32) -> Result<u32, Reencoding<Self::Error>> {
        let new = self.functions.get(&old).copied();
        new.ok_or_else(|| Reencoding::UserError(anyhow!("function {old} is on the other side")))
    }

    fn table_index(&mut self, old: u32) -> Result<u32, Reencoding<Self::Error>> {
        Ok(self.tables.get(&old).copied().unwrap_or(old))
    }

    fn global_index(&mut self, old: u32) -> Result<u32, Reencoding<Self::Error>> {
        Ok(self.globals.get(&old).copied().unwrap_or(old))
    }
}

fn wrong(error: Reencoding<anyhow::Error>) -> anyhow::Error {
    anyhow!("can't write it anew: {error}")
}

/// A name that no export of wasm-bindgen's has.
fn shared_name(kind: char, index: u32) -> String {
    format!("{index}{kind}")
}

fn copy(module: &mut Module, bytes: &[u8], payload: &Payload<'_>) -> Result<()> {
    if let Some((id, Range { start, end })) = payload.as_section() {
        let range = usize::try_from(start)?..usize::try_from(end)?;
        let data = bytes.get(range).context("a section beyond the end")?;
        module.section(&RawSection { id, data });
    }
    Ok(())
}
