// What of ts-fsrs progress/schedule.js uses: for the type checker, which does not read the library itself.

export enum Rating {
  Again = 1,
  Good = 3,
  Easy = 4,
}

export enum State {
  Review = 2,
}

export interface Card {
  due: Date;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  reps: number;
  state: State;
  last_review?: Date;
}

export function createEmptyCard(now: Date): Card;

export function fsrs(
  parameters: { enable_short_term: boolean; enable_fuzz: boolean; maximum_interval: number },
): { next(card: Card, now: Date, grade: Rating): { card: Card } };
