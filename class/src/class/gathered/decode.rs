//! The QR codes in a picture, read by the crate `rqrr`: of a file, and of a camera where the browser
//! has no detector of its own.

use verbatim_classroom::browser::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlVideoElement, ImageBitmap};

/// The most pixels on a side of a camera's picture that are looked at: a code fills a good part.
const CAMERA: u32 = 640;
/// Those of a photograph: a code may be a small part of it, or be too sharp to be read at first.
const PHOTOGRAPH: [u32; 3] = [1280, 640, 2560];

/// The texts of the codes before the camera.
pub fn of_video(video: &HtmlVideoElement) -> Vec<String> {
    let draw = |context: &CanvasRenderingContext2d, width, height| {
        context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height).ok()
    };
    texts([video.video_width(), video.video_height()], CAMERA, draw).unwrap_or_default()
}

/// The texts of the codes in a file; `None` where it is no picture that the browser can show.
pub async fn of_file(file: &File) -> Option<Vec<String>> {
    let picture = JsFuture::from(window()?.create_image_bitmap_with_blob(file).ok()?).await.ok()?;
    let picture: ImageBitmap = picture.dyn_into().ok()?;
    let draw = |context: &CanvasRenderingContext2d, width, height| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, width, height).ok()
    };
    let size = [picture.width(), picture.height()];
    let tries = PHOTOGRAPH.into_iter().map(|side| texts(size, side, draw).unwrap_or_default());
    Some(tries.into_iter().find(|texts| !texts.is_empty()).unwrap_or_default())
}

fn texts(
    [width, height]: [u32; 2],
    side: u32,
    draw: impl FnOnce(&CanvasRenderingContext2d, f64, f64) -> Option<()>,
) -> Option<Vec<String>> {
    let scale = (f64::from(side) / f64::from(width.max(height))).min(1.0);
    let [width, height] = [width, height].map(|side| (f64::from(side) * scale) as u32);
    let canvas: HtmlCanvasElement = window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    draw(&context, width.into(), height.into())?;
    let picture = context.get_image_data(0.0, 0.0, width.into(), height.into()).ok()?.data();
    let grey = |x: usize, y: usize| {
        // Green alone is near enough to how bright a dot is.
        picture.get((y * width as usize + x) * 4 + 1).copied().unwrap_or(u8::MAX)
    };
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, grey);
    Some(prepared.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect())
}
