// The end of a mock interview: answers, rubrics to choose from, and what the grades say together.
import { GRADES } from "../shared/data.js";
import { capitalized, element, fold, fragment } from "../shared/dom.js";

/** @typedef {import("../shared/data.js").Grade} Grade */
/** @typedef {import("../shared/data.js").WholeQuestion} WholeQuestion */
/** @typedef {{ minutes: number, whole: WholeQuestion, grade?: Grade }} AskedItem */

/**
 * One question: its short answer and follow-ups folded, and three grades of which one is chosen.
 * @param {AskedItem} item
 * @param {() => void} changed called after each choice
 */
export function gradingOf(item, changed) {
  const { whole } = item;
  const legend = element("legend", { className: "unseen", textContent: `Your grade for: ${whole.title}` });
  const choices = GRADES.map((grade) => {
    const radio = element("input", {
      type: "radio",
      name: `grade-${whole.id}`,
      value: grade,
      checked: item.grade === grade,
    });
    radio.addEventListener("change", () => {
      item.grade = grade;
      changed();
    });
    const name = element("strong", { textContent: ` ${capitalized(grade)}` });
    const text = element("span", {}, fragment(whole.rubric[grade].html));
    return element("label", { className: `grade grade-${grade}` }, radio, name, text);
  });
  return element(
    "section",
    { className: "session" },
    element("h3", { textContent: whole.title }),
    fold("Short answer", whole.short_answer.html),
    ...whole.follow_ups.map((follow) => fold(follow.question, follow.answer.html)),
    element("fieldset", { className: "rubric" }, legend, ...choices),
  );
}

/**
 * The same rule that the scorecard prints.
 * @param {(Grade | undefined)[]} grades
 * @param {string} level
 */
export function verdict(grades, level) {
  const weak = grades.filter((grade) => grade === "weak").length;
  const great = grades.filter((grade) => grade === "great").length;
  const counted = `${weak} weak, ${grades.length - weak - great} good, ${great} great.`;
  if (weak > 1) return `${counted} No hire at the ${level} level: two or more weak answers.`;
  if (weak === 1) return `${counted} Discuss: one weak answer.`;
  if (great) return `${counted} Hire at the ${level} level: no weak answers and at least one great one.`;
  return `${counted} Discuss: no weak answers, but no great ones either.`;
}
