// The search dialog over Pagefind's index, which it loads in pieces: a query costs only the pieces that hold its words.
import { element, find, plural } from "../shared/dom.js";

/** @typedef {{ balanced_score: number }} Hit */
/** @typedef {{ url: string, title?: string, excerpt: string, weighted_locations: Hit[] }} Section */
/** @typedef {Section & { meta: { title: string }, sub_results?: Section[] }} Result */
/** @typedef {{ data: () => Promise<Result> }} Pending */

const SHOWN = 8;
const QUESTIONS = 4; // at most, where other pages have been found too, so that those can be seen
const SMALL = new Set(
  ("a an and are as at be by do does for from how i in is it my of on or so that the this to was we what when which " +
    "who why with you your").split(" "),
);
const KINDS = [["/questions/", "Question"], ["/topics/", "Topic"], ["/glossary/", "Term"]];

/**
 * Loads Pagefind and makes the dialog.
 * @param {URL} index address of Pagefind's script
 */
export async function createSearch(index) {
  const pagefind = await import(index.href);
  await pagefind.options({ excerptLength: 24, ranking: { termFrequency: 0.8, pageLength: 0.4 } });
  await pagefind.init();
  pagefind.filters(); // wakes the worker while the reader types
  const { dialog, input, status, list } = build();
  let latest = 0;

  const run = async () => {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      list.replaceChildren();
      status.textContent = "Type a term, an acronym or a few words.";
      return;
    }
    const { chosen, count } = await results(pagefind, telling(query));
    if (mine !== latest) return; // somebody typed on
    list.replaceChildren();
    showInOrder(chosen.map((result) => result.data()), (data) => mine === latest && list.append(entry(data)));
    status.textContent = count
      ? `${plural(count, "page")} found`
      : `Nothing found for “${query}”. Try one word of it, or its acronym.`;
  };
  input.addEventListener("input", run);
  dialog.addEventListener("keydown", (event) => moveBy({ ArrowDown: 1, ArrowUp: -1 }[event.key], event, input, list));
  find(dialog, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", ({ target }) => target instanceof Element && target.closest("a") && dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  run();
  return {
    open() {
      if (!dialog.open) dialog.showModal();
      input.select();
    },
  };
}

/**
 * The first results to show, questions before other pages, and how many there are.
 * @param {{ search: (words: string, options: object) => Promise<{ results: Pending[] }> }} pagefind
 * @param {string} words
 */
async function results(pagefind, words) {
  const [questions, others] = await Promise.all(
    ["true", "false"].map((question) => pagefind.search(words, { filters: { question } })),
  );
  const first = questions.results.slice(0, others.results.length ? QUESTIONS : SHOWN);
  const chosen = [...first, ...others.results.slice(0, SHOWN - first.length)];
  return { chosen, count: questions.results.length + others.results.length };
}

/**
 * All are on their way at once; each is shown as soon as it and those before it are there.
 * @param {Promise<Result>[]} pending
 * @param {(data: Result) => void} show
 */
async function showInOrder(pending, show) {
  for (const data of pending) show(await data);
}

/**
 * Words like "and" would outweigh the others; they count only where there is nothing else.
 * @param {string} query
 */
function telling(query) {
  const words = query.split(/\s+/);
  const rest = words.filter((word) => !SMALL.has(word.toLowerCase()));
  return (rest.length ? rest : words).join(" ");
}

function build() {
  const input = element("input", { type: "search", autocomplete: "off", spellcheck: false });
  input.setAttribute("aria-label", "Search questions and terms");
  const close = element("button", { type: "button", textContent: "Close" });
  const form = element("form", {}, input, close);
  form.setAttribute("role", "search");
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = element("ul");
  list.setAttribute("aria-label", "Results");
  const dialog = element("dialog", { className: "search" }, form, status, list);
  dialog.setAttribute("aria-label", "Search");
  close.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  return { dialog, input, status, list };
}

/** @param {Result} result */
function entry(result) {
  const best = bestSection(result);
  const kind = KINDS.find(([folder]) => result.url.includes(folder))?.[1] ?? "Page";
  const where = best.title && best.title !== result.meta.title ? `${kind}, ${best.title}` : kind;
  const link = element(
    "a",
    { href: best.url },
    element("span", { className: "what", textContent: where }),
    element("br"),
    element("strong", { textContent: result.meta.title }),
    element("span", { className: "excerpt" }, ...marked(best.excerpt)),
  );
  return element("li", {}, link);
}

/**
 * The section with the weightiest hits, so that a hit inside a fold opens it.
 * @param {Result} result
 * @returns {Section}
 */
function bestSection(result) {
  /** @param {Section} section */
  const weight = (section) => section.weighted_locations.reduce((sum, hit) => sum + hit.balanced_score, 0);
  /** @type {Section} */
  const whole = { ...result, weighted_locations: [] };
  return (result.sub_results ?? []).reduce((best, next) => (weight(next) > weight(best) ? next : best), whole);
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

/**
 * @param {number | undefined} step
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
function moveBy(step, event, input, list) {
  if (!step) return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops.findIndex((stop) => stop === document.activeElement) + step;
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
}
