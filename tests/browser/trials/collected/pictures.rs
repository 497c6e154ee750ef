//! Codes that are seen: before the camera, by the page's decoder and by the browser's, and in
//! pictures that are dropped.

use anyhow::{Result, ensure};
use qrcodegen::{QrCode, QrCodeEcc};
use serde_json::{Value, json};

use super::{codes, opened, says};
use crate::audit;
use crate::lab::Lab;
use crate::page::Page;

/// A camera that sees a code, and one that nobody may have.
pub async fn camera(lab: &Lab, page: &Page) -> Result<()> {
    let code = codes(lab, 3)?.remove(2);
    opened(page).await?;
    film(page, &code).await?;
    says(page, ".how-many", "1 pupil").await?;
    let body = "clearInterval(window.drawing);
        document.querySelector('button.camera').click();
        return true";
    page.script::<bool>(body, Value::Null).await?;
    page.until::<bool>("no picture", "return !document.querySelector('video')", Value::Null).await?;
    let body =
        "const devices = { getUserMedia: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
        Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
        document.querySelector('button.camera').click();
        return true";
    page.script::<bool>(body, Value::Null).await?;
    says(page, ".told", "The camera is not to be had.").await
}

/// No browser on Linux has a detector that detects anything, so one of another make stands in its
/// place, which reads what the camera sees; then one that fails.
pub async fn detector(lab: &Lab, page: &Page) -> Result<()> {
    let mut codes = codes(lab, 3)?;
    opened(page).await?;
    let own: Value = page
        .client
        .execute_async(
            "const done = arguments[arguments.length - 1];
        globalThis.BarcodeDetector ? BarcodeDetector.getSupportedFormats().then(done) : done([])",
            Vec::new(),
        )
        .await?;
    ensure!(own == json!([]), "the browser detects {own}: its own detector can be tried");
    audit::load(page, "jsQR", "jsqr/dist/jsQR.js").await?;
    let body = "window.asked = 0;
        window.fails = false;
        window.BarcodeDetector = class {
            static getSupportedFormats = async () => ['aztec', 'qr_code'];
            constructor({ formats }) {
                if (formats.join() !== 'qr_code') throw new TypeError('formats');
            }
            async detect(video) {
                window.asked++;
                if (window.fails) throw new DOMException('', 'InvalidStateError');
                const { videoWidth: width, videoHeight: height } = video;
                const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
                context.drawImage(video, 0, 0);
                const found = jsQR(context.getImageData(0, 0, width, height).data, width, height);
                return found ? [{ rawValue: found.data, format: 'qr_code' }] : [];
            }
        };
        return true";
    page.script::<bool>(body, Value::Null).await?;
    film(page, &codes.remove(2)).await?;
    says(page, ".how-many", "1 pupil").await?;
    ensure!(page.script::<bool>("return window.asked > 0", Value::Null).await?, "it was not asked");
    let body = "document.querySelector('button.camera').click();
        clearInterval(window.drawing);
        window.asked = 0;
        return window.fails = true";
    page.script::<bool>(body, Value::Null).await?;
    page.until::<bool>("no picture", "return !document.querySelector('video')", Value::Null).await?;
    film(page, &codes.remove(1)).await?;
    says(page, ".how-many", "2 pupils").await?;
    ensure!(page.script::<bool>("return window.asked > 0", Value::Null).await?, "it was not asked again");
    page.script::<bool>("clearInterval(window.drawing); return true", Value::Null).await.map(drop)
}

/// Pictures as phones make them, one turned, one with two codes; and one without any.
pub async fn dropped(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 6)?;
    opened(page).await?;
    for (at, (pictured, pupils)) in [(&codes[2..3], "1 pupil"), (&codes[3..5], "3 pupils")].iter().enumerate()
    {
        drop_picture(page, pictured, at as f64 * 0.12).await?;
        says(page, ".told", "new code").await?;
        says(page, ".how-many", pupils).await?;
    }
    drop_picture(page, &[], 0.0).await?;
    says(page, ".told", "No code can be read from the picture photo.png.").await?;
    says(page, ".how-many", "3 pupils").await
}

/// The modules of a code as a QR code, a row after another, and how many are in a row.
fn modules(code: &str) -> Result<Value> {
    let symbol = QrCode::encode_text(code, QrCodeEcc::Medium)?;
    let side = symbol.size();
    let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let modules: Vec<bool> = places.map(|(x, y)| symbol.get_module(x, y)).collect();
    Ok(json!([side, modules]))
}

/// Holds a code before the camera, and begins to look.
async fn film(page: &Page, code: &str) -> Result<()> {
    let body = "const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 });
        const [side, modules] = args, dot = Math.floor(640 / (side + 8)), context = canvas.getContext('2d');
        const draw = () => {
            context.fillStyle = '#fff';
            context.fillRect(0, 0, 640, 640);
            context.fillStyle = '#000';
            modules.forEach((dark, at) => dark && context.fillRect((at % side + 4) * dot, (Math.floor(at / side) + 4) * dot, dot, dot));
        };
        draw();
        // A stream has a picture only when something is drawn.
        window.drawing = setInterval(draw, 50);
        const devices = { getUserMedia: async () => canvas.captureStream(20) };
        Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
        document.querySelector('button.camera').click();
        return true";
    page.script::<bool>(body, modules(code)?).await.map(drop)
}

/// Drops a photograph of codes side by side, turned by an angle in radians.
async fn drop_picture(page: &Page, codes: &[String], angle: f64) -> Result<()> {
    let symbols = codes.iter().map(|code| modules(code)).collect::<Result<Vec<_>>>()?;
    let body = "const [symbols, angle, done] = arguments;
        const canvas = Object.assign(document.createElement('canvas'), { width: 1800, height: 1200 });
        const context = canvas.getContext('2d');
        context.fillStyle = '#bbb';
        context.fillRect(0, 0, 1800, 1200);
        context.rotate(angle);
        symbols.forEach(([side, modules], nth) => {
            const dot = 9, left = 150 + nth * 760, top = 150;
            context.fillStyle = '#fff';
            context.fillRect(left, top, dot * (side + 8), dot * (side + 8));
            context.fillStyle = '#111';
            modules.forEach((dark, at) => dark && context.fillRect(left + (at % side + 4) * dot, top + (Math.floor(at / side) + 4) * dot, dot, dot));
        });
        canvas.toBlob((blob) => {
            const data = new DataTransfer();
            data.items.add(new File([blob], 'photo.png', { type: 'image/png' }));
            const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
            if (!event.dataTransfer) Object.defineProperty(event, 'dataTransfer', { value: data });
            document.querySelector('h1').dispatchEvent(event);
            done(true);
        })";
    page.client.execute_async(body, vec![json!(symbols), json!(angle)]).await?;
    Ok(())
}
