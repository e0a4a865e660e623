// When a question is due again, by FSRS (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm).
import { GRADES } from "../shared/data.js";
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
  const card = before ? full(before, now) : createEmptyCard(now);
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

/**
 * Whole days until it would be due again, for each grade.
 * @param {Card | null} before
 * @param {Date} now
 */
export function intervals(before, now) {
  /** @param {import("./store.js").Grade} grade */
  const days = (grade) => Math.round((Date.parse(graded(before, grade, now).due) - now.getTime()) / DAY);
  const made = Object.fromEntries(GRADES.map((grade) => [grade, days(grade)]));
  return /** @type {Record<import("./store.js").Grade, number>} */ (made);
}

/**
 * As the library wants it. Where a clock was wrong once, the last review lies ahead: then no time has passed since.
 * @param {Card} card
 * @param {Date} now
 */
function full({ last, due, stability, difficulty, reviews }, now) {
  const reviewed = new Date(Math.min(Date.parse(last), now.getTime()));
  return {
    ...createEmptyCard(reviewed),
    due: new Date(due),
    last_review: reviewed,
    stability,
    difficulty,
    reps: reviews,
    scheduled_days: Math.max(0, Date.parse(due) - reviewed.getTime()) / DAY,
    state: State.Review,
  };
}
