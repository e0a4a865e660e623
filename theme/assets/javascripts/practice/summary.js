// After a round: what was graded by topic, when it is due again, and what to read next.
import { GRADES } from "../shared/data.js";
import { day, element, find } from "../shared/dom.js";

/** @typedef {import("./decks.js").Item} Item */
/** @typedef {import("../progress/store.js").Progress} Progress */
/** @typedef {{ item: Item, grade: import("../progress/store.js").Grade }} Result */

/**
 * What came again counts as it was graded first.
 * @param {HTMLElement} root
 * @param {import("./resume.js").Done[]} done
 * @param {Item[]} items
 * @param {import("../shared/data.js").Topic[]} topics
 * @param {Progress} progress
 */
export function showSummary(root, done, items, topics, progress) {
  /** @type {Result[]} */
  const graded = [];
  for (const { id, grade } of done) {
    const item = items.find((each) => each.id === id);
    if (item && grade && graded.every((result) => result.item !== item)) graded.push({ item, grade });
  }
  const result = find(root, ".result");
  if (graded.length) result.replaceChildren(table(graded, topics), ...next(graded, progress));
  else result.replaceChildren(element("p", { textContent: "You didn't grade any questions." }));
  find(root, "h2").focus();
}

/**
 * @param {Result[]} graded
 * @param {import("../shared/data.js").Topic[]} topics
 */
function table(graded, topics) {
  const heads = ["Topic", "Weak", "Good", "Great"].map((textContent) => element("th", { textContent, scope: "col" }));
  const rows = [...topics, { id: "", title: "Glossary" }].flatMap((topic) => {
    const own = graded.filter(({ item }) => item.topic === topic.id);
    const counts = GRADES.map((grade) => own.filter((result) => result.grade === grade).length);
    const cells = [topic.title, ...counts.map((count) => (count ? String(count) : ""))];
    return own.length ? [element("tr", {}, ...cells.map((textContent) => element("td", { textContent })))] : [];
  });
  return element("table", {}, element("tr", {}, ...heads), ...rows);
}

/**
 * @param {Result[]} graded
 * @param {Progress} progress
 */
function next(graded, progress) {
  const weak = graded.filter(({ grade }) => grade === "weak");
  const dates = graded.map(({ item }) => progress.cards.get(item.id)?.due ?? "").filter(Boolean);
  const parts = [];
  if (weak.length) {
    const list = element("ul", {}, ...weak.map(({ item }) => listed(item)));
    parts.push(element("h3", { textContent: "Review next" }), list);
  }
  if (dates.length) {
    const soonest = day(dates.sort()[0], { month: "long", day: "numeric" });
    parts.push(element("p", { textContent: `Your next review is due ${soonest}.` }));
  }
  return parts;
}

/** @param {Item} item */
function listed({ address, name }) {
  return element("li", {}, element("a", { textContent: name, href: address }));
}
