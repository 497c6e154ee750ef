// Runs in every page before anything of its own, as the body of a function of
// `selector`, which finds the first thing that can be answered or pressed.
if (window !== window.top || window.bench) return;
const bench = (window.bench = {});

// An element of the page, or of the widget in its shadow root.
bench.find = (selector) =>
  document.querySelector(selector) ?? document.querySelector("#verbatim")?.shadowRoot?.querySelector(selector) ?? null;

// When what a frame shows has been put out: the first task after it.
const afterFrame = (then) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => then(performance.now());
  channel.port2.postMessage(null);
};

// Looks once a frame until something holds; tells when it looked, and when that frame was painted.
// `frames` are the times that the frames before it were due.
bench.watch = (holds) =>
  new Promise((done) => {
    const frames = [];
    const look = (frame) => {
      const looked = performance.now();
      if (holds()) afterFrame((painted) => done({ frames, looked, painted }));
      else {
        frames.push(frame);
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });

bench.laidOut = (selector) => {
  const element = bench.find(selector);
  return element && element.getBoundingClientRect().width > 1 && element.checkVisibility();
};

bench.shown = bench.watch(() => bench.laidOut(selector)).then(({ painted }) => Object.assign(bench, { painted }));

// When it is in the document, which is before any frame shows it.
const all = { childList: true, subtree: true };
const observer = new MutationObserver(() => {
  if (!bench.find(selector)) return;
  bench.built ??= performance.now();
  observer.disconnect();
});
observer.observe(document, all);
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, options);
  observer.observe(root, all);
  return root;
};

// The wasm's memory, and how large it is before the program runs.
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await original.apply(WebAssembly, given);
    const memory = (made.instance ?? made).exports?.memory;
    if (memory) Object.assign(bench, { memory, memoryBefore: memory.buffer.byteLength, started: performance.now() });
    return made;
  };
}

// Waits for the next input, and for the frame that shows what comes of it. `last` is when the last
// frame before the input was due. What holds must not make the page lay itself out: that would
// count as script.
bench.arm = (holds) => {
  bench.input = null;
  addEventListener("pointerup", (event) => (bench.input = event.timeStamp), { capture: true, once: true });
  bench.answered = bench.watch(() => bench.input !== null && holds()).then(({ frames, looked, painted }) => {
    const { input } = bench;
    return { input, last: frames.findLast((frame) => frame <= input) ?? input, looked, painted };
  });
};
