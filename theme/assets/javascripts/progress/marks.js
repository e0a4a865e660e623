// What this reader has graded: in lists, on a question's page, and how much is due, beside the link to practice.
import { Progress, isDue } from "./progress.js";

export function showMarks() {
  const { cards } = new Progress();
  const now = Date.now();
  for (const row of document.querySelectorAll(".rows li")) {
    const card = cards.get(slugOf(row.querySelector("a")));
    if (card) row.querySelector(".facts")?.append(mark(card, now));
  }
  const here = document.querySelector(".facts[data-question]");
  const card = here && cardOf(here, cards);
  if (card) here.append(mark(card, now));
  const due = [...cards.values()].filter((each) => isDue(each, now)).length;
  if (!due) return;
  for (const link of document.querySelectorAll(".sections a[href$='practice/'], .doors a[href$='practice/']")) link.append(" ", dueCount(due));
}

function dueCount(due) {
  const count = document.createElement("span");
  count.className = "due-mark";
  const word = document.createElement("span");
  word.className = "unseen";
  word.textContent = " due";
  count.append(String(due), word);
  return count;
}

// A question may have been graded under a former name.
export function cardOf({ dataset }, cards) {
  return [dataset.question, ...dataset.aliases.split(" ")].map((id) => cards.get(id)).find(Boolean);
}

export function mark(card, now) {
  const made = document.createElement("span");
  made.className = "due-mark";
  made.textContent = isDue(card, now) ? `${card.grade}, due` : `${card.grade}, due ${day(card.due)}`;
  return made;
}

const day = (date) => new Date(date).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
const slugOf = (link) => (link ? new URL(link.href).pathname.split("/").filter(Boolean).at(-1) : "");
