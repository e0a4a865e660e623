// What a reader has graded, kept in this browser only. What cannot be read is never overwritten.

export const KEY = "practice";
export const VERSION = 1;
export const GRADES = ["weak", "good", "great"];
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const REASONS = {
  off: "This browser keeps nothing for this site, so your grades last until you close the page. You can export them below.",
  full: "The browser's storage is full: the last grades are not kept. Export them below before you close the page.",
  unreadable: "Grades are stored here that this page cannot read. They are left as they are, and what you grade now is not kept. Export saves both.",
  newer: "The grades stored here come from a newer version of this page. They are left as they are; reload the page to get that version.",
};

export class Progress {
  cards = new Map(); // id -> card
  reason = ""; // why grades are not kept: a key of REASONS
  #unsound = {}; // entries that are no cards: written back as they were
  #raw = null; // what is stored, where it must not be touched

  constructor(storage = () => localStorage) {
    this.storage = storage;
    this.reload();
  }

  get told() {
    const unsound = Object.keys(this.#unsound).length;
    const rest = unsound ? [`${unsound} stored ${unsound === 1 ? "grade" : "grades"} cannot be read, and ${unsound === 1 ? "is" : "are"} left as ${unsound === 1 ? "it is" : "they are"}.`] : [];
    return this.reason ? [REASONS[this.reason], ...rest] : rest;
  }

  // Reads what is stored, and keeps what this page knows besides: another tab may have written.
  reload() {
    let text;
    try {
      text = this.storage().getItem(KEY);
    } catch {
      this.reason = "off";
      return;
    }
    const { cards, unsound, reason } = parse(text);
    if (this.reason !== "full") this.reason = reason;
    this.#unsound = unsound;
    this.#raw = reason ? text : null;
    merge(this.cards, cards);
  }

  // A question that was renamed keeps its history.
  rename(aliases) {
    const renamed = aliases.filter(([former]) => this.cards.has(former));
    for (const [former, id] of renamed) {
      merge(this.cards, new Map([[id, this.cards.get(former)]]));
      this.cards.delete(former);
    }
    if (renamed.length) this.save();
  }

  set(id, card) {
    this.reload();
    if (card) this.cards.set(id, card);
    else this.cards.delete(id);
    this.save();
  }

  save() {
    if (this.reason && this.reason !== "full") return;
    try {
      this.storage().setItem(KEY, this.#text());
      this.reason = "";
    } catch {
      this.reason = "full";
    }
  }

  clear() {
    try {
      this.storage().removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
    this.cards.clear();
    this.#unsound = {};
    this.#raw = null;
    this.reason = "";
    this.reload();
  }

  export() {
    return this.#raw === null ? this.#text() : JSON.stringify({ ...JSON.parse(this.#text()), unreadable: this.#raw }, null, 1);
  }

  // Takes over what a file holds; of two grades of a question the later one stays. Says what came of it.
  import(text) {
    const { cards, unsound, reason } = parse(text);
    if (reason || text.trim() === "") return { count: 0, told: reason === "newer" ? "The file comes from a newer version of this page. Reload the page, then try again." : "This is not a file that this page has exported. Nothing was changed." };
    this.reload();
    const before = new Map(this.cards);
    merge(this.cards, cards);
    this.save();
    const count = [...this.cards].filter(([id, card]) => before.get(id) !== card).length;
    const left = Object.keys(unsound).length;
    return { count, told: `${count} ${count === 1 ? "grade was" : "grades were"} taken over${left ? `, ${left} could not be read` : ""}.` };
  }

  #text() {
    return JSON.stringify({ version: VERSION, cards: { ...this.#unsound, ...Object.fromEntries([...this.cards].sort(([one], [other]) => (one < other ? -1 : 1))) } });
  }
}

function parse(text) {
  const nothing = { cards: new Map(), unsound: {}, reason: "" };
  if (text === null || text === undefined) return nothing;
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    return { ...nothing, reason: "unreadable" };
  }
  if (Number.isInteger(stored?.version) && stored.version > VERSION) return { ...nothing, reason: "newer" };
  if (stored?.version !== VERSION || typeof stored.cards !== "object" || stored.cards === null) return { ...nothing, reason: "unreadable" };
  const cards = new Map();
  const unsound = {};
  for (const [id, card] of Object.entries(stored.cards)) {
    if (isCard(id, card)) cards.set(id, card);
    else unsound[id] = card;
  }
  return { cards, unsound, reason: "" };
}

function isCard(id, card) {
  return (
    ID.test(id) &&
    GRADES.includes(card?.grade) &&
    [card.last, card.due].every((date) => typeof date === "string" && !Number.isNaN(Date.parse(date))) &&
    [card.stability, card.difficulty, card.reviews].every((number) => Number.isFinite(number) && number > 0)
  );
}

function merge(into, cards) {
  for (const [id, card] of cards) {
    const known = into.get(id);
    if (!known || Date.parse(card.last) > Date.parse(known.last)) into.set(id, card);
  }
}

export const isDue = (card, now) => Date.parse(card.due) <= now;
