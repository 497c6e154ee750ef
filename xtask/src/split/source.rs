//! What a module is made of, as far as it matters for cutting it in two; writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, ensure};
use wasmparser::{
    ElementItems, ElementKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// What the names of the functions have in them that are called across the cut.
const PARTS: &str = "later::parts::";

/// What there is to know of a module; indices are those of its functions, imported ones first.
#[derive(Default)]
pub struct Source<'a> {
    names: BTreeMap<u32, String>,
    pub imported: u32,
    /// The type of each function.
    types: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    /// What each of its own functions calls.
    calls: Vec<BTreeSet<u32>>,
    exported: Vec<u32>,
    in_table: Vec<u32>,
    /// The table of functions, and how many places it has.
    table: Option<(u32, u64)>,
    pub tables: Vec<wasmparser::TableType>,
    pub globals: Vec<wasmparser::GlobalType>,
    pub memory: Option<wasmparser::MemoryType>,
}

impl<'a> Source<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut source = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        match import?.ty {
                            TypeRef::Func(of) => source.types.push(of),
                            _ => return Err(anyhow!("it imports what is no function")),
                        }
                    }
                    source.imported = source.types.len() as u32;
                }
                Payload::FunctionSection(section) => {
                    for of in section {
                        source.types.push(of?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        let table = table?.ty;
                        if table.element_type.is_func_ref() {
                            source.table = Some((source.tables.len() as u32, table.initial));
                        }
                        source.tables.push(table);
                    }
                }
                Payload::MemorySection(section) => {
                    source.memory = section.into_iter().next().transpose()?;
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        source.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            source.exported.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => source.exported.push(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element?;
                        ensure!(
                            matches!(element.kind, ElementKind::Active { .. }),
                            "it has elements for no table"
                        );
                        let ElementItems::Functions(functions) = element.items else { continue };
                        for function in functions {
                            source.in_table.push(function?);
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let mut calls = BTreeSet::new();
                    for operator in body.get_operators_reader()? {
                        if let Operator::Call { function_index } | Operator::RefFunc { function_index } =
                            operator?
                        {
                            calls.insert(function_index);
                        }
                    }
                    source.calls.push(calls);
                    source.bodies.push(body);
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        for name in section {
                            if let Name::Function(names) = name? {
                                for naming in names {
                                    let naming = naming?;
                                    let name = format!("{:#}", rustc_demangle::demangle(naming.name));
                                    source.names.insert(naming.index, name);
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(source)
    }

    /// The functions that are called across the cut.
    pub fn gates(&self) -> Vec<u32> {
        // The closures within one go with it anyway.
        let is_gate = |name: &String| name.contains(PARTS) && !name.contains("{closure");
        self.names.iter().filter(|(_, name)| is_gate(name)).map(|(index, _)| *index).collect()
    }

    /// The functions that can be reached without a gate. What stands in the table may be called
    /// by anybody.
    pub fn reached_without(&self, gates: &[u32]) -> BTreeSet<u32> {
        let mut reached: BTreeSet<u32> = (0..self.imported).collect();
        let mut next: Vec<u32> = self.exported.iter().chain(&self.in_table).copied().collect();
        while let Some(function) = next.pop() {
            if !gates.contains(&function)
                && reached.insert(function)
                && let Some(calls) = self.own(function).and_then(|own| self.calls.get(own))
            {
                next.extend(calls);
            }
        }
        reached
    }

    pub fn own(&self, function: u32) -> Option<usize> {
        Some(function.checked_sub(self.imported)? as usize)
    }

    /// The functions of its own, by index, that are kept in the first module or not. The small
    /// ones come first: they are called most, and their new indices, which are counted in this
    /// order, take fewer bytes; after brotli, half a kilobyte in all.
    pub fn owned(&self, kept: &BTreeSet<u32>, first: bool) -> Vec<u32> {
        let all = self.imported..self.types.len() as u32;
        let mut owned: Vec<u32> = all.filter(|function| kept.contains(function) == first).collect();
        owned.sort_by_key(|function| {
            let body = self.own(*function).and_then(|own| self.bodies.get(own));
            body.map(|body| body.range().end - body.range().start)
        });
        owned
    }

    pub fn type_of(&self, function: u32) -> Result<u32> {
        self.types.get(function as usize).copied().context("a function without a type")
    }

    /// The table of functions and the first of the places that are added to it.
    pub fn added_places(&self) -> Result<(u32, u32)> {
        let (table, places) = self.table.context("it has no table of functions")?;
        Ok((table, u32::try_from(places)?))
    }

    /// A table with the places that are added to it.
    pub fn table_with(&self, gates: &[u32], table: u32) -> Result<wasmparser::TableType> {
        let mut of = *self.tables.get(table as usize).context("a table without a type")?;
        if table == self.added_places()?.0 {
            of.initial += gates.len() as u64;
            of.maximum = of.maximum.map(|most| most.max(of.initial));
        }
        Ok(of)
    }

    /// What the second module takes from the first.
    pub fn shared(&self, kept: &BTreeSet<u32>) -> Result<Shared> {
        let mut shared = Shared::default();
        // Through that of functions the second is called.
        shared.tables.insert(self.added_places()?.0);
        for function in self.owned(kept, false) {
            let own = self.own(function).unwrap_or_default();
            let calls = self.calls.get(own).into_iter().flatten();
            shared.functions.extend(calls.filter(|one| kept.contains(one)));
            let Some(body) = self.bodies.get(own) else { continue };
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                        shared.globals.insert(global_index);
                    }
                    Operator::CallIndirect { table_index: table, .. }
                    | Operator::TableGet { table }
                    | Operator::TableSet { table }
                    | Operator::TableGrow { table }
                    | Operator::TableSize { table }
                    | Operator::TableFill { table } => {
                        shared.tables.insert(table);
                    }
                    _ => {}
                }
            }
        }
        Ok(shared)
    }
}

/// What both modules use, by its indices before the cut.
#[derive(Default)]
pub struct Shared {
    pub functions: BTreeSet<u32>,
    pub tables: BTreeSet<u32>,
    pub globals: BTreeSet<u32>,
}
