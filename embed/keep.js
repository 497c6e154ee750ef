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

let title;
/** Has the next story that is opened begin with a review of what is due of it, called so. */
export const review = (name) => (title = name);

/** So long an answer waits for its place on the disk, in milliseconds; then the reader goes on. */
const PATIENCE = 3000;

/**
 * Lays out a story that is played, by its file and address: what of the file is to be played,
 * what is saved of it, and what saves. `save` settles with an empty text once all is kept, or
 * with a code that says why it will be gone with the page.
 */
export const desk = async (file, address) => {
  const kept = await opened();
  const desk = await kept.desk(file, address, title);
  title = undefined;
  const late = () => new Promise((settle) => setTimeout(settle, PATIENCE, "failed"));
  return { bytes: desk.file(), saved: desk.saved(), save: (told) => Promise.race([desk.save(told), late()]) };
};
