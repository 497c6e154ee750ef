//! Phones before the camera: the picture, and the codes in it. The browser's own detector reads
//! them where it has one, the crate `rqrr` where not.

use std::cell::OnceCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};
use yew::html::Scope;
use yew::{Html, NodeRef, html};

use super::{Gathered, Msg, decode};
use verbatim_classroom::browser::window;

/// How often a picture is looked at, in milliseconds.
const EVERY: i32 = 250;
/// What the browser calls QR codes (W3C, Accelerated Shape Detection in Images).
const FORMAT: &str = "qr_code";

/// What is told of the camera.
pub enum Told {
    /// It is wanted.
    Wanted,
    /// It runs.
    There(Camera),
    /// It is to stop.
    Off,
    /// There is none, or it is not to be had.
    Denied,
    /// A code was read.
    Read(String),
}

/// A camera that runs as long as this lives.
pub struct Camera {
    stream: MediaStream,
    video: NodeRef,
    timer: i32,
    _look: Closure<dyn Fn()>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.timer);
        }
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

impl Camera {
    /// The picture, with a name for those who don't see it.
    pub fn view(&self, name: &str) -> Html {
        html! { <video class="camera-picture" ref={&self.video} aria-label={name.to_owned()} autoplay=true muted=true playsinline=true /> }
    }

    /// Lets the picture be seen, once its element is there.
    pub fn show(&self) {
        if let Some(video) = self.video.cast::<HtmlVideoElement>()
            && video.src_object().is_none()
        {
            video.set_src_object(Some(&self.stream));
            // As an attribute it comes too late for a browser that lets nothing loud begin.
            video.set_muted(true);
            if let Ok(playing) = video.play() {
                // Where it is refused the reader's next click on the page begins it.
                spawn_local(async move { _ = JsFuture::from(playing).await });
            }
        }
    }
}

/// Asks for the camera.
pub fn begin(link: &Scope<Gathered>) {
    let link = link.clone();
    spawn_local(async move {
        let told = match open().await {
            Ok(stream) => run(stream, &link).map_or(Told::Denied, Told::There),
            Err(_) => Told::Denied,
        };
        link.send_message(Msg::Camera(told));
    });
}

async fn open() -> Result<MediaStream, JsValue> {
    let navigator = window().ok_or(JsValue::UNDEFINED)?.navigator();
    // Where the page is not served securely there is none, whatever the types say.
    if !Reflect::get(&navigator, &"mediaDevices".into())?.is_object() {
        return Err(JsValue::UNDEFINED);
    }
    let wanted = MediaStreamConstraints::new();
    let facing = Object::new();
    Reflect::set(&facing, &"facingMode".into(), &"environment".into())?;
    wanted.set_video(&facing);
    let stream = navigator.media_devices()?.get_user_media_with_constraints(&wanted)?;
    JsFuture::from(stream).await?.dyn_into()
}

fn run(stream: MediaStream, link: &Scope<Gathered>) -> Option<Camera> {
    let video = NodeRef::default();
    let detector: Rc<OnceCell<Option<JsValue>>> = Rc::default();
    let own = detector.clone();
    spawn_local(async move { _ = own.set(self::detector().await) });
    let (seen, link) = (video.clone(), link.clone());
    let look = Closure::<dyn Fn()>::new(move || {
        let Some(video) = seen.cast::<HtmlVideoElement>().filter(|video| video.video_width() > 0) else {
            return;
        };
        let (link, detector) = (link.clone(), detector.clone());
        spawn_local(async move {
            let detected = match detector.get() {
                Some(Some(detector)) => detect(detector, &video).await,
                _ => None,
            };
            // One that is there and does not work is no reason to read nothing.
            for text in detected.unwrap_or_else(|| decode::of_video(&video)) {
                link.send_message(Msg::Camera(Told::Read(text)));
            }
        });
    });
    let timer = window()?
        .set_interval_with_callback_and_timeout_and_arguments_0(look.as_ref().unchecked_ref(), EVERY)
        .ok()?;
    Some(Camera { stream, video, timer, _look: look })
}

/// The browser's own detector, where it has one that reads QR codes.
async fn detector() -> Option<JsValue> {
    let class: Function =
        Reflect::get(window()?.as_ref(), &"BarcodeDetector".into()).ok()?.dyn_into().ok()?;
    let formats: Function = Reflect::get(&class, &"getSupportedFormats".into()).ok()?.dyn_into().ok()?;
    let formats: Promise = formats.call0(&class).ok()?.dyn_into().ok()?;
    let formats: Array = JsFuture::from(formats).await.ok()?.dyn_into().ok()?;
    // Chromium has the class on systems that detect nothing.
    formats.includes(&FORMAT.into(), 0).then_some(())?;
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&FORMAT.into())).ok()?;
    Reflect::construct(&class, &Array::of1(&options)).ok()
}

async fn detect(detector: &JsValue, video: &HtmlVideoElement) -> Option<Vec<String>> {
    let detect: Function = Reflect::get(detector, &"detect".into()).ok()?.dyn_into().ok()?;
    let found: Promise = detect.call1(detector, video).ok()?.dyn_into().ok()?;
    let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    Some(found.iter().filter_map(|one| Reflect::get(&one, &"rawValue".into()).ok()?.as_string()).collect())
}
