// The search dialog. It asks the names of all pages first, and then their full text; either works without the other.
import { element, find, plural } from "../shared/dom.js";
import { fullText } from "./full-text.js";
import { nameIndex } from "./names.js";
import { mentioned, named } from "./results.js";
import { asked } from "./words.js";

/** @typedef {import("./full-text.js").Found} Found */
/** @typedef {import("./names.js").Hit} Hit */
/** @typedef {import("./words.js").Asked} Asked */
/** @typedef {ReturnType<typeof nameIndex>} Names */
/** @typedef {{ pagefind: URL, names: URL, home: URL, questions: URL }} Addresses */
/** @typedef {{ found: Found | null, meant: Asked | null }} Answer `found` is null where the full text did not come */

const QUOTED = 60; // characters of a query that is repeated

/**
 * @param {Addresses} addresses
 */
export function createSearch(addresses) {
  const { dialog, input, status, list } = build();
  const text = fullText(addresses.pagefind.href);
  text.wake(); // while the reader types
  const names = loaded(addresses.names);
  let latest = 0;

  const run = async () => {
    const mine = ++latest;
    const late = () => mine !== latest; // somebody typed on
    list.ariaBusy = "true";
    const index = await names;
    if (!late()) await look(index, late);
    if (!late()) list.ariaBusy = "false";
  };
  /**
   * @param {Names} index
   * @param {() => boolean} late
   */
  const look = async (index, late) => {
    const show = (/** @type {Hit[]} */ hits) =>
      list.replaceChildren(...hits.map(({ name }) => named(name, addresses.home)));
    const query = asked(input.value, index.words);
    const head = index.find(query);
    if (head.length || !query.text) show(head);
    if (!query.text) return status.replaceChildren("Type a term, an acronym or a few words.");
    const { found, meant } = await answer(text, index, query);
    if (late()) return;
    const hits = meant ? index.find(meant) : head;
    if (meant || !head.length) show(hits);
    const complete = found && await append(list, found, late);
    if (late()) return;
    if (!complete) return status.replaceChildren(...failed(addresses.questions));
    const count = Math.max(found.count + hits.filter(({ whole }) => !whole).length, list.children.length);
    const better = meant && again(input, run, meant);
    status.replaceChildren(...said(query, better, found.leftOut, count, addresses.questions));
  };
  input.addEventListener("input", run);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { // in a search field the first Escape would only empty it
      event.preventDefault();
      dialog.close();
    }
    moveBy({ ArrowDown: 1, ArrowUp: -1 }[event.key], event, input, list);
  });
  find(dialog, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  for (const part of [list, status]) {
    part.addEventListener("click", ({ target }) => target instanceof Element && target.closest("a") && dialog.close());
  }
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  run();
  return {
    /** @param {string} [query] */
    open(query) {
      if (!dialog.open) dialog.showModal();
      if (query !== undefined) {
        input.value = query;
        run();
      }
      input.select();
    },
  };
}

/**
 * Without the names the full text is still there.
 * @param {URL} address
 */
async function loaded(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(address.href);
    return nameIndex(await response.json());
  } catch {
    return nameIndex({ pages: [], words: {} });
  }
}

/**
 * The full text with all words; else as the words were probably meant; else with as many of them as there are.
 * @param {ReturnType<typeof fullText>} text
 * @param {Names} names
 * @param {Asked} query
 * @returns {Promise<Answer>}
 */
async function answer(text, names, query) {
  try {
    if (query.phrase) {
      const found = await text.withPhrase(query.text);
      if (found.count) return { found, meant: null };
    }
    const { telling } = query;
    const found = await text.withAll(telling);
    if (query.phrase && found.count) return { found: { ...found, leftOut: [query.text] }, meant: null };
    const words = found.exact ? null : names.meant(telling);
    if (words) {
      const meant = asked(words.join(" "), names.words);
      const better = await text.withAll(meant.telling);
      const found = better.count ? better : await text.withMost(meant.telling);
      if (found.count || names.find(meant).length) return { found, meant };
    }
    if (found.count) return { found, meant: null };
    return { found: await text.withMost(telling), meant: null };
  } catch {
    return { found: null, meant: null };
  }
}

/**
 * Each page is shown as soon as it and those before are there; one that its name has brought already, once.
 * @param {HTMLElement} list
 * @param {Found} found
 * @param {() => boolean} late
 * @returns {Promise<boolean>} whether all came
 */
async function append(list, { pages }, late) {
  try {
    for (const pending of pages) {
      const item = mentioned(await pending);
      if (late()) return false;
      const place = (/** @type {Element} */ entry) => find(entry, "a", HTMLAnchorElement).pathname;
      const same = [...list.children].find((other) => place(other) === place(item));
      if (!same) list.append(item);
      else if (!find(same, ".excerpt").textContent) find(same, ".excerpt").append(...find(item, ".excerpt").childNodes);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Asked} query
 * @param {HTMLElement | null} meant
 * @param {string[]} leftOut
 * @param {number} count
 * @param {URL} questions
 * @returns {(string | Node)[]}
 */
function said(query, meant, leftOut, count, questions) {
  const pages = `${plural(count, "page")} found`;
  const quote = (/** @type {string} */ text) => `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;
  if (!count) {
    const nothing = `Nothing found for ${quote(query.text)}. Try another word for it, its acronym, or see `;
    return [nothing, element("a", { href: questions.href, textContent: "all questions" }), "."];
  }
  const without = leftOut.length ? ` without ${leftOut.map(quote).join(", ")}` : "";
  if (meant) return ["Did you mean ", meant, `? ${pages}${without}.`];
  if (query.phrase && leftOut.includes(query.text)) {
    return [`No page has ${quote(query.text)} word for word. ${pages}.`];
  }
  return [without ? `No page has all of these words. ${pages}${without}.` : pages];
}

/**
 * The button that takes over what was probably meant.
 * @param {HTMLInputElement} input
 * @param {() => void} run
 * @param {Asked} meant
 */
function again(input, run, { text }) {
  const button = element("button", { type: "button", textContent: text });
  button.addEventListener("click", () => {
    input.value = text;
    input.focus();
    run();
  });
  return button;
}

/**
 * @param {URL} questions
 * @returns {(string | Node)[]}
 */
function failed(questions) {
  const list = element("a", { href: questions.href, textContent: "the list of all questions" });
  return ["The search could not be loaded completely. Try again later, or see ", list, "."];
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
