// After a round: what was graded by topic, when it is due again, and what to read next.
import { GRADES } from "../shared/data.js";
import { day, element, find } from "../shared/dom.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../progress/store.js").Grade} Grade */
/** @typedef {import("../progress/store.js").Progress} Progress */
/** @typedef {{ question: Question, grade: Grade | null }} Result null: skipped */

/**
 * @param {HTMLElement} root
 * @param {Result[]} done
 * @param {import("../shared/data.js").Topic[]} topics
 * @param {Progress} progress
 */
export function showSummary(root, done, topics, progress) {
  const graded = done.filter((result) => result.grade);
  const result = find(root, ".result");
  if (graded.length) result.replaceChildren(table(graded, topics), ...next(graded, progress));
  else result.replaceChildren(element("p", { textContent: "Nothing was graded." }));
  find(root, "h2").focus();
}

/**
 * @param {Result[]} graded
 * @param {import("../shared/data.js").Topic[]} topics
 */
function table(graded, topics) {
  const heads = ["Topic", "Weak", "Good", "Great"].map((textContent) => element("th", { textContent, scope: "col" }));
  const rows = topics.flatMap((topic) => {
    const own = graded.filter(({ question }) => question.topic === topic.id);
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
  const dates = graded.map(({ question }) => progress.cards.get(question.id)?.due ?? "").filter(Boolean);
  const parts = [];
  if (weak.length) {
    const list = element("ul", {}, ...weak.map(({ question }) => listed(question)));
    parts.push(element("h3", { textContent: "Read next" }), list);
  }
  if (dates.length) {
    const soonest = day(dates.sort()[0], { day: "numeric", month: "long" });
    parts.push(element("p", { textContent: `The first of them is due again on ${soonest}.` }));
  }
  return parts;
}

/** @param {Question} question */
function listed({ address, title }) {
  return element("li", {}, element("a", { textContent: title, href: `${address}#full-answer` }));
}
