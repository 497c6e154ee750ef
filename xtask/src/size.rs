//! `size`: what a first visit transfers, file by file, against the budget; and what the wasm
//! is made of, so that whoever is over it knows where to look.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use crate::budget::{Budget, Kilo, Verdict};
use crate::process::{announce, cargo, run as run_program};
use crate::standard::Standard;
use crate::tools::{TARGET, Tools};
use crate::wasm::{Anatomy, anatomy};
use crate::weight::{Share, by_crate, by_function};
use crate::{dist, loads, repo};

const LARGEST_FUNCTIONS: usize = 30;

/// What the element gets by itself once the first question is on the screen.
const AFTER: [&str; 2] = ["later.css", "verbatim-widget_later.wasm"];

/// Shows what a first visit transfers and what the wasm is made of; fails over the budget
#[derive(clap::Args)]
pub struct Args {
    /// Writes the same numbers to a file as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

struct Transfer {
    file: String,
    raw: usize,
    brotli: usize,
}

/// Builds, measures, prints and judges.
pub fn run(args: &Args) -> Result<()> {
    let budget = Budget::read()?;
    let tools = Tools::get()?;
    let site = repo::scratch("site");
    dist::build(&tools, &site)?;
    let transfers = first_visit(&site)?;
    let after = AFTER.iter().map(|file| transfer(&site, (*file).to_owned())).collect::<Result<Vec<_>>>()?;
    let module = named_module(&tools)?;
    let anatomy = anatomy(&module)?;
    let (crates, mut functions) = (by_crate(&anatomy), by_function(&anatomy));
    functions.truncate(LARGEST_FUNCTIONS);

    let total = transfers.iter().map(|transfer| transfer.brotli).sum();
    let verdict = budget.judge(total);
    print_transfers(&transfers, &after, &budget, verdict);
    print_shares(&anatomy, &crates, &functions);
    if let Some(path) = &args.json {
        let report = report(&transfers, &budget, &anatomy, &crates, &functions);
        fs::write(path, format!("{report:#}\n"))
            .with_context(|| format!("can't write {}", path.display()))?;
    }
    match verdict {
        Verdict::Over(over) => {
            bail!("a first visit transfers {}, {} over the budget in budget.toml", Kilo(total), Kilo(over))
        }
        Verdict::AtGoal | Verdict::Within(_) => Ok(()),
    }
}

/// The page and everything that it loads, in the order in which it names them.
fn first_visit(site: &Path) -> Result<Vec<Transfer>> {
    let read = |file: &str| fs::read_to_string(site.join(file)).with_context(|| format!("can't read {file}"));
    let mut files = vec!["index.html".to_owned()];
    let loads = loads::of_page(&read("index.html")?)?;
    files.extend(loads.files);
    for file in loads.quoted {
        if site.join(&file).is_file() && !files.contains(&file) {
            files.push(file);
        }
    }
    // It grows while we read: a sheet may load sheets.
    let mut next = 0;
    while let Some(file) = files.get(next).cloned() {
        if file.ends_with(".css") {
            for loaded in loads::of_sheet(&read(&file)?, &file)? {
                if !files.contains(&loaded) {
                    files.push(loaded);
                }
            }
        }
        next += 1;
    }
    // Without one of them no question is playable, and the sum would mean nothing.
    for kind in [".js", ".wasm", ".json"] {
        ensure!(
            files.iter().any(|file| file.ends_with(kind)),
            "index.html does not say that it loads a {kind} file; is its preload gone?"
        );
    }
    files.into_iter().map(|file| transfer(site, file)).collect()
}

fn transfer(site: &Path, file: String) -> Result<Transfer> {
    let path = site.join(&file);
    let length = |path: &Path| fs::metadata(path).map(|data| data.len() as usize);
    let raw = length(&path).with_context(|| format!("the page loads {file}, which is not there"))?;
    // What is not compressed is transferred as it is.
    let brotli = length(&dist::with_suffix(&path, "br")).unwrap_or(raw);
    Ok(Transfer { file, raw, brotli })
}

/// The same wasm with the names of its functions, which the deployed one has not.
fn named_module(tools: &Tools) -> Result<Vec<u8>> {
    announce("Building", "the widget again, with the names of its functions");
    let mut build = cargo();
    build
        .args(["build", "--profile", "size", "--package", "verbatim"])
        .args(["--target", TARGET])
        .current_dir(repo::root());
    let target = Standard::get()?.apply(&mut build);
    run_program(&mut build)?;
    let built = target.join(TARGET).join("size/verbatim-widget.wasm");
    let out = repo::scratch("named");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--no-demangle"])
        .args(["--out-name", "widget", "--out-dir"])
        .arg(&out)
        .arg(built);
    run_program(&mut bindgen)?;
    fs::read(out.join("widget_bg.wasm")).context("wasm-bindgen wrote no wasm")
}

fn print_transfers(transfers: &[Transfer], after: &[Transfer], budget: &Budget, verdict: Verdict) {
    println!("\n{:>12} {:>12}  a first visit to a playable question", "raw", "brotli");
    let (mut raw, mut brotli) = (0, 0);
    for transfer in transfers {
        println!("{:>12} {:>12}  {}", transfer.raw, transfer.brotli, transfer.file);
        raw += transfer.raw;
        brotli += transfer.brotli;
    }
    println!("{raw:>12} {brotli:>12}  in all, in bytes");
    for transfer in after {
        println!(
            "{:>12} {:>12}  {}, not counted: it comes after",
            transfer.raw, transfer.brotli, transfer.file
        );
    }
    println!(
        "\nBudget {}, goal {}: {} is {verdict}.",
        Kilo(budget.first_visit_brotli_bytes),
        Kilo(budget.first_visit_brotli_goal_bytes),
        Kilo(brotli),
    );
}

fn print_shares(anatomy: &Anatomy, crates: &[Share], functions: &[Share]) {
    println!("\n{:>12} {:>12}  the wasm's code by crate, before compression", "bytes", "functions");
    let row = |share: &Share| {
        println!("{:>12} {:>12}  {}", share.bytes, share.functions, share.name);
    };
    crates.iter().for_each(row);
    let code: usize = crates.iter().map(|share| share.bytes).sum();
    println!("{code:>12} {:>12}  code in all", anatomy.functions.len());
    println!("{:>12} {:>12}  data: texts and tables", anatomy.data, "");
    println!("{:>12} {:>12}  types, imports, exports, and the rest", anatomy.rest, "");
    println!(
        "\n{:>12} {:>12}  the {} largest functions, the instances of a generic one added up",
        "bytes",
        "instances",
        functions.len()
    );
    functions.iter().for_each(row);
}

fn report(
    transfers: &[Transfer],
    budget: &Budget,
    anatomy: &Anatomy,
    crates: &[Share],
    functions: &[Share],
) -> serde_json::Value {
    let shares = |shares: &[Share]| -> Vec<_> {
        shares
            .iter()
            .map(|share| json!({ "name": share.name, "bytes": share.bytes, "functions": share.functions }))
            .collect()
    };
    let files: Vec<_> = transfers
        .iter()
        .map(|transfer| json!({ "file": transfer.file, "raw": transfer.raw, "brotli": transfer.brotli }))
        .collect();
    json!({
        "first_visit": {
            "files": files,
            "raw": transfers.iter().map(|transfer| transfer.raw).sum::<usize>(),
            "brotli": transfers.iter().map(|transfer| transfer.brotli).sum::<usize>(),
            "budget": budget.first_visit_brotli_bytes,
            "goal": budget.first_visit_brotli_goal_bytes,
        },
        "wasm": {
            "crates": shares(crates),
            "functions": shares(functions),
            "data": anatomy.data,
            "rest": anatomy.rest,
        },
    })
}
