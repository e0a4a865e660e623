// Which questions are practised, and in what order. Pure functions, but for the order that is shuffled.
import { isDue } from "../progress/store.js";
import { LEVELS } from "../shared/data.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../progress/store.js").Card} Card */
/** @typedef {{ topic: string[], level: string[], kind: string[], only: string, order: string }} Choice */

const MANY = /** @type {const} */ (["topic", "level", "kind"]);
const ONE = { only: ["due", "weak", "new"], order: ["shuffle"] };

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
  return { topic: many("topic"), level: many("level"), kind: many("kind"), only: one("only"), order: one("order") };
}

/** @param {Choice} choice */
export function choiceQuery(choice) {
  const parts = Object.entries(choice).filter(([, value]) => value.length);
  return parts.map(([name, value]) => `${name}=${[value].flat().join(",")}`).join("&");
}

/**
 * The questions to practise: due, then new, then the rest.
 * @param {Question[]} questions
 * @param {Choice} choice
 * @param {Map<string, Card>} cards
 * @param {number} now
 */
export function chosen(questions, choice, cards, now) {
  /** @param {Question} question */
  const fits = (question) => MANY.every((name) => !choice[name].length || choice[name].includes(question[name]));
  /** @param {Question} question */
  const rank = (question) => (choice.only ? 0 : urgency(cards.get(question.id), now));
  /** @param {Question} question */
  const level = (question) => LEVELS.indexOf(question.level);
  const wanted = questions.filter((each) => fits(each) && matches(choice.only, cards.get(each.id), now));
  const order = choice.order === "shuffle" ? shuffled(wanted) : wanted.sort((one, other) => level(one) - level(other));
  return order.sort((one, other) => rank(one) - rank(other));
}

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

/** @param {Question[]} list */
function shuffled(list) {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [cards[last], cards[other]] = [cards[other], cards[last]];
  }
  return cards;
}
