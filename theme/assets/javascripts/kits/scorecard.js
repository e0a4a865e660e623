// Fills the site's own scorecard with the questions of a kit. Texts go in as text, never as markup.
import { element, find } from "../shared/dom.js";
import { GRADES } from "../shared/data.js";

/** @typedef {import("../shared/data.js").WholeQuestion} WholeQuestion */
/** @typedef {import("../shared/data.js").Topic} Topic */

const FOLLOW_UPS = 2;

/** @typedef {{ name: string, address: string, level: string, items: { minutes: number }[] }} Sheet */

/**
 * @param {HTMLElement} root
 * @param {Sheet} kit
 * @param {WholeQuestion[]} questions one for each of the kit's items
 * @param {Topic[]} topics
 */
export function fillScorecard(root, kit, questions, topics) {
  showExpectations(root, kit, questions, topics);
  const blank = find(root, "#card", HTMLTemplateElement).content.firstElementChild;
  if (!blank) throw new Error("The page has no blank card");
  for (const card of root.querySelectorAll(".scorecard .card:not(.total)")) card.remove();
  const cards = questions.map((question, index) => {
    const card = /** @type {Element} */ (blank.cloneNode(true));
    fill(card, question, index + 1, kit.items[index].minutes);
    return card;
  });
  find(root, ".scorecard .total").before(...cards);
  headSheets(root, kit);
}

/**
 * What every printed sheet says of the kit.
 * @param {HTMLElement} root
 * @param {Sheet} kit
 */
function headSheets(root, kit) {
  const minutes = `${minutesOf(kit)} minutes`;
  for (const [index, head] of [...root.querySelectorAll(".scorecard .sheet-head")].entries()) {
    find(head, ".kit-name").textContent = kit.name || "Interview kit";
    find(head, ".kit-facts").textContent = kit.level ? `${kit.level}, ${minutes}` : minutes;
    find(head, ".kit-address").textContent = kit.address;
    const last = index === kit.items.length;
    find(head, ".kit-part").textContent = last ? "Recommendation" : `Question ${index + 1} of ${kit.items.length}`;
  }
}

/** @param {{ items: { minutes: number }[] }} kit */
const minutesOf = (kit) => kit.items.reduce((sum, item) => sum + item.minutes, 0);

/**
 * @param {HTMLElement} root
 * @param {Sheet} kit
 * @param {WholeQuestion[]} questions
 * @param {Topic[]} topics
 */
function showExpectations(root, kit, questions, topics) {
  const kinds = [...new Set(questions.map((question) => question.kind))].sort();
  for (const place of root.querySelectorAll(".expect .minutes")) place.textContent = String(minutesOf(kit));
  for (const place of root.querySelectorAll(".level-name")) place.textContent = kit.level;
  for (const place of root.querySelectorAll(".expect .kinds")) place.textContent = kinds.join(", ");
  /** @type {NodeListOf<HTMLElement>} */
  const atLevel = root.querySelectorAll(".at-level");
  for (const place of atLevel) place.hidden = !kit.level;
  const used = topics.filter((topic) => questions.some((question) => question.topic === topic.id));
  const links = used.flatMap((topic, index) => [index ? ", " : "", linkTo(topic)]);
  find(root, ".expect .topics").replaceChildren("Topics: ", ...links);
}

/**
 * @param {Element} card
 * @param {WholeQuestion} question
 * @param {number} number
 * @param {number} minutes
 */
function fill(card, question, number, minutes) {
  const why = /** @type {HTMLElement} */ (find(card, ".why"));
  why.textContent = question.rubric.why ? plain(question.rubric.why.html) : "";
  why.hidden = !why.textContent;
  for (const place of card.querySelectorAll(".number")) place.textContent = String(number);
  for (const radio of card.querySelectorAll("input")) radio.name = `grade-${number}`;
  const notes = card.querySelector("textarea");
  if (notes) notes.name = `notes-${number}`;
  find(card, ".minutes").textContent = `${minutes} minutes`;
  find(card, ".kind").textContent = question.kind;
  find(card, ".level").textContent = question.level;
  find(card, ".level").className = `level level-${question.level}`;
  find(card, "h3 a").replaceWith(linkTo(question));
  find(card, ".ask").replaceChildren(...paragraphs(question.prompt.html));
  for (const grade of GRADES) {
    find(card, `.grade-${grade} span`).textContent = plain(question.rubric[grade].html);
  }
  const asked = question.follow_ups.slice(0, FOLLOW_UPS);
  find(card, "ul.then").replaceChildren(...asked.map((each) => element("li", { textContent: each.question })));
}

/** @param {string} html */
const plain = (html) =>
  paragraphs(html)
    .map((paragraph) => paragraph.textContent)
    .join(" ");

/** @param {{ address: string, title: string }} target */
const linkTo = ({ address, title }) => element("a", { href: address, textContent: title });

/** @param {string} html */
function paragraphs(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const mark of parsed.querySelectorAll("sup")) mark.remove();
  return [...parsed.querySelectorAll("p, li")].map(({ textContent }) => element("p", { textContent }));
}
