// For a page with a quiz in an iframe: `<iframe data-verbatim src="…/embed.html?…">`. Gives each
// the height that its quiz needs, and passes on its events, as events of the iframe.

const FRAMES = "iframe[data-verbatim]";
const origin = (frame) => new URL(frame.src, document.baseURI).origin;

function hello(frame) {
  frame.contentWindow?.postMessage({ verbatim: "hello" }, origin(frame));
}

addEventListener("message", ({ source, origin: from, data }) => {
  for (const frame of document.querySelectorAll(FRAMES)) {
    if (source !== frame.contentWindow || from !== origin(frame)) continue;
    const { verbatim, height, detail } = data ?? {};
    if (verbatim === "height" && typeof height === "number" && height >= 0 && height < 1e5) {
      // A border that counts as part of the height would cut the quiz short.
      const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${height + border}px`;
    } else if (/^quiz-[a-z]+$/.test(verbatim)) {
      frame.dispatchEvent(new CustomEvent(verbatim, { detail, bubbles: true }));
    }
  }
});
// A frame that loads later says so here: `load` does not bubble, but is seen on its way down.
document.addEventListener("load", ({ target }) => target.matches?.(FRAMES) && hello(target), true);
document.querySelectorAll(FRAMES).forEach(hello);
