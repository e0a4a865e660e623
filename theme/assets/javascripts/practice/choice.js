// What is practiced, how much of it, and in what order. Pure functions, but for the order that is shuffled.
import { isDue } from "../progress/store.js";
import { LEVELS } from "../shared/data.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../progress/store.js").Card} Card */
/**
 * @typedef {object} Choice
 * @property {string} mode
 * @property {string[]} topic
 * @property {string[]} level
 * @property {string[]} kind
 * @property {string} only
 * @property {string} order
 * @property {string} length
 */
/** @typedef {{ id: string, level: string, questions: Question[] }} Choosable it fits where one of the questions does */

const MANY = /** @type {const} */ (["topic", "level", "kind"]);
const ONE = {
  mode: ["flashcards", "glossary"],
  only: ["due", "weak", "new"],
  order: ["shuffle"],
  length: ["20", "all"],
};
const SHORT = 10; // what fits a break

/**
 * What an address asks for; what it may not ask for is left out.
 * @param {string} query
 * @returns {Choice}
 */
export function readChoice(query) {
  const asked = new URLSearchParams(query);
  /** @param {string} name */
  const many = (name) => (asked.get(name) ?? "").split(",").filter((value) => /^[a-z-]{1,40}$/.test(value));
  /** @param {keyof typeof ONE} name */
  const one = (name) => ONE[name].find((value) => value === asked.get(name)) ?? "";
  return {
    mode: one("mode"),
    topic: many("topic"),
    level: many("level"),
    kind: many("kind"),
    only: one("only"),
    order: one("order"),
    length: one("length"),
  };
}

/** @param {Choice} choice */
export function choiceQuery(choice) {
  const parts = Object.entries(choice).filter(([, value]) => value.length);
  return parts.map(([name, value]) => `${name}=${[value].flat().join(",")}`).join("&");
}

/**
 * How many of those that fit are asked in one session.
 * @param {Choice} choice
 */
export const most = ({ length }) => (length === "all" ? Infinity : Number(length || SHORT));

/**
 * What fits, in order: due, then new, then the rest.
 * @template {Choosable} Item
 * @param {Item[]} items
 * @param {Choice} choice
 * @param {Map<string, Card>} cards
 * @param {number} now
 */
export function chosen(items, choice, cards, now) {
  const limited = MANY.some((name) => choice[name].length);
  /** @param {Question} question */
  const fits = (question) => MANY.every((name) => !choice[name].length || choice[name].includes(question[name]));
  /** @param {Item} item */
  const rank = (item) => (choice.only ? 0 : urgency(cards.get(item.id), now));
  const wanted = items.filter((item) =>
    (!limited || item.questions.some(fits)) && matches(choice.only, cards.get(item.id), now)
  );
  const order = choice.order === "shuffle" ? shuffled(wanted) : wanted.sort((one, other) => level(one) - level(other));
  return order.sort((one, other) => rank(one) - rank(other));
}

/** @param {Choosable} item */
const level = ({ level }) => LEVELS.indexOf(level);

/**
 * @param {string} only
 * @param {Card | undefined} card
 * @param {number} now
 */
function matches(only, card, now) {
  if (only === "due") return card !== undefined && isDue(card, now);
  if (only === "weak") return card?.grade === "weak";
  return only !== "new" || !card;
}

/**
 * @param {Card | undefined} card
 * @param {number} now
 */
function urgency(card, now) {
  if (!card) return 1;
  return isDue(card, now) ? 0 : 2;
}

/**
 * @template Item
 * @param {Item[]} list
 */
function shuffled(list) {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [cards[last], cards[other]] = [cards[other], cards[last]];
  }
  return cards;
}
