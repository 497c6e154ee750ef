// Fills the keeper's store as years of learning would, and times what it does.
(async (reviews, cards) => {
  await import(new URL('verbatim.js', document.baseURI));
  const part = await customElements.get('verbatim-quiz').own.part('keep.js');
  const kept = await part.opened();
  const src = 'bench/now/30.json';
  const file = new Uint8Array(await (await fetch(src)).arrayBuffer());
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

  const timed = async (what) => {
    const start = performance.now();
    const outcome = await what();
    return [performance.now() - start, outcome];
  };
  // As long as a reader reads, though not so long.
  const read = () => new Promise((settle) => setTimeout(settle, 30));
  const frame = document.querySelector('verbatim-quiz').shadowRoot.querySelector('.frame');
  const desk = await part.desk(file, src);
  const count = 30;
  let saved = 0;
  globalThis.keepBench = {
    /** Saves in turn, each of an answer as the widget tells it; with every thirtieth a quiz begins. */
    saves: async (wanted) => {
      const times = [];
      for (let more = 0; more < wanted; more++) {
        await read();
        const [at, sitting] = [saved % count, `timed-${Math.floor(saved / count)}`];
        const told = [sitting, 'open', `r${at}`, at, 'a- 0', 9000];
        if (!at) told.push('all', 1, count, 'practice', '');
        const [took, code] = await timed(() => desk.save(told.join('\u001f'), frame));
        if (code) throw new Error(code);
        times.push(took);
        saved += 1;
      }
      return times;
    },
    answers: () => new Promise((resolve) => {
      database.transaction('answers').objectStore('answers').count().onsuccess = ({ target }) => resolve(target.result);
    }),
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
