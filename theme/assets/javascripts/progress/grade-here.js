// On a question's page: grade your attempt below its rubric. Counts as in practice.
import { GRADES } from "../shared/data.js";
import { announcer, capitalized, day, element, find } from "../shared/dom.js";
import { cardOf, mark } from "./marks.js";
import { isDue, Progress } from "./store.js";

/**
 * Puts three buttons below the rubric.
 * @param {HTMLElement} fold
 */
export function offerGrades(fold) {
  const status = announcer();
  const buttons = GRADES.map((grade) => {
    const button = element("button", { type: "button", className: "quiet", textContent: capitalized(grade) });
    button.addEventListener("click", async () => (status.textContent = await keep(grade)));
    return button;
  });
  const label = element("span", { textContent: "Grade your attempt:" });
  find(fold, ".grades").after(element("p", { className: "grade-here" }, label, ...buttons, status));
}

/** @param {import("./store.js").Grade} grade */
async function keep(grade) {
  const facts = find(document, ".facts[data-question]");
  const { graded } = await import("./schedule.js");
  const progress = new Progress();
  const card = graded(cardOf(facts, progress.cards) ?? null, grade, new Date());
  progress.set(facts.dataset.question ?? "", card);
  facts.querySelector(".due-mark")?.remove();
  const shown = mark(card, Date.now());
  facts.append(shown);
  const due = isDue(card, Date.now()) ? "Due again now" : `Due again ${day(card.due)}`;
  return [`Graded ${card.grade}. ${due}.`, ...progress.told].join(" ");
}
