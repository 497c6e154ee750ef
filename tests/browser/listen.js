// Runs before anything else in every page: collects what the widget tells its host,
// and what goes wrong.
window.told = [];
window.faults = [];
for (const name of ['quiz-ready', 'quiz-answer', 'quiz-complete', 'quiz-error']) {
  addEventListener(name, event => window.told.push({ name, detail: event.detail }));
}
addEventListener('error', event => {
  // What is asked for early and is not there is told by whatever needs it.
  if (event.target?.rel === 'preload') { return; }
  window.faults.push(String(event.message ?? event.target?.outerHTML));
}, true);
addEventListener('unhandledrejection', event => window.faults.push(String(event.reason)));
{
  const error = console.error;
  console.error = (...all) => { window.faults.push(all.join(' ')); error(...all); };
}
