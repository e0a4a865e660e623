// What a reader has graded, kept in this browser only. What cannot be read is never overwritten.
import { GRADES } from "../shared/data.js";

/** @typedef {import("../shared/data.js").Grade} Grade */
/**
 * @typedef {object} Card what is kept of a question, a flashcard or one side of a term
 * @property {Grade} grade
 * @property {string} last
 * @property {string} due
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} reviews
 * @property {boolean} [gone] the site has it no longer: kept, and never due
 */
/** @typedef {Map<string, Card>} Cards by id, which says what it is of: see `deckOf` */

const { keys } = document.documentElement.dataset; // from early/before-paint.js
export const KEY = `${keys} practice`;
const FORMER_KEY = "practice"; // of all sites of this origin: taken over once, and left for the others
const VERSION = 2; // version 1 held questions only; it is read in the same way, and becomes this with the next grade
const OLDEST = 1;

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
// A question by its id, a flashcard by that of the data, and a term in both directions.
const CARD_ID = new RegExp(`^(?:${SLUG}(?:\\.[\\p{L}\\p{N}]+)?|term:${SLUG}(?::name)?)$`, "u");

const REASONS = {
  off: "This browser blocks storage for this site, so your grades will be lost when you close the page. " +
    "You can export them below.",
  full: "Browser storage is full. Your latest grades weren't saved. Export them below before you close the page.",
  unreadable: "This page can't read the grades stored here. They're left untouched, " +
    "and new grades won't be saved. Exporting keeps both.",
  newer: "The grades stored here come from a newer version of this page. They're left untouched. " +
    "Reload the page to get that version.",
};
const LEFT = "This page can't read some grades from an earlier version. They're left untouched, " +
  "and new grades are saved. Exporting keeps both.";

/** The grades of this reader. */
export class Progress {
  /** @type {Cards} */
  cards = new Map();
  /** @type {keyof typeof REASONS | ""} */
  reason = ""; // why grades are not kept
  /** @type {Record<string, unknown>} */
  #unsound = {}; // entries that are no cards: written back as they were
  /** @type {string | null} */
  #raw = null; // what is stored, where it must not be touched
  /** @type {string | null} */
  #left = null; // what is stored under the former key, where it cannot be taken over

  constructor() {
    this.reload();
  }

  /** What a reader should know about what is stored. */
  get told() {
    const count = Object.keys(this.#unsound).length;
    const left = count === 1
      ? "1 stored grade can't be read and is left untouched."
      : `${count} stored grades can't be read and are left untouched.`;
    return [
      ...(this.reason ? [REASONS[this.reason]] : []),
      ...(this.#left === null ? [] : [LEFT]),
      ...(count ? [left] : []),
    ];
  }

  /** Reads what is stored, and keeps what this page knows besides: another tab may have written. */
  reload() {
    let text, former;
    try {
      text = storage().getItem(KEY);
      former = storage().getItem(FORMER_KEY);
    } catch {
      this.reason = "off";
      return;
    }
    const { cards, unsound, reason } = parse(text);
    if (this.reason !== "full") this.reason = reason;
    this.#unsound = unsound;
    this.#raw = reason ? text : null;
    this.#left = null;
    merge(this.cards, cards);
    if (text === null && former !== null) this.#takeOver(former);
  }

  /**
   * Once: from now on there is something under this site's own key.
   * @param {string} former
   */
  #takeOver(former) {
    const { cards, unsound, reason } = parse(former);
    if (reason) {
      this.#left = former;
      return;
    }
    this.#unsound = unsound;
    merge(this.cards, cards);
    this.save();
  }

  /**
   * A question that was renamed keeps its history.
   * @param {[string, string][]} aliases
   */
  rename(aliases) {
    let renamed = false;
    for (const [former, id] of aliases) {
      const card = this.cards.get(former);
      if (!card) continue;
      merge(this.cards, new Map([[id, card]]));
      this.cards.delete(former);
      renamed = true;
    }
    if (renamed) this.save();
  }

  /**
   * What the site no longer has stays as it is, and is not due; should it come back, it is as it was.
   * @param {string} deck
   * @param {Set<string>} present ids
   */
  settle(deck, present) {
    let changed = false;
    for (const [id, { gone = false, ...kept }] of this.cards) {
      if (deckOf(id) !== deck || gone !== present.has(id)) continue;
      this.cards.set(id, gone ? kept : { ...kept, gone: true });
      changed = true;
    }
    if (changed) this.save();
  }

  /**
   * @param {string} id
   * @param {Card | null} card null takes it away
   */
  set(id, card) {
    this.reload();
    if (card) this.cards.set(id, card);
    else this.cards.delete(id);
    this.save();
  }

  /** Writes everything, unless what is stored must not be touched. */
  save() {
    if (this.reason && this.reason !== "full") return;
    try {
      storage().setItem(KEY, this.#text());
      this.reason = "";
    } catch {
      this.reason = "full";
    }
  }

  /** Deletes everything, readable or not, but for what other sites of this origin may still take over. */
  clear() {
    this.cards.clear();
    this.#unsound = {};
    try {
      // An empty store says that the former one has been taken over.
      if (storage().getItem(FORMER_KEY) === null) storage().removeItem(KEY);
      else storage().setItem(KEY, this.#text());
    } catch {
      // Nothing was kept.
    }
    this.#raw = null;
    this.reason = "";
    this.reload();
  }

  /** The text of a file that `import` reads. */
  export() {
    const unreadable = this.#raw ?? this.#left;
    if (unreadable === null) return this.#text();
    return JSON.stringify({ ...JSON.parse(this.#text()), unreadable }, null, 1);
  }

  /**
   * Takes over what a file holds; of two grades of a question the later one stays. Says what came of it.
   * @param {string} text
   */
  import(text) {
    const { cards, unsound, reason } = parse(text);
    if (reason === "newer") {
      return "This file comes from a newer version of this page. Reload the page, then try again.";
    }
    if (reason || text.trim() === "") return "This file wasn't exported from this page. Nothing was changed.";
    this.reload();
    const before = new Map(this.cards);
    merge(this.cards, cards);
    this.save();
    const count = [...this.cards].filter(([id, card]) => before.get(id) !== card).length;
    const left = Object.keys(unsound).length;
    const taken = count || left ? `${count} ${count === 1 ? "grade" : "grades"} imported` : "Nothing new to import";
    return `${taken}${left ? `, ${left} couldn't be read` : ""}.`;
  }

  #text() {
    const cards = Object.fromEntries([...this.cards].sort(([one], [other]) => (one < other ? -1 : 1)));
    return JSON.stringify({ version: VERSION, cards: { ...this.#unsound, ...cards } });
  }
}

function storage() {
  if (!keys) throw new Error("The page is older than this script, and has no keys for this site");
  return localStorage;
}

/**
 * @param {string | null} text
 * @returns {{ cards: Cards, unsound: Record<string, unknown>, reason: "" | "unreadable" | "newer" }}
 */
function parse(text) {
  /** @param {"" | "unreadable" | "newer"} reason */
  const nothing = (reason) => ({ cards: new Map(), unsound: {}, reason });
  if (text === null) return nothing("");
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    return nothing("unreadable");
  }
  if (Number.isInteger(stored?.version) && stored.version > VERSION) return nothing("newer");
  const known = Number.isInteger(stored?.version) && stored.version >= OLDEST;
  if (!known || typeof stored.cards !== "object" || !stored.cards) return nothing("unreadable");
  const entries = Object.entries(stored.cards);
  return {
    cards: new Map(/** @type {[string, Card][]} */ (entries.filter(([id, card]) => isCard(id, card)))),
    unsound: Object.fromEntries(entries.filter(([id, card]) => !isCard(id, card))),
    reason: "",
  };
}

/**
 * @param {string} id
 * @param {any} card
 */
function isCard(id, card) {
  return (
    CARD_ID.test(id) &&
    GRADES.includes(card?.grade) &&
    [card.last, card.due].every((date) => typeof date === "string" && !Number.isNaN(Date.parse(date))) &&
    [card.stability, card.difficulty, card.reviews].every((number) => Number.isFinite(number) && number > 0)
  );
}

/**
 * @param {Cards} into
 * @param {Cards} cards
 */
function merge(into, cards) {
  for (const [id, card] of cards) {
    const known = into.get(id);
    if (!known || Date.parse(card.last) > Date.parse(known.last)) into.set(id, card);
  }
}

/**
 * By the day, as it is shown: from the first hour of its day on.
 * @param {Card} card
 * @param {number} now
 */
export const isDue = ({ due, gone }, now) => !gone && new Date(due).setHours(0, 0, 0, 0) <= now;

/**
 * The mode of practice that a card belongs to.
 * @param {string} id
 */
export function deckOf(id) {
  if (id.startsWith("term:")) return "glossary";
  return id.includes(".") ? "flashcards" : "interview";
}
