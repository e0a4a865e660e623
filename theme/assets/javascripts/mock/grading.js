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
