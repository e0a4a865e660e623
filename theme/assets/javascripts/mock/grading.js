// The end of a mock interview: answers, rubrics to choose from, and what the grades say together.
import { element, fragment } from "./elements.js";
import { GRADES } from "./progress.js";

// One question: its short answer and follow-ups folded, and three grades of which one is chosen.
export function gradingOf(item, changed) {
  const { question, whole } = item;
  const made = element("section", { className: "session" });
  made.append(element("h3", { textContent: question.title }));
  made.append(fold("Short answer", fragment(whole.short_answer.html)));
  for (const follow of whole.follow_ups) made.append(fold(follow.question, fragment(follow.answer.html)));
  const choices = element("fieldset", { className: "rubric" });
  choices.append(element("legend", { className: "unseen", textContent: `Your grade for: ${question.title}` }));
  for (const grade of GRADES) {
    const label = element("label", { className: `grade grade-${grade}` });
    const radio = element("input", { type: "radio", name: `grade-${question.id}`, value: grade });
    radio.addEventListener("change", () => {
      item.grade = grade;
      changed();
    });
    const name = element("strong", { textContent: ` ${grade[0].toUpperCase()}${grade.slice(1)}` });
    const text = element("span");
    text.append(fragment(whole.rubric[grade].html));
    label.append(radio, name, text);
    choices.append(label);
  }
  made.append(choices);
  return made;
}

// The same rule that the scorecard prints.
export function verdict(grades, level) {
  const weak = grades.filter((grade) => grade === "weak").length;
  const great = grades.filter((grade) => grade === "great").length;
  const counted = `${weak} weak, ${grades.length - weak - great} good, ${great} great.`;
  if (weak > 1) return `${counted} Not yet at ${level} level: two or more weak answers.`;
  if (weak === 1) return `${counted} To discuss: one weak answer.`;
  return great ? `${counted} A hire at ${level} level: nothing weak, and something great.` : `${counted} To discuss: nothing weak, but nothing great either.`;
}

function fold(title, content) {
  const made = element("details", { className: "fold" });
  const summary = element("summary");
  summary.append(element("strong", { textContent: title }));
  const body = element("div", { className: "fold-body" });
  body.append(content);
  made.append(summary, body);
  return made;
}
