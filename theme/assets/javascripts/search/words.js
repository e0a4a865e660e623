// What somebody typed, as words to look for.

const MAX_CHARACTERS = 300;
const MAX_WORDS = 12;
// Words that say how a thing is asked for, and not which.
const SMALL = new Set(
  ("a about all am an and any are as at be been being between both by can compare compared comparison could " +
    "define definition describe did differ difference differences different differs do does doing each explain " +
    "explained for from give got had has have hello help hey hi how i if in into is it its just let like many " +
    "may me mean meaning means might much my need of on or our please really say should so some tell than that " +
    "the their them then there these they thing things this those to us use used using versus vs want was we " +
    "were what whats when where whether which while who why will with without would you your").split(" "),
);

/**
 * @typedef {object} Asked
 * @property {string} text what was typed, in one line, at most so long
 * @property {boolean} phrase whether it stands in quotation marks
 * @property {string[]} all every word
 * @property {string[]} telling those that say which thing is asked for
 */

/**
 * @param {string} typed
 * @param {Record<string, string>} written what pages write for a word that is typed
 * @returns {Asked}
 */
export function asked(typed, written) {
  const text = typed.slice(0, MAX_CHARACTERS).replace(/[“”„«»]/g, '"').replace(/\s+/g, " ").trim();
  const phrase = /^"[^"]*\w[^"]*"$/.test(text);
  const all = tokens(text).flatMap((word) => Object.hasOwn(written, word) ? tokens(written[word]) : [word]);
  const telling = [...new Set(all.filter((word) => !SMALL.has(word)))];
  return { text, phrase, all, telling: (telling.length ? telling : all).slice(0, MAX_WORDS) };
}

/**
 * Lower-case words without accents: `SRE's CI/CD` is `sres`, `ci`, `cd`; `99.9` and `n+2` stay whole.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  const plain = text.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+(?:[.,+]\p{N}+)*/gu) ?? [];
}

/**
 * A word without the ending of its plural; no dictionary, but the same for question and page.
 * @param {string} word
 */
export function singular(word) {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/(ch|sh|ss|x)es$/, "$1").replace(/s$/, "");
}

/**
 * The same for `on-call`, `on call` and `oncall`, and for one and many.
 * @param {string[]} words
 */
export const key = (words) => words.map(singular).join("");

/** @param {string[]} words */
export const withoutSmall = (words) => words.filter((word) => !SMALL.has(word));

/**
 * How well a page's word answers a word of the query: 2 it holds the word; 1 another form of it, or most of its
 * letters; 0 not at all. Pagefind falls back on ever shorter beginnings, down to a letter.
 * @param {string} word
 * @param {string} onPage
 */
export function answers(word, onPage) {
  const stem = word.replace(/(?:ies|ing|ed|es|s)$/, "");
  return Math.max(
    0,
    ...tokens(onPage).map((found) => {
      if (found.includes(singular(word))) return 2;
      let same = 0;
      while (same < word.length && word[same] === found[same]) same += 1;
      return Number(same >= 3 && (same === stem.length || same >= 0.6 * word.length));
    }),
  );
}
