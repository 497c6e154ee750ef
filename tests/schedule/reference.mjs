// The reference implementation: reads histories of reviews, as times and ratings, and tells what
// it makes of each review.
import { createEmptyCard, fsrs, State } from "ts-fsrs";

const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true });
let text = "";
for await (const part of process.stdin) text += part;
const told = JSON.parse(text).map((history) => {
  let card;
  return history.map(([time, rating]) => {
    const now = new Date(time);
    card = scheduler.next(card ?? createEmptyCard(now), now, rating).card;
    const { stability, difficulty, scheduled_days: interval, reps, lapses, learning_steps: step, due, state } = card;
    return { stability, difficulty, interval, reps, lapses, step, due: due.getTime(), phase: State[state] };
  });
});
process.stdout.write(JSON.stringify(told));
