// What can be practiced: questions, flashcards, and terms in both directions. Each becomes an item with its texts.
import { element, fold, fragment } from "../shared/dom.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../shared/data.js").SiteData} SiteData */
/** @typedef {import("../progress/store.js").Grade} Grade */
/**
 * @typedef {object} Texts made anew whenever they are shown
 * @property {Node[]} ask
 * @property {Node[]} answer
 * @property {Record<Grade, Node> | null} rubric null for what is graded below its answer
 */
/**
 * @typedef {object} Item
 * @property {string} id under which its grade is kept
 * @property {string} title what is asked
 * @property {string} name what a list calls it
 * @property {string} address where its answer stands on the site
 * @property {string} more what leads there
 * @property {string} topic empty for a term
 * @property {string} level empty for a term
 * @property {string} kind
 * @property {number} minutes for an attempt; 0 where none are counted
 * @property {boolean} whole a question with its rubric
 * @property {Question[]} questions that say where it fits
 * @property {() => Promise<Texts>} texts
 */

/** @type {Record<string, string>} what one item of a mode is called */
export const NOUNS = { interview: "question", flashcards: "flashcard", glossary: "card" };

/**
 * @param {string} mode
 * @param {SiteData} data
 * @param {Question[]} questions
 * @returns {Promise<Item[]>}
 */
export async function itemsOf(mode, data, questions) {
  const byId = new Map(questions.map((question) => [question.id, question]));
  if (mode === "flashcards") return (await data.flashcards()).flatMap((card) => flashcard(card, byId.get(card.of)));
  if (mode !== "glossary") return questions.map((question) => interview(question, data));
  const terms = await data.terms();
  /** @param {import("../shared/data.js").Term} term */
  const used = (term) => term.questions.flatMap((id) => byId.get(id) ?? []);
  // All names before all definitions: the two sides of a term are not asked one after the other.
  return [false, true].flatMap((back) => terms.map((each) => term(each, used(each), back)));
}

/**
 * @param {Question} question
 * @param {SiteData} data
 * @returns {Item}
 */
function interview(question, data) {
  const { id, title, address, topic, level, kind, minutes } = question;
  const more = "Open the full question";
  const texts = async () => wholeTexts(await data.question(id));
  return {
    ...{ id, title, name: title, address: `${address}#full-answer`, more, topic, level, kind, minutes, texts },
    whole: true,
    questions: [question],
  };
}

/**
 * @param {import("../shared/data.js").WholeQuestion} question
 * @returns {Texts}
 */
function wholeTexts({ prompt, short_answer, rubric, follow_ups }) {
  const follow = follow_ups.map(({ question, answer }) => fold(question, answer.html));
  const head = element("h3", { textContent: "Follow-ups" });
  return {
    ask: [fragment(prompt.html)],
    answer: [fragment(short_answer.html), ...(follow.length ? [head, ...follow] : [])],
    rubric: {
      weak: fragment(rubric.weak.html),
      good: fragment(rubric.good.html),
      great: fragment(rubric.great.html),
    },
  };
}

/**
 * @param {import("../shared/data.js").Flashcard} card
 * @param {Question | undefined} question
 * @returns {Item[]} none where the documents are of two editions
 */
function flashcard({ id, address, question: asked, answer }, question) {
  if (!question) return [];
  const title = fragment(asked.html).textContent?.trim() ?? "";
  const { topic, level } = question;
  const texts = () => Promise.resolve({ ask: [], answer: [fragment(answer.html)], rubric: null });
  return [{
    ...{ id, title, name: title, address, more: `From: ${question.title}`, topic, level, texts },
    kind: "",
    minutes: 0,
    whole: false,
    questions: [question],
  }];
}

/**
 * @param {import("../shared/data.js").Term} term
 * @param {Question[]} questions
 * @param {boolean} back from the definition to the name
 * @returns {Item}
 */
function term({ id, title, address, aliases, also_called, definition }, questions, back) {
  const oldest = `term:${[...aliases, id][0]}`;
  const texts = () => {
    const other = also_called.length ? [element("p", { textContent: `Also called: ${also_called.join(", ")}.` })] : [];
    const name = element("p", {}, element("strong", { textContent: title }));
    const meaning = element("p", { textContent: definition });
    const [ask, answer] = back ? [[meaning], [name, ...other]] : [[], [meaning, ...other]];
    return Promise.resolve({ ask, answer, rubric: null });
  };
  return {
    ...{ name: title, address, more: "Open the term", questions, texts },
    id: back ? `${oldest}:name` : oldest,
    title: back ? "Which term is this?" : title,
    topic: "",
    level: "",
    kind: "",
    minutes: 0,
    whole: false,
  };
}
