//! A text as a QR code (ISO/IEC 18004), drawn so that a camera reads it in any colour scheme.

use qrcodegen::{QrCode, QrCodeEcc};
use yew::{Html, html};

/// The light margin on each side, in modules (ISO/IEC 18004, section 6.3.8).
const QUIET: i32 = 4;

/// The picture of a text, with a name for those who don't see it; none where the text is longer
/// than a symbol can hold.
pub fn view(text: &str, name: &str) -> Option<Html> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let (size, mut path) = (code.size(), String::new());
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let side = (size + 2 * QUIET).to_string();
    Some(html! {
        <svg class="symbol" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={name.to_owned()}
            shape-rendering="crispEdges">
            <rect width={side.clone()} height={side} fill="#fff" />
            <path d={path} fill="#000" />
        </svg>
    })
}
