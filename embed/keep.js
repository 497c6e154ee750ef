// Keeps what a reader does: loads what does it once there is something to keep, or to give back.

const filled = (text) => (text[0] === "@" ? "" : text);
const INTEGRITY = filled("@keep@");
/** What lies beside this script, of the same edition. */
const address = (path) => new URL(path + new URL(import.meta.url).search, import.meta.url).href;

let keep;
const load = async () => {
  const made = await import(address("verbatim-keep.js"));
  await made.default({ module_or_path: fetch(address("verbatim-keep_bg.wasm"), { integrity: INTEGRITY }) });
  return made.open();
};

/** What keeps: its methods are those of `Keep` in keep/src/main.rs. One that did not load is tried again. */
export const opened = () => (keep ??= load().catch((error) => ((keep = undefined), Promise.reject(error))));

/** Whether anything was kept here before; loads nothing. */
export const exists = async () => {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === "verbatim");
  } catch {
    return false;
  }
};

/** The sittings of a story that may be taken up again, as texts, the latest first. */
export const sittings = async (story) => {
  try {
    return keep || (await exists()) ? await (await opened()).sittings(story) : [];
  } catch {
    return [];
  }
};

const waiting = [];
let last = Promise.resolve();
const flush = async () => {
  const kept = await opened();
  let code = "";
  while (waiting.length) {
    code = await kept.save(waiting[0]);
    waiting.shift();
  }
  return code || kept.state();
};

/**
 * Saves a detail, after those before it: an empty text once it is kept, or a code that says why
 * it is not. What nothing was there to take is told again with the next.
 */
export const save = (detail) => {
  waiting.push(structuredClone(detail));
  return (last = last.then(flush).catch(() => "failed"));
};
