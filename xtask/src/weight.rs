//! Says which crate and which function a module's code comes from; `wasm` reads the module.

use std::collections::BTreeMap;

use crate::wasm::Anatomy;

/// A name and the bytes of code that go by it.
#[derive(Debug, PartialEq)]
pub struct Share {
    /// A crate, or a function's path.
    pub name: String,
    /// Bytes before compression.
    pub bytes: usize,
    /// How many functions of the module they are: more than one for instances of a generic.
    pub functions: usize,
}

/// The bytes of each crate's code, the heaviest first. A generic function counts for the crate
/// that defines it, and a trait's method for the crate of the type that it is implemented for.
pub fn by_crate(anatomy: &Anatomy) -> Vec<Share> {
    heaviest_first(named(anatomy).map(|(name, bytes)| (owner(&name).to_owned(), bytes)))
}

/// The bytes of each function, the heaviest first; the instances of a generic one are added up.
pub fn by_function(anatomy: &Anatomy) -> Vec<Share> {
    heaviest_first(named(anatomy))
}

fn named(anatomy: &Anatomy) -> impl Iterator<Item = (String, usize)> {
    anatomy.functions.iter().map(|function| {
        let name = function.name.as_deref().unwrap_or("(no name)");
        // The alternate form leaves out the hash.
        let name = format!("{:#}", rustc_demangle::demangle(name));
        (name, function.bytes)
    })
}

fn heaviest_first(weighed: impl Iterator<Item = (String, usize)>) -> Vec<Share> {
    let mut sums: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (name, weight) in weighed {
        let (bytes, functions) = sums.entry(name).or_default();
        *bytes += weight;
        *functions += 1;
    }
    let mut shares: Vec<Share> =
        sums.into_iter().map(|(name, (bytes, functions))| Share { name, bytes, functions }).collect();
    // Stable: those of one weight stay in alphabetical order.
    shares.sort_by_key(|share| std::cmp::Reverse(share.bytes));
    shares
}

/// The crate that a demangled name belongs to.
pub fn owner(name: &str) -> &str {
    if let Some((implementor, of_trait)) = implementation(name) {
        // A type without a path is a primitive, or a parameter: the trait's crate wrote the code.
        return first_crate(implementor).or_else(|| of_trait.and_then(first_crate)).unwrap_or("core");
    }
    match first_crate(name) {
        Some(krate) => krate,
        None if name.starts_with("__") && name.contains("wbindgen")
            || name.starts_with("__externref")
            || name.contains("wasm_bindgen") =>
        {
            "wasm_bindgen"
        }
        None if matches!(name, "memcpy" | "memmove" | "memset" | "memcmp" | "bcmp") => "compiler_builtins",
        None => "(other)",
    }
}

/// `T` and `Trait` of a name that begins with `<T as Trait>`, or `T` of one with `<T>`.
fn implementation(name: &str) -> Option<(&str, Option<&str>)> {
    let mut depth = 0_usize;
    let mut of_trait = None;
    for (at, letter) in name.char_indices() {
        match letter {
            '<' => depth += 1,
            // The arrow of a function's type closes nothing.
            '>' if !name.get(..at)?.ends_with('-') => depth = depth.checked_sub(1)?,
            ' ' if depth == 1 && name.get(at..)?.starts_with(" as ") => of_trait = Some(at),
            _ => {}
        }
        if depth == 0 {
            return match of_trait {
                _ if at == 0 => None,
                Some(split) => Some((name.get(1..split)?, name.get(split + 4..at))),
                None => Some((name.get(1..at)?, None)),
            };
        }
    }
    None
}

/// The crate at the head of a path, past whatever wraps the type: `&mut`, `[…]`, `dyn`, `<`, …
fn first_crate(path: &str) -> Option<&str> {
    let mut path = path;
    loop {
        let wrapped = ["&", "mut ", "*const ", "*mut ", "[", "(", "dyn ", "<"]
            .iter()
            .find_map(|wrapper| path.strip_prefix(wrapper));
        match wrapped {
            Some(rest) => path = rest,
            None => break,
        }
    }
    let (krate, _) = path.split_once("::")?;
    // `yew[a1b2]` where the compiler tells versions apart.
    let krate = krate.split('[').next().unwrap_or(krate);
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    (!krate.is_empty() && krate.chars().all(is_name)).then_some(krate)
}

#[cfg(test)]
mod tests {
    use super::{Share, by_crate, by_function, owner};
    use crate::wasm::{Anatomy, Function};

    #[test]
    fn a_name_belongs_to_a_crate() {
        for (name, krate) in [
            ("yew::virtual_dom::vtag::VTag::new", "yew"),
            ("core::ptr::drop_in_place<yew::virtual_dom::VNode>", "core"),
            ("<yew::virtual_dom::vlist::VList as yew::dom_bundle::Reconcilable>::attach", "yew"),
            ("<alloc::vec::Vec<yew::VNode> as core::ops::Drop>::drop", "alloc"),
            ("<verbatim_core::Story>::check", "verbatim_core"),
            ("<&mut verbatim_core::Story as core::fmt::Debug>::fmt", "verbatim_core"),
            ("<[verbatim_core::Fact]>::sort", "verbatim_core"),
            ("<dyn core::any::Any>::type_id", "core"),
            ("<u32 as serde::Deserialize>::deserialize", "serde"),
            ("<T as core::convert::Into<U>>::into", "core"),
            ("<(A, B) as yew::Many>::many", "yew"),
            ("<fn(yew::Event) -> js_sys::Object as wasm_bindgen::Wrap>::wrap", "wasm_bindgen"),
            ("core::fmt::num::imp::<impl core::fmt::Display for u32>::fmt", "core"),
            ("yew[1f2e]::callback::Callback::emit", "yew"),
            ("verbatim_widget::main::{{closure}}", "verbatim_widget"),
            ("__wbindgen_malloc", "wasm_bindgen"),
            ("__externref_table_alloc", "wasm_bindgen"),
            ("memcpy", "compiler_builtins"),
            ("(no name)", "(other)"),
            ("main", "(other)"),
        ] {
            assert_eq!(owner(name), krate, "{name}");
        }
    }

    #[test]
    fn shares_add_up_and_the_heaviest_comes_first() {
        let function = |name: &str, bytes| Function { name: Some(name.into()), bytes };
        let anatomy = Anatomy {
            functions: vec![
                function("_ZN4core3ptr4swap17h0123456789abcdefE", 10),
                function("_ZN3yew4html4make17h0123456789abcdefE", 15),
                function("_ZN4core3ptr4swap17hfedcba9876543210E", 20),
            ],
            ..Anatomy::default()
        };
        let share = |name: &str, bytes, functions| Share { name: name.into(), bytes, functions };
        assert_eq!(by_crate(&anatomy), [share("core", 30, 2), share("yew", 15, 1)]);
        assert_eq!(by_function(&anatomy), [share("core::ptr::swap", 30, 2), share("yew::html::make", 15, 1)]);
    }
}
