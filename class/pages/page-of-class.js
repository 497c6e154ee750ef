// What the teacher's page and the pupil's begin with: the module and its words, got at once, in
// the language of the address or of the page's reader, where the page speaks it, or English. And
// the worker, so that the next visit needs no network.

/** What `cargo xtask dist` fills in, so that a module is never called by another one's script. */
const EDITION = "@class@".replace(/^@.*/, "");

const beside = (path) => new URL(path, import.meta.url).href;
/** A language's file as a text; an empty one, for English, where there is none. */
const words = async (path) => {
  const response = await fetch(beside(path)).catch(() => undefined);
  return response?.ok ? response.text() : "";
};

/** Shows a page in the element of its name, with the words of some folders, in one of its languages. */
export const begin = async (name, languages, folders, show) => {
  const place = document.querySelector(`#${name}`);
  const asked = new URLSearchParams(location.search).get("lang") ?? new URLSearchParams(location.hash.slice(1)).get("l");
  const language = (asked ?? navigator.language).toLowerCase().split("-")[0];
  const spoken = folders.map((folder) => (languages.includes(language) ? words(`languages/${folder}${language}.json`) : ""));
  try {
    const made = await import(beside(`verbatim-${name}.js${EDITION}`));
    const module_or_path = fetch(beside(`verbatim-${name}_bg.wasm${EDITION}`));
    await made.default({ module_or_path });
    const said = await Promise.all(spoken);
    place.replaceChildren();
    show(made, said, place);
  } catch (error) {
    const told = document.createElement("p");
    told.className = "loading";
    told.role = "alert";
    told.textContent = `This page could not be loaded. Check the connection and reload it. (${error})`;
    place.replaceChildren(told);
    throw error;
  }
  // Once what the page needs is there.
  navigator.serviceWorker?.register(beside("sw.js")).catch(() => {});
};
