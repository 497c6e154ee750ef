//! What the style sheets put together can be told apart, in every theme and scheme,
//! and everything that a designer may change is written down. No browser is needed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The custom properties of a theme by their names, as the sheets have them.
type Properties = BTreeMap<String, String>;

/// What a pair is held to, by WCAG 2.2, 1.4.3 and 1.4.11; and in the classroom's theme.
#[derive(Clone, Copy, PartialEq)]
enum Is {
    /// Text of any size: AA, and 1.4.6's AAA.
    Text,
    /// A border, a ring or a mark that has to be seen.
    Line,
}

const THEMES: [&str; 3] = ["plain", "newspaper", "classroom"];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// What stands before what, and where it does.
const PAIRS: &[(&[&str], &[&str], Is, &str)] = &[
    (
        &["ink", "muted", "accent"],
        &["paper", "raised", "tint"],
        Is::Text,
        "words, words beside the point, links",
    ),
    (&["ink", "muted"], &["right-tint", "wrong-tint"], Is::Text, "an answer that was marked"),
    (&["ink"], &["marker"], Is::Text, "the words that an answer rests on"),
    (
        &["right", "wrong", "partly", "muted"],
        &["paper", "raised", "tint"],
        Is::Text,
        "a verdict; an icon of a result",
    ),
    (&["right"], &["right-tint"], Is::Text, "the state of a right answer"),
    (&["wrong"], &["wrong-tint", "raised"], Is::Text, "the state of a wrong answer"),
    (&["on-accent"], &["accent"], Is::Text, "the main button; a person who was picked up"),
    (&["paper"], &["right", "wrong", "partly", "muted"], Is::Text, "a verdict as a banner"),
    (&["edge"], &["paper", "raised"], Is::Line, "the border of an answer, a button or a place"),
    (&["accent", "focus"], &["paper", "raised", "tint"], Is::Line, "what is chosen or has the focus"),
    (&["focus"], &["right-tint", "wrong-tint"], Is::Line, "the focus within what was marked"),
    (&["right", "wrong", "partly", "muted", "accent"], &["paper"], Is::Line, "a segment of the progress"),
    (&["right", "wrong"], &["paper", "raised"], Is::Line, "the border of what was marked"),
];

#[test]
fn what_stands_on_what_is_told_apart() -> Result<()> {
    let mut short = Vec::new();
    for theme in THEMES {
        let properties = properties(theme)?;
        for (dark, scheme) in SCHEMES.iter().enumerate() {
            for (fronts, backs, is, place) in PAIRS {
                for (front, back) in
                    fronts.iter().flat_map(|front| backs.iter().map(move |back| (front, back)))
                {
                    let ratio = contrast(colour(&properties, front, dark)?, colour(&properties, back, dark)?);
                    let least = least(*is, theme);
                    if ratio < least {
                        short.push(format!(
                            "{theme}, {scheme}: {front} on {back} ({place}): {ratio:.2} < {least}"
                        ));
                    }
                }
            }
        }
    }
    ensure!(short.is_empty(), "{}", short.join("\n"));
    Ok(())
}

fn least(is: Is, theme: &str) -> f64 {
    match (is, theme) {
        (Is::Text, "classroom") => 7.0,
        (Is::Text, _) | (Is::Line, "classroom") => 4.5,
        (Is::Line, _) => 3.0,
    }
}

#[test]
fn the_extremes_are_as_wcag_has_them() {
    assert_eq!(contrast([0; 3], [255; 3]), 21.0);
    assert_eq!(contrast([255; 3], [255; 3]), 1.0);
    // The darkest grey on white that passes for text, and the next.
    assert!(contrast([118; 3], [255; 3]) > 4.5 && contrast([119; 3], [255; 3]) < 4.5);
}

#[test]
fn colours_are_custom_properties() -> Result<()> {
    for theme in THEMES {
        let sheet = sheet(theme)?;
        let rules = sheet.split_once("\n}").context("no :host")?.1;
        for declaration in rules.split([';', '{', '}']) {
            let literal = declaration.split_once(": ").is_some_and(|(_, value)| {
                value.contains('#')
                    || ["rgb", "hsl", "oklch", "light-dark"].iter().any(|name| value.contains(name))
            });
            ensure!(!literal, "{theme} has a colour beside :host: {}", declaration.trim());
        }
    }
    Ok(())
}

#[test]
fn custom_properties_exist_and_are_documented() -> Result<()> {
    let plain = properties("plain")?;
    for theme in THEMES {
        let own = properties(theme)?;
        let sheet = sheet(theme)?;
        for used in sheet.split("var(--verbatim-").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            let within = ["em", "step", "tone"].contains(&name.as_str());
            ensure!(within || own.contains_key(&name), "{theme} uses --verbatim-{name}, which nobody sets");
        }
    }
    for page in ["embed/README.md", "embed/index.html"] {
        let text = read(page)?;
        for name in plain.keys() {
            ensure!(text.contains(&format!("--verbatim-{name}")), "{page} says nothing of --verbatim-{name}");
        }
    }
    Ok(())
}

fn read(path: &str) -> Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).with_context(|| path.to_owned())
}

/// A theme's sheet without its comments.
fn sheet(theme: &str) -> Result<String> {
    let path = match theme {
        "plain" => "style/verbatim.css".to_owned(),
        _ => format!("style/themes/{theme}.css"),
    };
    let text = read(&path)?;
    Ok(text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect())
}

/// The properties of the first sheet, and over them those of the theme's.
fn properties(theme: &str) -> Result<Properties> {
    let mut all = Properties::new();
    for theme in ["plain", theme] {
        let sheet = sheet(theme)?;
        let host =
            sheet.split_once(":host {").and_then(|(_, rest)| rest.split_once('}')).context("no :host")?.0;
        for declaration in host.split(';') {
            if let Some((name, value)) = declaration.split_once(':')
                && let Some(name) = name.trim().strip_prefix("--verbatim-")
            {
                all.insert(name.to_owned(), value.trim().to_owned());
            }
        }
    }
    Ok(all)
}

/// The colour that a property comes to, in the light scheme (0) or the dark (1).
fn colour(properties: &Properties, name: &str, scheme: usize) -> Result<[u8; 3]> {
    let value = properties.get(name).with_context(|| format!("no --verbatim-{name}"))?;
    if let Some(other) = value.strip_prefix("var(--verbatim-") {
        return colour(properties, other.trim_end_matches(')'), scheme);
    }
    let both = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let hex = both.and_then(|both| both.split(", ").nth(scheme)).and_then(|one| one.strip_prefix('#'));
    let hex = hex.with_context(|| format!("--verbatim-{name} is no pair of colours: {value}"))?;
    let digits = match hex.len() {
        3 => hex.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => hex.to_owned(),
        _ => bail!("--verbatim-{name} is not opaque: {value}"),
    };
    let number = u32::from_str_radix(&digits, 16)?;
    Ok([(number >> 16) as u8, (number >> 8) as u8, number as u8])
}

/// The contrast ratio of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>: 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>: 0 to 1.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|channel| match f64::from(channel) / 255.0 {
        low if low <= 0.04045 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
