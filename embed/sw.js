// The service worker of the hosted page: keeps a release of the site, whole or not at all, and
// the stories that were played. What a page says of it is left to `offline.js`.
//
// `cargo xtask dist` writes a line before this one: `self.RELEASE = { name, edition, files,
// stories }`, the files with the digests of what they hold. Without that line, as `cargo xtask
// serve` serves it, the worker keeps nothing, removes what an earlier one kept and then itself, so
// that whoever develops sees what was built last, from the second load on at the latest.

const { RELEASE } = self;
const BASE = self.registration.scope;
/** Other sites of this origin have caches too, and their names begin with other paths. */
const OWN = `verbatim ${new URL(BASE).pathname} `;
const CACHE = OWN + RELEASE?.name;
/** Stories are no part of a release: they change, and come from elsewhere too. */
const STORIES = `${OWN}stories`;
/** How long a story that is kept waits for its server, in milliseconds. */
const LIMIT = 1000;
/** How long a server may take to send a story that is kept, in milliseconds. */
const PATIENCE = 60_000;
/** How many stories are kept besides those of the site. */
const MOST = 100;

const inside = (path) => new URL(path, BASE).href;
/** Where a file is in the cache: with its digest, so that the next release finds what it shares. */
const key = (path) => inside(`${path}?${RELEASE.files[path]}`);

/** A file of the release as the server has it, but nothing else under its name. */
async function download(path, cache) {
  const integrity = RELEASE.files[path];
  // As the element asks for it, so that what is here already is not transferred again.
  const response = await fetch(inside(path + RELEASE.edition), { integrity, cache, priority: "low" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  if (!response.redirected) return response;
  // A browser takes no redirected answer for a page.
  return new Response(await response.blob(), { headers: response.headers });
}

/** The same from wherever it can be had: an earlier release, the browser's own cache, the server. */
async function obtain(path) {
  const kept = await caches.match(key(path));
  return kept ?? download(path, "default").catch(() => download(path, "reload"));
}

async function install() {
  // WebKit loses what an attempt that failed has left behind.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const keep = async (path) => cache.put(key(path), await obtain(path));
  const stories = RELEASE.stories.map(async (path) => {
    const had = await keptStory(inside(path));
    await keepStory(inside(path), "no-cache").catch((error) => had ?? Promise.reject(error));
  });
  await Promise.all([...Object.keys(RELEASE.files).map(keep), ...stories]);
  const missing = Object.keys(RELEASE.files).length - (await cache.keys()).length;
  if (missing) throw new Error(`${missing} files were not kept`);
}

async function removeCaches(stays) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN) && !stays.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

const isListed = (address) => RELEASE.stories.some((path) => inside(path) === address.split(/[?#]/)[0]);

async function keptStory(address) {
  const stories = await caches.open(STORIES);
  const same = await stories.match(address);
  return same ?? (isListed(address) ? stories.match(address, { ignoreSearch: true }) : undefined);
}

/** Keeps a story, once it is all there, and gives it back. */
async function keepStory(address, cache) {
  const response = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw Object.assign(new Error(`${response.status} for ${address}`), { response });
  // What a network's gate shows to whoever has not signed in is no story.
  await response.clone().json();
  const stories = await caches.open(STORIES);
  await stories.put(address, response.clone());
  const others = (await stories.keys()).filter(({ url }) => !isListed(url));
  await Promise.all(others.slice(0, -MOST).map((old) => stories.delete(old)));
  return response;
}

/** A story as its server has it now; where that is not soon to be had, as it is kept. */
async function story(event) {
  const { request } = event;
  const { url } = request;
  const kept = await keptStory(url);
  if (!kept) return fetch(request);
  const fresh = keepStory(url, "no-cache").catch(async ({ response }) => {
    if (isListed(url) || ![404, 410].includes(response?.status)) return kept;
    // Taken back by whoever published it.
    await (await caches.open(STORIES)).delete(url);
    return response;
  });
  // It goes on when the reader has long begun, for the next visit.
  event.waitUntil(fresh);
  return Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, LIMIT, kept))]);
}

/** The file of the release that an address means, if any. */
function fileAt({ url, mode }) {
  const { href, search } = new URL(url);
  if (!href.startsWith(BASE)) return;
  // Another edition's page gets its own files, or none.
  if (/^\?[0-9a-f]{8}$/.test(search) && search !== RELEASE.edition) return;
  const path = href.slice(BASE.length).split(/[?#]/)[0];
  const file = mode === "navigate" && /(^|\/)$/.test(path) ? `${path}index.html` : path;
  return file in RELEASE.files ? file : undefined;
}

async function file(path, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key(path));
  if (kept) return kept;
  try {
    // A browser may have lost it. A server that has another release by now gives none of this one.
    const found = await download(path, "no-cache");
    await cache.put(key(path), found.clone());
    return found;
  } catch {
    return fetch(request);
  }
}

function answer(event) {
  const { request } = event;
  if (request.method !== "GET") return;
  const path = fileAt(request);
  if (path) return event.respondWith(file(path, request));
  // A story may be anywhere; all that tells it from the rest is that a script asks for it.
  if (request.mode === "navigate" || request.destination !== "" || !/^https?:/.test(request.url)) return;
  event.respondWith(story(event));
}

/** What a page asks for by a message; each is answered on the port that came with it. */
const ASKED = {
  /** Which of these stories are kept? */
  kept: ({ addresses }) => Promise.all(addresses.map(async (address) => Boolean(await keptStory(address)))),
  /** A story was played: is it kept from now on? */
  async keep({ address }) {
    // As it was played, if the browser still has it.
    if (!(await keptStory(address))) await keepStory(address, "force-cache");
    return true;
  },
  /** May this release be taken up? How many other pages still stand on the one before. */
  async "take-up"(_, asking) {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const others = pages.filter(({ id, url }) => id !== asking.id && url.startsWith(BASE)).length;
    if (!others) await self.skipWaiting();
    return others;
  },
};

addEventListener("message", (event) => {
  const reply = (value) => event.ports[0]?.postMessage(value);
  const { ask } = event.data ?? {};
  const asked = (RELEASE || ask === "take-up") && ASKED[ask];
  if (asked) event.waitUntil(asked(event.data, event.source).then(reply, () => reply(null)));
  else reply(null);
});
if (RELEASE) {
  addEventListener("install", (event) => {
    // Where there is no room or no server now, what came so far shall not lie in the way of others.
    const clear = async (error) => (await caches.delete(CACHE), Promise.reject(error));
    event.waitUntil(install().catch(clear));
  });
  addEventListener("activate", (event) => {
    event.waitUntil(removeCaches([CACHE, STORIES]).then(() => self.clients.claim()));
  });
  addEventListener("fetch", answer);
} else {
  // At once: an earlier worker that goes on while its pages are open finds nothing, and asks the server.
  addEventListener("install", (event) => event.waitUntil(removeCaches([])));
  addEventListener("activate", (event) => {
    event.waitUntil(removeCaches([]).then(() => self.registration.unregister()));
  });
}
