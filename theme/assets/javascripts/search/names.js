// The names of all pages: a small index that knows what a thing is called, before the full text is looked into.
// MiniSearch does what Pagefind's ranking cannot: names before mentions, words nearly right, only some of the words.
// @ts-types="../vendor/minisearch.d.ts"
import MiniSearch from "../vendor/minisearch.js";
import { key, singular, tokens, withoutSmall } from "./words.js";

/** @typedef {import("./words.js").Asked} Asked */
/** @typedef {{ kind: string, address: string, title: string, names: string[], says: string }} Name */
/** @typedef {Name & { id: number }} Numbered */
/** @typedef {{ pages: Name[], words: Record<string, string> }} Data */
/** @typedef {{ name: Name, whole: boolean }} Hit `whole`: all words of the query are in the name */

const MOST = 5;
const LONGEST = 5; // words of a name that stands inside a query
const FEW = 4; // words of a query that may be two names
const ENOUGH = 0.6; // of a query's words, for a name that lacks the others

/**
 * @param {Data} data
 */
export function nameIndex({ pages, words }) {
  /** @type {MiniSearch<Numbered>} */
  const index = new MiniSearch({
    fields: ["title", "names", "slug"],
    extractField: textOf,
    tokenize: tokens,
    processTerm: singular,
  });
  index.addAll(pages.map((page, id) => ({ ...page, id })));
  const called = byKey(pages);
  const known = new Set([...pages.flatMap(wordsOf), ...Object.values(words).flatMap(tokens)]);
  /** @type {MiniSearch<string>} */
  const spelling = new MiniSearch({ fields: ["id"], extractField: (word) => word, tokenize: (word) => [word] });
  spelling.addAll([...known]);

  /**
   * Pages by their name, best first.
   * @param {Asked} asked
   * @returns {Hit[]}
   */
  const find = ({ all, telling, phrase }) => {
    /** @type {Map<number, boolean>} */
    const found = new Map();
    for (const id of called.get(key(all)) ?? called.get(key(telling)) ?? []) found.set(id, true);
    const scored = phrase ? [] : ranked(telling);
    for (const { id, share } of scored) if (share === 1) add(found, id, true);
    for (const { id, share } of scored) if (share >= 0.75 && share < 1) add(found, id, false);
    for (const id of phrase ? [] : [...named(telling), ...named(all)]) add(found, id, false);
    for (const { id, share } of scored) if (share >= ENOUGH && share < 0.75) add(found, id, false);
    if (telling.length <= FEW && !phrase) {
      for (const id of others(telling, scored, [...found.keys()])) add(found, id, false);
    }
    return [...found].slice(0, MOST).map(([id, whole]) => ({ name: pages[id], whole }));
  };

  /** @param {string[]} telling */
  const ranked = (telling) => {
    const last = telling.at(-1);
    const results = index.search(telling.join(" "), {
      boost: { title: 2, names: 2 },
      prefix: (word) => word === singular(last ?? "") && word.length > 1,
    });
    const most = new Set(telling.map(singular)).size;
    return results
      .map(({ id, score, queryTerms }) => ({ id, score, share: new Set(queryTerms).size / most }))
      .sort((one, other) => other.share * other.share * other.score - one.share * one.share * one.score);
  };

  /**
   * Pages whose whole name stands in the query, the longest names first taken: `failover vs failback` holds two.
   * @param {string[]} telling
   */
  const named = (telling) => {
    /** @type {number[]} */
    const found = [];
    for (let start = 0; start < telling.length;) {
      const length = [...Array(LONGEST).keys()].map((index) => LONGEST - index)
        .find((length) => start + length <= telling.length && called.has(key(telling.slice(start, start + length))));
      if (length) found.push(...called.get(key(telling.slice(start, start + length))) ?? []);
      start += length ?? 1;
    }
    return found;
  };

  /**
   * For a word that no page found so far has in its name: the best whose name begins with it, as `canary` is a release.
   * @param {string[]} telling
   * @param {{ id: number }[]} scored
   * @param {number[]} found
   */
  const others = (telling, scored, found) => {
    const had = new Set(found.flatMap((id) => wordsOf(pages[id])).map(singular));
    return telling.map(singular).filter((word) => !had.has(word)).flatMap((word) =>
      scored.filter(({ id }) => pages[id].kind === "term" && singular(wordsOf(pages[id])[0]) === word).slice(0, 1).map((
        { id },
      ) => id)
    );
  };

  /**
   * The words as they were probably meant, or null where nothing is near.
   * @param {string[]} telling
   */
  const meant = (telling) => {
    const last = telling.at(-1);
    const better = telling.map((word) => {
      const fits = (/** @type {string} */ other) =>
        singular(other) === singular(word) || (word === last && other.startsWith(word)) ||
        (other.length > 3 && word.startsWith(other)); // partition, partitioned
      return [...known].some(fits) ? word : nearest(spelling, word) ?? word;
    });
    return better.some((word, place) => word !== telling[place]) ? better : null;
  };

  return { find, meant, words };
}

/**
 * @param {Map<number, boolean>} found
 * @param {number} id
 * @param {boolean} whole
 */
function add(found, id, whole) {
  if (!found.has(id)) found.set(id, whole);
}

/**
 * @param {Numbered} page
 * @param {string} field
 */
function textOf({ id, title, names, address }, field) {
  if (field === "id") return id;
  return { title, names: names.join(" "), slug: slugOf(address) }[field] ?? "";
}

/** @param {string} address */
const slugOf = (address) => address.split("/").at(-2)?.replaceAll("-", " ") ?? "";

/** @param {Name} page */
const wordsOf = ({ title, names }) => tokens([title, ...names].join(" "));

/**
 * Key of every name -> pages that have it, terms first.
 * @param {Name[]} pages
 */
function byKey(pages) {
  /** @type {Map<string, number[]>} */
  const called = new Map();
  const inOrder = [...pages.keys()].sort((one, other) => rank(pages[one]) - rank(pages[other]));
  for (const id of inOrder) {
    const { title, names, address } = pages[id];
    const keys = [title, ...names, slugOf(address)].map(tokens).flatMap((
      words,
    ) => [key(words), key(withoutSmall(words))]);
    for (const name of new Set(keys)) if (name) called.set(name, [...called.get(name) ?? [], id]);
  }
  return called;
}

/** @param {Name} page */
const rank = ({ kind }) => kind === "term" ? 0 : 1;

/**
 * The word that is at most two letters off, or one where the word is short.
 * @param {MiniSearch<string>} spelling
 * @param {string} word
 */
function nearest(spelling, word) {
  const most = word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length === 4 ? 1 : 2;
  for (let fuzzy = 1; fuzzy <= most; fuzzy += 1) {
    const found = spelling.search(word, { fuzzy }).flatMap(({ terms }) => terms);
    const fits = found.find((other) => fuzzy === 1 || other[0] === word[0]);
    if (fits) return fits;
  }
  return null;
}
