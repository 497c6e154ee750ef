// In an iframe: tells the page around it, once that has said that it listens, how high the
// quiz is and what happens in it. `frame.js` is the other side.

const quiz = document.querySelector("verbatim-quiz");
let host;
let told;
/** What happened before the page around it listened. */
let early = [];

const post = (message) => host && parent.postMessage(message, host);

function measure() {
  // The quiz's own height, and never the frame's: the one must not grow with the other.
  const height = Math.ceil(quiz.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  post({ verbatim: "height", height });
}

addEventListener("message", ({ source, origin, data }) => {
  if (parent === window || source !== parent || data?.verbatim !== "hello") return;
  // A page without an origin can't be told from another, so it is told nothing.
  if (origin === "null" || (host && origin !== host)) return;
  host = origin;
  document.documentElement.className = "sized";
  told = undefined;
  early.forEach(post);
  early = [];
  measure();
});
new ResizeObserver(measure).observe(quiz);
for (const name of ["quiz-ready", "quiz-answer", "quiz-complete", "quiz-error"]) {
  quiz.addEventListener(name, ({ detail }) => {
    const message = { verbatim: name, detail };
    if (host) post(message);
    else early.push(message);
    // Out of sight a frame is not drawn, and the observer waits; it shall not jump once it is seen.
    measure();
  });
}
