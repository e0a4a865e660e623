// On a question's page: grade your attempt below its rubric. Counts as in practice.
import { cardOf, mark } from "./marks.js";
import { GRADES, Progress } from "./progress.js";

export function offerGrades(fold) {
  const facts = document.querySelector(".facts[data-question]");
  const row = document.createElement("p");
  row.className = "grade-here";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const buttons = GRADES.map((grade) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = `${grade[0].toUpperCase()}${grade.slice(1)}`;
    button.addEventListener("click", async () => {
      const { graded } = await import("./schedule.js");
      const progress = new Progress();
      const card = graded(cardOf(facts, progress.cards) ?? null, grade, new Date());
      progress.set(facts.dataset.question, card);
      facts.querySelector(".due-mark")?.remove();
      const shown = mark(card, Date.now());
      facts.append(shown);
      status.textContent = [`Graded ${shown.textContent}.`, ...progress.told].join(" ");
    });
    return button;
  });
  const label = document.createElement("span");
  label.textContent = "Grade your attempt:";
  row.append(label, ...buttons, status);
  fold.querySelector(".grades").after(row);
}
