// When a question is due again, by FSRS (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm).
import { Rating, State, createEmptyCard, fsrs } from "./vendor/ts-fsrs.js";

// Whole days only: an interview question is not asked twice on one day. At most a year, since interviews come.
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });
const RATINGS = { weak: Rating.Again, good: Rating.Good, great: Rating.Easy };

// A card as progress.js keeps it, or null for a question that was never graded -> the card after this grade.
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

function full({ last, due, stability, difficulty, reviews }) {
  const since = (new Date(due) - new Date(last)) / 86400000;
  return { ...createEmptyCard(new Date(last)), due: new Date(due), last_review: new Date(last), stability, difficulty, reps: reviews, scheduled_days: since, state: State.Review };
}
