// Fills the site's own scorecard with the questions of a kit. Texts go in as text, never as markup.
import { element } from "./elements.js";

const FOLLOW_UPS = 2;

export function fillScorecard(root, kit, questions, topics) {
  const set = (name, text) => root.querySelectorAll(name).forEach((element) => (element.textContent = text));
  set(".expect .minutes", kit.items.reduce((sum, item) => sum + item.minutes, 0));
  set(".level-name", kit.level);
  for (const element of root.querySelectorAll(".at-level")) element.hidden = !kit.level;
  set(".expect .kinds", [...new Set(questions.map((question) => question.kind))].sort().join(", "));
  const used = topics.filter((topic) => questions.some((question) => question.topic === topic.id));
  root.querySelector(".expect .topics").replaceChildren("Topics: ", ...used.flatMap((topic, index) => [index ? ", " : "", linkTo(topic)]));
  const blank = root.querySelector("#card").content.firstElementChild;
  for (const card of root.querySelectorAll(".scorecard .card:not(.total)")) card.remove();
  root.querySelector(".scorecard .total").before(...questions.map((question, index) => filled(blank.cloneNode(true), question, index, kit.items[index].minutes)));
}

function filled(card, question, index, minutes) {
  const set = (name, text) => (card.querySelector(name).textContent = text);
  set(".number", index + 1);
  set(".minutes", `${minutes} minutes`);
  set(".kind", question.kind);
  set(".level", question.level);
  card.querySelector(".level").className = `level level-${question.level}`;
  card.querySelector("h3 a").replaceWith(linkTo(question));
  card.querySelector(".ask").replaceChildren(...paragraphs(question.prompt.html));
  const why = card.querySelector(".why");
  why.textContent = question.rubric.why ? paragraphs(question.rubric.why.html).map((p) => p.textContent).join(" ") : "";
  why.hidden = !why.textContent;
  for (const grade of ["weak", "good", "great"]) set(`.grade-${grade} span`, paragraphs(question.rubric[grade].html).map((p) => p.textContent).join(" "));
  card.querySelector("ul.then").replaceChildren(
    ...question.follow_ups.slice(0, FOLLOW_UPS).map((follow) => element("li", { textContent: follow.question })),
  );
  return card;
}

const linkTo = ({ address, title }) => element("a", { href: address, textContent: title });

function paragraphs(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const mark of parsed.querySelectorAll("sup")) mark.remove();
  return [...parsed.querySelectorAll("p, li")].map(({ textContent }) => element("p", { textContent }));
}
