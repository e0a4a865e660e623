// After a round: what was graded by topic, when it is due again, and what to read next.
import { element } from "./elements.js";
import { GRADES } from "./progress.js";

export function showSummary(root, done, topics, progress) {
  const graded = done.filter((result) => result.grade);
  const result = root.querySelector(".result");
  if (!graded.length) result.replaceChildren(worded("p", "Nothing was graded."));
  else result.replaceChildren(table(graded, topics), ...next(graded, progress));
  root.querySelector("h2").focus();
}

function table(graded, topics) {
  const made = worded("table");
  const rows = topics.map((topic) => [topic, graded.filter(({ question }) => question.topic === topic.id)]).filter(([, own]) => own.length);
  made.append(row("th", ["Topic", "Weak", "Good", "Great"]));
  for (const [topic, own] of rows) made.append(row("td", [topic.title, ...GRADES.map((grade) => own.filter((result) => result.grade === grade).length || "")]));
  return made;
}

function row(tag, cells) {
  const made = worded("tr");
  made.append(...cells.map((cell) => worded(tag, cell)));
  if (tag === "th") for (const cell of made.children) cell.scope = "col";
  return made;
}

function next(graded, progress) {
  const weak = graded.filter(({ grade }) => grade === "weak");
  const parts = [];
  if (weak.length) {
    const list = worded("ul");
    list.append(...weak.map(({ question }) => listed(question)));
    parts.push(worded("h3", "Read next"), list);
  }
  const soonest = graded.map(({ question }) => progress.cards.get(question.id)?.due).filter(Boolean).sort()[0];
  if (soonest) parts.push(worded("p", `The first of them is due again on ${new Date(soonest).toLocaleDateString("en-GB", { day: "numeric", month: "long" })}.`));
  return parts;
}

function listed({ address, title }) {
  const item = worded("li");
  item.append(element("a", { textContent: title, href: `${address}#full-answer` }));
  return item;
}

const worded = (name, textContent = "") => element(name, { textContent });
