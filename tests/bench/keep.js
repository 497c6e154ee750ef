// Fills the keeper's store as years of learning would, and times what it does.
(async (reviews, cards) => {
  await import(new URL('verbatim.js', document.baseURI));
  const kept = await (await customElements.get('verbatim-quiz').own.part('keep.js')).opened();
  const DAY = 86_400_000;
  const now = Date.now();
  const key = (...parts) => parts.join('\u001f');
  const time = (at) => String(Math.round(at)).padStart(16, '0');
  const database = await new Promise((resolve) => {
    indexedDB.open('verbatim').onsuccess = ({ target }) => resolve(target.result);
  });
  const fill = (tables, put) => new Promise((resolve, reject) => {
    const transaction = database.transaction(tables, 'readwrite');
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    put(...tables.map((table) => transaction.objectStore(table)));
  });
  const answer = (at, fact) => ({
    question: `who-said:${fact}`, kind: 'who-said', response: ['somebody'], points: { earned: 1, possible: 1 },
    milliseconds: 9000, hinted: false, retry: false, confidence: at % 4,
    facts: [{ fact: `statement:${fact}`, label: `“The words of statement ${fact}, as long as words are.”`, right: true }],
  });
  await fill(['answers'], (answers) => {
    for (let at = 0; at < reviews; at++) {
      const given = now - (reviews - at) * 60_000;
      const logged = { v: 1, given, story: 'filled', sitting: 'before', at, counts: true, answer: answer(at, at) };
      answers.put(JSON.stringify(logged), key(time(given), 'before', at, at.toString(16)));
    }
  });
  // A tenth of them is due, in fifty stories.
  await fill(['cards', 'due', 'stories'], (store, due, stories) => {
    for (let at = 0; at < cards; at++) {
      const [story, fact] = [`story-${at % 50}`, `statement:${at}`];
      const when = Math.round(now + (at % 100 - 10) * DAY + at);
      const memory = { stability: 20.5, difficulty: 5.5, phase: 'review', step: 0, reviews: 6, lapses: 1, last: now - 20 * DAY, interval: 20, due: when };
      const card = { v: 1, label: `“The words of ${fact}, as long as words are.”`, kind: 'cloze', memory, by: key('before', '000001'), before: memory };
      store.put(JSON.stringify(card), key(story, fact));
      due.put('', key(time(when), story, fact));
      stories.put(JSON.stringify({ v: 1, title: `Story ${story}`, address: '' }), story);
    }
  });

  const detail = (at, more) => ({ sitting: 'timed', story: 'story-1', at, turn: 'a- somebody', place: `r${at}`, state: 'open', ...more });
  const timed = async (what) => {
    const start = performance.now();
    const outcome = await what();
    return [performance.now() - start, outcome];
  };
  let at = 0;
  globalThis.keepBench = {
    begin: () => kept.save(detail(-1, {
      turn: '',
      begin: { hash: 'a', quiz: 'q', seed: 1, mode: 'practice', address: '', title: 'Story', questions: 'who-said:1 ab\n'.repeat(400) },
    })),
    /** Saves in turn, each of an answer to a fact that has a card. */
    saves: async (count) => {
      const times = [];
      for (let more = 0; more < count; more++) {
        const [took, code] = await timed(() => kept.save(detail(at, { answer: answer(at, 1 + at * 50) })));
        if (code) throw new Error(code);
        times.push(took);
        at += 1;
      }
      return times;
    },
    /** Transactions of the browser's alone, each of one record as long as an answer's. */
    bare: async (count) => {
      const times = [];
      for (let more = 0; more < count; more++) {
        const [took] = await timed(() => new Promise((resolve) => {
          const transaction = database.transaction('turns', 'readwrite', { durability: 'relaxed' });
          transaction.oncomplete = resolve;
          transaction.objectStore('turns').put('x'.repeat(400), key('bare', String(more)));
        }));
        times.push(took);
      }
      return times;
    },
    /** How much is due, and a review of a story's. */
    queue: async () => {
      const [took, [due, review]] = await timed(() => Promise.all([kept.due(), kept.review('story-1')]));
      if (due < 100 || review.split('\n').length !== 20) throw new Error(`${due} due: ${review}`);
      return took;
    },
  };
  return null;
})
