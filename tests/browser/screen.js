// What the page shows, as plain values; see screen.rs for what each is.
const root = find('[data-screen]');
const tidy = text => (text ?? '').replace(/\s+/g, ' ').trim();
const text = element => element ? tidy(element.textContent) : null;
const all = (selector, within = root) => [...within.querySelectorAll(selector)];
const one = selector => root.querySelector(selector);

const excerpt = figure => ({
  text: text(figure.querySelector('blockquote')),
  words: tidy(all('mark.words', figure).map(mark => mark.textContent).join(' ')),
  attribution: tidy(all('.attribution', figure).map(mark => mark.textContent).join(' ')),
  far: tidy(all('.far', figure).map(part => part.textContent).join(' ')),
  caption: text(figure.querySelector('figcaption')),
  link: figure.querySelector('a.source-link')?.href ?? null,
});
const excerpts = within => all('figure.excerpt', within).map(excerpt);
const block = element => ({ text: text(element), excerpts: excerpts(element) });
// Those that stand in no block of their own.
const own = within => all('figure.excerpt', within)
  .filter(figure => !figure.closest('.instead, .lost-pair')).map(excerpt);

const feedback = root.querySelector('.feedback');
return {
  name: root.dataset.screen,
  kind: root.dataset.kind ?? null,
  task: root.dataset.task ?? null,
  at: root.dataset.at === undefined ? null : Number(root.dataset.at),
  count: root.dataset.count === undefined ? null : Number(root.dataset.count),
  text: text(root),
  prompt: text(one('h2.prompt')),
  progress: text(one('.progress')) || one('.progress [aria-label]')?.getAttribute('aria-label') || null,
  offers: all('label.choice[data-offer]').map(label => ({
    id: label.dataset.offer,
    text: text(label),
    input: label.querySelector('input')?.type ?? null,
    chosen: label.querySelector('input')?.checked ?? false,
    disabled: label.querySelector('input')?.disabled ?? false,
    state: label.dataset.state ?? null,
  })),
  slots: all('li.match-slot').map(slot => ({
    statement: slot.dataset.statement,
    text: text(slot),
  })),
  people: all('[data-person]').map(person => person.dataset.person),
  events: all('li.event').map(event => ({ id: event.dataset.event, text: text(event) })),
  gap: one('input.gap')?.value ?? null,
  hint: text(one('button.hint')),
  hint_text: text(one('.hint-text bdi')),
  submit_disabled: one('button.submit')?.getAttribute('aria-disabled') === 'true',
  feedback: feedback && {
    rightness: feedback.dataset.rightness,
    text: text(feedback),
    excerpts: own(feedback),
    instead: all('.instead', feedback).filter(element => !element.closest('.lost-pair')).map(block),
    lost_pairs: all('li.lost-pair', feedback).map(block),
  },
  open_questions: all('button.open-question').map(button => Number(button.dataset.at)),
  results: all('details.result').map(result => ({
    at: Number(result.dataset.at), text: text(result), excerpts: own(result),
  })),
  score: text(one('.score')),
  error: text(one('.error')),
  quizzes: all('.quiz-card').map(card => card.dataset.quiz),
};
