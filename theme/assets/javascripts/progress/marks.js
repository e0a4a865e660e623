// What this reader has graded: in lists, on a question's page, and how much is due, beside the link to practice.
import { day, element, slugOf } from "../shared/dom.js";
import { isDue, Progress } from "./store.js";

/** @typedef {import("./store.js").Card} Card */

/** Marks everything on this page that has been graded. */
export function showMarks() {
  const { cards } = new Progress();
  const now = Date.now();
  for (const row of document.querySelectorAll(".rows li")) {
    const link = row.querySelector("a");
    const card = link && cards.get(slugOf(link));
    if (card) row.querySelector(".facts")?.append(mark(card, now));
  }
  const here = document.querySelector(".facts[data-question]");
  const card = here instanceof HTMLElement && cardOf(here, cards);
  if (here && card) here.append(mark(card, now));
  const due = [...cards.values()].filter((each) => isDue(each, now)).length;
  if (!due) return;
  const links = document.querySelectorAll(".sections a[href$='practice/'], .doors a[href$='practice/']");
  for (const link of links) link.append(" ", dueCount(due));
}

/** @param {number} due */
function dueCount(due) {
  const word = element("span", { className: "unseen", textContent: " due" });
  return element("span", { className: "due-mark" }, String(due), word);
}

/**
 * A question may have been graded under a former name.
 * @param {HTMLElement} facts
 * @param {import("./store.js").Cards} cards
 */
export function cardOf({ dataset }, cards) {
  const { question = "", aliases = "" } = dataset;
  return [question, ...aliases.split(" ")].map((id) => cards.get(id)).find(Boolean);
}

/**
 * @param {Card} card
 * @param {number} now
 */
export function mark(card, now) {
  const due = isDue(card, now) ? "due" : `due ${day(card.due)}`;
  return element("span", { className: "due-mark", textContent: `${card.grade}, ${due}` });
}
