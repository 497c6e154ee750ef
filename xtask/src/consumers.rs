//! Installs the npm package into the small projects of `tests/consumers` and builds them,
//! as whoever uses it would; the browser tests play what comes of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{announce, run};
use crate::{npm, packages, repo, site};

struct Consumer {
    name: &'static str,
    story: Story,
}

/// How a project comes by the story.
enum Story {
    /// As a file that the page loads.
    File(&'static str),
    /// As a module that holds it, which checks the types of the format as well.
    Module(&'static str),
}

const CONSUMERS: [Consumer; 3] = [
    Consumer { name: "vite-react", story: Story::File("public/story.json") },
    Consumer { name: "vite-vue", story: Story::Module("src/story.ts") },
    Consumer { name: "plain", story: Story::File("story.json") },
];

/// Builds every project, below a folder, with the package of a built site.
///
/// # Errors
/// When a project does not build, or Node or npm is missing and can't be installed.
pub fn build_all(site: &Path, out: &Path) -> Result<()> {
    let package = npm::tarball(&site.join("npm"));
    let story = fs::read_to_string(repo::root().join("questions/air-force-one.json"))
        .context("can't read the story")?;
    for consumer in &CONSUMERS {
        let folder = out.join(consumer.name);
        build(consumer, &folder, &package, &story).with_context(|| format!("in {}", folder.display()))?;
    }
    Ok(())
}

fn build(consumer: &Consumer, folder: &Path, package: &Path, story: &str) -> Result<()> {
    renew(&repo::root().join("tests/consumers").join(consumer.name), folder)?;
    let (path, text) = match consumer.story {
        Story::File(path) => (path, story.to_owned()),
        Story::Module(path) => (path, module(story)),
    };
    let path = folder.join(path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, text).with_context(|| format!("can't write {}", path.display()))?;
    packages::get_npm_packages(folder)?;
    announce("Installing", format_args!("the npm package in {}", folder.display()));
    let quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
    let mut install = Command::new("npm");
    run(install.args(["install", "--no-save"]).args(quiet).arg(package).current_dir(folder))?;
    run(Command::new("npm").args(["run", "build", "--silent"]).current_dir(folder))
}

/// Puts a project's files into a folder, in which nothing stays but what npm installed.
fn renew(project: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match (entry.file_name() == "node_modules", entry.file_type()?.is_dir()) {
            (true, _) => {}
            (false, true) => fs::remove_dir_all(entry.path())?,
            (false, false) => fs::remove_file(entry.path())?,
        }
    }
    // Whoever works on a project in its place has these there.
    let strange = ["node_modules", "dist"];
    for file in site::files(project)? {
        if strange.iter().any(|name| file.starts_with(name)) {
            continue;
        }
        let target = folder.join(&file);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(project.join(&file), &target)
            .with_context(|| format!("can't write {}", target.display()))?;
    }
    Ok(())
}

fn module(story: &str) -> String {
    format!(
        "import type {{ Story }} from \"verbatim-quiz\";\n\nexport const story: Story = {};\n",
        story.trim()
    )
}

#[cfg(test)]
mod tests {
    use super::renew;
    use std::fs;

    #[test]
    fn only_what_npm_installed_stays() {
        let scratch = std::env::temp_dir().join(format!("verbatim-consumers-{}", std::process::id()));
        let (project, folder) = (scratch.join("project"), scratch.join("copy"));
        for path in [
            project.join("src"),
            project.join("node_modules"),
            folder.join("node_modules/vue"),
            folder.join("dist"),
        ] {
            fs::create_dir_all(path).unwrap();
        }
        fs::write(project.join("src/page.js"), "new").unwrap();
        fs::write(project.join("node_modules/strange.js"), "").unwrap();
        fs::write(folder.join("old.js"), "").unwrap();
        renew(&project, &folder).unwrap();
        assert_eq!(fs::read(folder.join("src/page.js")).unwrap(), b"new");
        assert!(folder.join("node_modules/vue").exists());
        for gone in ["old.js", "dist", "node_modules/strange.js"] {
            assert!(!folder.join(gone).exists(), "{gone}");
        }
        fs::remove_dir_all(&scratch).unwrap();
    }
}
