// When a question is due again, by FSRS (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm).
// @ts-types="../vendor/ts-fsrs.d.ts"
import { createEmptyCard, fsrs, Rating, State } from "../vendor/ts-fsrs.js";

/** @typedef {import("./store.js").Card} Card */

// Whole days only: an interview question is not asked twice on one day. At most a year, since interviews come.
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });
const RATINGS = { weak: Rating.Again, good: Rating.Good, great: Rating.Easy };
const DAY = 86400000; // milliseconds

/**
 * The card after this grade.
 * @param {Card | null} before null for a question that was never graded
 * @param {import("./store.js").Grade} grade
 * @param {Date} now
 * @returns {Card}
 */
export function graded(before, grade, now) {
  const card = before ? full(before) : createEmptyCard(now);
  const next = scheduler.next(card, now, RATINGS[grade]).card;
  return {
    grade,
    last: now.toISOString(),
    due: next.due.toISOString(),
    stability: next.stability,
    difficulty: next.difficulty,
    reviews: (before?.reviews ?? 0) + 1,
  };
}

/** @param {Card} card */
function full({ last, due, stability, difficulty, reviews }) {
  return {
    ...createEmptyCard(new Date(last)),
    due: new Date(due),
    last_review: new Date(last),
    stability,
    difficulty,
    reps: reviews,
    scheduled_days: (Date.parse(due) - Date.parse(last)) / DAY,
    state: State.Review,
  };
}
