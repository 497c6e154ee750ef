// What a script tells the keeper, and what it looks up in the browser's own store.
// One for all scripts: Firefox would load another for each.
const module = await (window.keepModule ??= (async () => {
  await import('/verbatim.js');
  const keep = await customElements.get('verbatim-quiz').own.part('keep.js');
  const { opened, exists } = keep;
  return {
    ...keep,
    sittings: async (story) => ((await exists()) ? (await opened()).sittings(story) : []),
    save: async (detail) => (await opened()).save(detail),
  };
})());

const detail = (sitting, at, more = {}) =>
  ({ sitting, story: 'afo', at, turn: '', place: 'a0', state: 'open', ...more });

const begin = (sitting, mode = 'practice') => detail(sitting, -1, {
  begin: {
    hash: 'abc', quiz: 'who-said-what', seed: 7, mode,
    address: 'https://example.org/afo.json', title: 'Air Force One', questions: 'who-said:a 1\nwho-said:b 2',
  },
});

const answer = (sitting, at, fact, right, more = {}) => detail(sitting, at, {
  turn: right ? 'a- right' : 'a- wrong',
  place: `r${at}`,
  answer: {
    question: `who-said:${fact}`, kind: 'who-said', response: ['b'], points: { earned: Number(right), possible: 1 },
    milliseconds: 20000, hinted: false, retry: false, confidence: 0,
    facts: [{ fact, label: `“The words of ${fact}”`, right }], ...more,
  },
});

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// Everything that a table has, and something done to a table.
const table = async (name) => {
  const database = await settled(indexedDB.open('verbatim'));
  const store = database.transaction(name).objectStore(name);
  const [keys, texts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  database.close();
  return keys.map((key, at) => [key, texts[at]]);
};
const put = async (name, key, text) => {
  const database = await settled(indexedDB.open('verbatim'));
  await settled(database.transaction(name, 'readwrite').objectStore(name).put(text, key));
  database.close();
};

const loaded = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('verbatim-keep'));
const expect = (found, wanted, what) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
};
