//! The files of a built site; says nothing of what they hold.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Every file below a folder, by its path within it, in the same order on every machine.
/// Names that begin with a dot are left out: trunk keeps its unfinished work under such a name.
///
/// # Errors
/// When a folder can't be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, Path::new(""), &mut found)?;
    found.sort();
    Ok(found)
}

/// Copies the files of one folder into another, which it creates.
///
/// # Errors
/// When a file can't be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(&file);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
        }
        fs::copy(from.join(&file), &target).with_context(|| format!("can't write {}", target.display()))?;
    }
    Ok(())
}

fn collect(folder: &Path, within: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder.join(within))
        .with_context(|| format!("can't list {}", folder.join(within).display()))?;
    for entry in entries {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = within.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(folder, &path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
