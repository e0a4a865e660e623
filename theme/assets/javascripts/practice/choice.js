// Which questions are practised, and in what order. Pure functions, but for the order that is shuffled.
import { isDue } from "./progress.js";

const MANY = ["topic", "level", "kind"];
const ONE = { only: ["due", "weak", "new"], order: ["shuffle"] };
const LEVELS = ["junior", "mid", "senior", "staff"];

// What an address asks for; what it may not ask for is left out.
export function readChoice(query) {
  const asked = new URLSearchParams(query);
  const choice = Object.fromEntries(MANY.map((name) => [name, (asked.get(name) ?? "").split(",").filter((value) => /^[a-z-]{1,40}$/.test(value))]));
  for (const [name, values] of Object.entries(ONE)) choice[name] = values.includes(asked.get(name)) ? asked.get(name) : "";
  return choice;
}

export function choiceQuery(choice) {
  const parts = Object.entries(choice).filter(([, value]) => value.length);
  return parts.map(([name, value]) => `${name}=${[value].flat().join(",")}`).join("&");
}

export function chosen(questions, choice, cards, now) {
  const fits = (question) => MANY.every((name) => !choice[name].length || choice[name].includes(question[name]));
  const wanted = questions.filter((question) => fits(question) && matches(choice.only, cards.get(question.id), now));
  const rank = (question) => (choice.only ? 0 : urgency(cards.get(question.id), now));
  const order = choice.order === "shuffle" ? shuffled(wanted) : [...wanted].sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
  return order.sort((one, other) => rank(one) - rank(other));
}

function matches(only, card, now) {
  if (only === "due") return Boolean(card) && isDue(card, now);
  if (only === "weak") return card?.grade === "weak";
  return only !== "new" || !card;
}

const urgency = (card, now) => (card ? (isDue(card, now) ? 0 : 2) : 1);

function shuffled(list) {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [cards[last], cards[other]] = [cards[other], cards[last]];
  }
  return cards;
}
