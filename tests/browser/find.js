// Finds the widget's parts, wherever it stands: in the shadow root of its element,
// or among the page's own elements. Every script of the tests begins with this.
const host = document.querySelector('#verbatim');
const widget = host?.shadowRoot ?? host ?? document;
const find = selector => widget.querySelector(selector);
const findAll = selector => [...widget.querySelectorAll(selector)];

// What has the focus: the host where that is something else of the page.
const focused = () => host?.shadowRoot?.activeElement ?? document.activeElement;

// What is in front at a point of the window.
const frontmost = (x, y) => {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) { break; }
    element = inner;
  }
  return element;
};

// What moves now and will stand still again.
const animations = () => [...new Set([...document.getAnimations(), ...(host?.shadowRoot?.getAnimations() ?? [])])];
const isStill = () => animations().every(animation => animation.playState !== 'running'
  || animation.effect?.getComputedTiming().endTime === Infinity);
