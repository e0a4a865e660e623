// The site's own data, /api/v1/, and the words that it is made of.

/** @typedef {"weak" | "good" | "great"} Grade */
/** @typedef {{ html: string }} Text */
/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} title
 * @property {string} address
 * @property {string} topic
 * @property {string} level
 * @property {string} kind
 * @property {number} minutes
 * @property {string[]} aliases
 */
/**
 * @typedef {object} Answers
 * @property {Text} prompt
 * @property {Text} short_answer
 * @property {Record<Grade, Text> & { why: Text | null }} rubric
 * @property {{ question: string, answer: Text }[]} follow_ups
 */
/** @typedef {Question & Answers} WholeQuestion */
/** @typedef {{ id: string, title: string, address: string }} Topic */
/** @typedef {{ id: string, address: string, question: Text, answer: Text, of: string }} Flashcard of this question */
/**
 * @typedef {object} Term
 * @property {string} id
 * @property {string} title
 * @property {string} address
 * @property {string[]} aliases
 * @property {string[]} also_called
 * @property {string} definition
 * @property {string[]} questions ids of those that use it
 */

export const LEVELS = ["junior", "mid", "senior", "staff"];
/** @type {Grade[]} */
export const GRADES = ["weak", "good", "great"];
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Readers of the data; each document is loaded once.
 * @param {URL} home
 */
export function siteData(home) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();
  /** @param {string} path */
  const get = (path) => {
    const known = loaded.get(path);
    if (known) return known;
    const answer = fetch(new URL(path, home)).then((response) => {
      if (!response.ok) throw new Error(path);
      return response.json();
    });
    answer.catch(() => loaded.delete(path)); // the next try may succeed
    loaded.set(path, answer);
    return answer;
  };
  return {
    /** @returns {Promise<Question[]>} */
    questions: () => get("questions.json").then((document) => document.questions),
    /** @returns {Promise<Topic[]>} */
    topics: () => get("topics.json").then((document) => document.topics),
    /** @returns {Promise<Flashcard[]>} */
    flashcards: () => get("flashcards.json").then((document) => document.flashcards),
    /** @returns {Promise<Term[]>} */
    terms: () => get("terms.json").then((document) => document.terms),
    /**
     * @param {string} id
     * @returns {Promise<WholeQuestion>}
     */
    question: (id) => get(`questions/${id}.json`),
  };
}

/** @typedef {ReturnType<typeof siteData>} SiteData */

/**
 * Former and present id of every question that was renamed.
 * @param {Question[]} questions
 * @returns {[string, string][]}
 */
export const aliasesOf = (questions) =>
  questions.flatMap(({ id, aliases }) => aliases.map((alias) => /** @type {[string, string]} */ ([alias, id])));
