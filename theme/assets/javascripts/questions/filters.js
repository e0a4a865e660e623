// Filters the list of questions by text, topic, level and kind at once; the state lives in the address.
// It imports nothing: the list of questions has no request to spare.

const MANY = /** @type {const} */ (["level", "kind"]);

/** @typedef {{ text: string, topic: string, level: string[], kind: string[] }} Choice */

/** @param {HTMLFormElement} form */
export function startFilters(form) {
  const rows = rowsOfThisPage();
  const more = part(form, "[aria-expanded]"); // on a phone, level and kind wait for it
  const apply = () => {
    const chosen = state(form);
    showFitting(rows, chosen);
    showResult(form, more, rows.size, chosen);
    return chosen;
  };
  const remember = () => {
    const query = address(apply());
    try {
      history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    } catch {
      // Refused to those who type fast: the address lags behind until the next change.
    }
  };
  /** @param {boolean} open */
  const show = (open) => {
    form.classList.toggle("more", open);
    more.setAttribute("aria-expanded", String(open));
  };
  const follow = () => {
    restore(form);
    const { level, kind } = apply();
    if (level.length || kind.length) show(true);
  };
  more.addEventListener("click", () => show(!form.classList.contains("more")));
  form.addEventListener("input", remember);
  form.addEventListener("reset", () => {
    const result = part(form, "[name=result]");
    result.tabIndex = -1;
    result.focus(); // the button that had the focus goes
    setTimeout(remember);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  part(form, "[data-search-for]").addEventListener("click", () => {
    document.dispatchEvent(new CustomEvent("search-for", { detail: state(form).text }));
  });
  addEventListener("popstate", follow);
  follow();
  document.documentElement.classList.remove("filtering");
}

/**
 * What the page is sure to have.
 * @param {HTMLElement} root
 * @param {string} selector
 */
const part = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

/** Every row with its text, in lower case. */
function rowsOfThisPage() {
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("li[data-topic]");
  return new Map([...rows].map((row) => [row, part(row, "a").textContent.toLowerCase()]));
}

/**
 * Hides the rows that do not fit, and the headings with nothing below them.
 * @param {Map<HTMLElement, string>} rows
 * @param {Choice} chosen
 */
function showFitting(rows, chosen) {
  for (const [row, text] of rows) row.hidden = !fits(row, text, chosen);
  /** @type {NodeListOf<HTMLElement>} */
  const headings = document.querySelectorAll(".text > h2");
  for (const heading of headings) {
    const list = heading.nextElementSibling;
    if (!(list instanceof HTMLElement)) continue;
    heading.hidden = list.hidden = [...list.children].every((row) => row instanceof HTMLElement && row.hidden);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} more
 * @param {number} all
 * @param {Choice} chosen
 */
function showResult(form, more, all, chosen) {
  const shown = document.querySelectorAll("li[data-topic]:not([hidden])").length;
  part(form, "[type=reset]").hidden = !address(chosen);
  const boxes = chosen.level.length + chosen.kind.length;
  more.textContent = boxes ? `Level and type (${boxes})` : "Level and type";
  const noun = all === 1 ? "question" : "questions";
  part(form, "[name=result]").textContent = shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
  offerPractice(/** @type {HTMLAnchorElement} */ (part(form, "[data-practise]")), shown, chosen);
  const full = part(form, "[data-search-for]"); // a title holds few of a page's words
  full.hidden = shown > 0 || !chosen.text;
  full.textContent = `Search the full text for “${chosen.text}”`;
}

/**
 * Practice knows no text; it does know when there is nothing to practice.
 * @param {HTMLAnchorElement} link
 * @param {number} shown
 * @param {Choice} chosen
 */
function offerPractice(link, shown, { topic, level, kind }) {
  link.dataset.href ??= link.href;
  link.href = link.dataset.href;
  link.search = address({ topic, level, kind });
  if (!shown) link.removeAttribute("href");
  link.setAttribute("aria-disabled", String(!shown));
}

/**
 * @param {HTMLFormElement} form
 * @returns {Choice}
 */
function state(form) {
  const data = new FormData(form);
  return {
    text: String(data.get("text")).trim().toLowerCase(),
    topic: String(data.get("topic")),
    level: data.getAll("level").map(String),
    kind: data.getAll("kind").map(String),
  };
}

/**
 * @param {HTMLElement} row
 * @param {string} text
 * @param {Choice} chosen
 */
function fits(row, text, chosen) {
  return (
    (!chosen.topic || row.dataset.topic === chosen.topic) &&
    MANY.every((name) => !chosen[name].length || chosen[name].includes(row.dataset[name] ?? "")) &&
    chosen.text.split(/\s+/).every((word) => text.includes(word))
  );
}

/**
 * Commas stay readable in an address that is pasted into a job posting.
 * @param {Partial<Choice>} chosen
 */
function address(chosen) {
  const parts = Object.entries(chosen).filter(([, value]) => value.length);
  return parts.map(([name, value]) => `${name}=${[value].flat().map(encodeURIComponent).join(",")}`).join("&");
}

/**
 * What an address asks for and the form does not offer is left out.
 * @param {HTMLFormElement} form
 */
function restore(form) {
  const asked = new URLSearchParams(location.search);
  /** @type {HTMLInputElement} */ (part(form, "[name=text]")).value = (asked.get("text") ?? "").slice(0, 100);
  const topics = /** @type {HTMLSelectElement} */ (part(form, "[name=topic]"));
  const topic = asked.get("topic") ?? "";
  topics.value = [...topics.options].some((option) => option.value === topic) ? topic : "";
  for (const name of MANY) {
    const values = (asked.get(name) ?? "").split(",");
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = form.querySelectorAll(`[name="${name}"]`);
    for (const box of boxes) box.checked = values.includes(box.value);
  }
}
