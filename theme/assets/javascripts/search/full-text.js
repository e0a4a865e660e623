// The full text: Pagefind's index, which it loads in pieces. A query costs only the pieces that hold its words.
import { answers } from "./words.js";

/** @typedef {{ balanced_score: number }} Place */
/** @typedef {{ url: string, title?: string, excerpt: string, weighted_locations: Place[] }} Section */
/**
 * @typedef {Section & { meta: { title: string }, sub_results?: Section[], content: string, locations: number[] }} Page
 */
/** @typedef {{ data: () => Promise<Page> }} Pending */
/** @typedef {{ search: (words: string, options?: object) => Promise<{ results: Pending[] }> }} Engine */
/**
 * @typedef {object} Found
 * @property {Promise<Page>[]} pages the first ones
 * @property {number} count of all
 * @property {boolean} exact whether they hold the words themselves, and not only most of their letters
 * @property {string[]} leftOut
 */

const SHOWN = 8;
const QUESTIONS = 4; // at most, where other pages have been found too, so that those can be seen
const SETTINGS = {
  noWorker: true,
  excerptLength: 24,
  ranking: { termSimilarity: 3, termFrequency: 0.8, pageLength: 0.4 },
};

/**
 * Each method rejects where a part of the index does not come. The next query begins anew then: after a new edition of
 * the site its pieces have other names.
 * @param {string} address of Pagefind's script
 */
export function fullText(address) {
  /** @type {Promise<Engine> | null} */
  let starting = null;
  const engine = () => starting ??= started(address);
  /**
   * @template Result
   * @param {(engine: Engine) => Promise<Result>} work
   */
  const carefully = async (work) => {
    try {
      return await work(await engine());
    } catch (error) {
      starting = null;
      throw error;
    }
  };
  return {
    wake: () => engine().catch(() => {}),
    /** @param {string[]} words */
    withAll: (words) => carefully((engine) => withAll(engine, words)),
    /** @param {string} phrase in quotation marks */
    withPhrase: (phrase) => carefully((engine) => listed(engine, phrase)),
    /** @param {string[]} words */
    withMost: (words) => carefully((engine) => withMost(engine, words)),
  };
}

/** @param {string} address */
async function started(address) {
  const pagefind = await import(address);
  const engine = pagefind.createInstance(SETTINGS);
  await engine.init();
  await engine.filters(); // rejects where the index did not come
  return engine;
}

/** @returns {Found} */
const nothing = () => ({ pages: [], count: 0, exact: false, leftOut: [] });

/**
 * The first pages to show, questions before others, and how many there are.
 * @param {Engine} engine
 * @param {string} query
 * @returns {Promise<Found>}
 */
async function listed(engine, query) {
  const [questions, others] = await Promise.all(
    ["true", "false"].map((question) => engine.search(query, { filters: { question } })),
  );
  const first = questions.results.slice(0, others.results.length ? QUESTIONS : SHOWN);
  const chosen = [...first, ...others.results.slice(0, SHOWN - first.length)];
  const pages = chosen.map((result) => result.data());
  for (const page of pages) page.catch(() => {}); // who awaits it hears of it
  return { pages, count: questions.results.length + others.results.length, exact: true, leftOut: [] };
}

/**
 * @param {Engine} engine
 * @param {string[]} words
 */
async function withAll(engine, words) {
  if (!words.length) return nothing();
  const found = await listed(engine, words.join(" "));
  const fit = found.count ? fitness(words, await found.pages[0]) : 0;
  return fit ? { ...found, exact: fit === 2 } : nothing();
}

/**
 * Pagefind treats every result alike: where the first one holds a word, or only its beginning, so do the others.
 * @param {string[]} words
 * @param {Page} page
 */
function fitness(words, { content, locations }) {
  const onPage = content.split(/[\r\n\s]+/g);
  const marked = [...new Set(locations.map((place) => onPage[place] ?? ""))];
  return Math.min(...words.map((word) => Math.max(0, ...marked.map((found) => answers(word, found)))));
}

/**
 * Pages with as many of the words as stand together somewhere, the rarest words first.
 * @param {Engine} engine
 * @param {string[]} words
 */
async function withMost(engine, words) {
  const alone = await Promise.all(words.map(async (word) => ({ word, count: (await withAll(engine, [word])).count })));
  const known = alone.filter(({ count }) => count).sort((one, other) => one.count - other.count);
  /** @type {string[]} */
  let kept = [];
  for (const { word } of known) {
    const tried = [...kept, word];
    if ((await engine.search(tried.join(" "))).results.length) kept = tried;
  }
  if (!kept.length) return nothing();
  return { ...await listed(engine, kept.join(" ")), leftOut: words.filter((word) => !kept.includes(word)) };
}
