// One result as the reader sees it.
import { element } from "../shared/dom.js";

/** @typedef {import("./full-text.js").Page} Page */
/** @typedef {import("./full-text.js").Section} Section */
/** @typedef {import("./names.js").Name} Name */

/** @type {Record<string, string>} */
const KINDS = { question: "Question", topic: "Topic", term: "Term", kit: "Kit" };
const FOLDERS = [["/questions/", "question"], ["/topics/", "topic"], ["/glossary/", "term"], ["/kits/", "kit"]];

/**
 * A page that was found by its name.
 * @param {Name} name
 * @param {URL} home
 */
export function named({ kind, address, title, says }, home) {
  return entry(new URL(address, home).href, KINDS[kind] ?? "Page", title, says ? [says] : []);
}

/**
 * A page that was found by its text.
 * @param {Page} page
 */
export function mentioned(page) {
  const best = bestSection(page);
  const kind = KINDS[FOLDERS.find(([folder]) => page.url.includes(folder))?.[1] ?? ""] ?? "Page";
  const where = best.title && best.title !== page.meta.title ? `${kind}, ${best.title}` : kind;
  return entry(best.url, where, page.meta.title, marked(best.excerpt));
}

/**
 * @param {string} href
 * @param {string} what
 * @param {string} title
 * @param {(string | Node)[]} excerpt
 */
function entry(href, what, title, excerpt) {
  const link = element(
    "a",
    { href },
    element("span", { className: "what", textContent: what }),
    element("br"),
    element("strong", { textContent: title }),
    element("span", { className: "excerpt" }, ...excerpt),
  );
  return element("li", {}, link);
}

/**
 * The section with the weightiest hits, so that a hit inside a fold opens it.
 * @param {Page} page
 * @returns {Section}
 */
function bestSection(page) {
  /** @param {Section} section */
  const weight = (section) => section.weighted_locations.reduce((sum, hit) => sum + hit.balanced_score, 0);
  /** @type {Section} */
  const whole = { ...page, weighted_locations: [] };
  return (page.sub_results ?? []).reduce((best, next) => (weight(next) > weight(best) ? next : best), whole);
}

/**
 * Pagefind's excerpt is text with <mark> around the hits; only those are taken over as markup.
 * @param {string} excerpt
 */
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  return [...parsed.body.childNodes].map(({ nodeName, textContent }) =>
    nodeName === "MARK" ? element("mark", { textContent: textContent ?? "" }) : textContent ?? ""
  );
}
