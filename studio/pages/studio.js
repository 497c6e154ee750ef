// Starts the studio: what it does is in the wasm, whose exports are those of studio/src/main.rs.

/** The edition of the script and the wasm, which `cargo xtask dist` fills in. */
const EDITION = "@studio@".replace(/^@.*/, "");
const address = (path) => new URL(path, import.meta.url).href;
const place = document.querySelector("#studio");
try {
  const made = await import(address(`verbatim-studio.js${EDITION}`));
  await made.default({ module_or_path: fetch(address(`verbatim-studio_bg.wasm${EDITION}`)) });
  made.show(place, address("questions/articles/storvann.txt"));
} catch (error) {
  place.firstElementChild.textContent = `The studio could not be loaded. ${error}`;
}
