//! Reads and shortens wasm modules; what the numbers mean is for `weight` to say.

use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A function that the module defines.
#[derive(Debug, PartialEq)]
pub struct Function {
    /// As the name section has it, or nothing.
    pub name: Option<String>,
    /// The bytes of its body.
    pub bytes: usize,
}

/// What a module is made of.
#[derive(Debug, Default)]
pub struct Anatomy {
    /// Its own functions, in the order of the code section.
    pub functions: Vec<Function>,
    /// The bytes of the data section: texts and tables.
    pub data: usize,
    /// The bytes of all other sections that a browser reads: types, imports, exports, …
    pub rest: usize,
}

/// The module without its custom sections: function names, the compilers' versions and
/// the features in use, none of which a browser needs to run it.
///
/// # Errors
/// When the bytes are not a wasm module.
pub fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = module.get(..8).context("not a wasm module")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("not a wasm module")?;
        if let Payload::CustomSection(_) = payload {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let content = module.get(range).context("a section beyond the end")?;
            kept.push(id);
            write_leb128(&mut kept, content.len());
            kept.extend_from_slice(content);
        }
    }
    Ok(kept)
}

/// Takes a module apart.
///
/// # Errors
/// When the bytes are not a wasm module.
pub fn anatomy(module: &[u8]) -> Result<Anatomy> {
    let mut anatomy = Anatomy::default();
    let mut imported = 0;
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("not a wasm module")?;
        match &payload {
            Payload::CodeSectionEntry(body) => {
                anatomy.functions.push(Function { name: None, bytes: length(body.range())? })
            }
            Payload::CodeSectionStart { .. } => {}
            Payload::DataSection(section) => anatomy.data = length(section.range())?,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for name in section {
                        if let Name::Function(map) = name? {
                            names.extend(map);
                        }
                    }
                }
            }
            _ => {
                if let Payload::ImportSection(section) = &payload {
                    for import in section.clone().into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                if let Some((_, range)) = payload.as_section() {
                    anatomy.rest += length(range)?;
                }
            }
        }
    }
    for naming in names {
        let naming = naming?;
        // Imported functions are counted first, and have no body here.
        let own = usize::try_from(naming.index)?.checked_sub(imported);
        if let Some(function) = own.and_then(|index| anatomy.functions.get_mut(index)) {
            function.name = Some(naming.name.to_owned());
        }
    }
    Ok(anatomy)
}

fn length(range: Range<u64>) -> Result<usize> {
    Ok(usize::try_from(range.end - range.start)?)
}

fn write_leb128(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::{Function, anatomy, without_custom_sections, write_leb128};

    /// One import, one function `answer` that returns 42, and a name section.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x05\x01\x60\x00\x01\x7f\
        \x02\x07\x01\x01e\x01f\x00\x00\
        \x03\x02\x01\x00\
        \x0a\x06\x01\x04\x00\x41\x2a\x0b\
        \x00\x13\x04name\x01\x0c\x02\x00\x01f\x01\x06answer";

    #[test]
    fn a_function_is_found_by_its_name() {
        let anatomy = anatomy(MODULE).unwrap();
        let answer = Function { name: Some("answer".into()), bytes: 4 };
        assert_eq!(anatomy.functions, [answer]);
        assert_eq!((anatomy.data, anatomy.rest), (0, 5 + 7 + 2));
    }

    #[test]
    fn only_custom_sections_go() {
        let shorter = without_custom_sections(MODULE).unwrap();
        assert_eq!(shorter, MODULE[..MODULE.len() - 21]);
        assert_eq!(anatomy(&shorter).unwrap().functions[0].bytes, 4);
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(without_custom_sections(b"<!doctype html>").is_err());
        assert!(without_custom_sections(b"\0asm").is_err());
    }

    #[test]
    fn lengths_are_written_in_groups_of_seven_bits() {
        let leb = |value| {
            let mut bytes = Vec::new();
            write_leb128(&mut bytes, value);
            bytes
        };
        assert_eq!(leb(0x7f), [0x7f]);
        assert_eq!(leb(624_485), [0xe5, 0x8e, 0x26]);
    }
}
