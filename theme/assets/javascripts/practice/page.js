// The practice page: choose, try, reveal, grade, next.
import { deckOf, isDue, KEY, Progress } from "../progress/store.js";
import { aliasesOf, siteData } from "../shared/data.js";
import { element, find, giveUp, notLoaded, plural, remember, tell } from "../shared/dom.js";
import { choiceQuery, chosen, most, readChoice } from "./choice.js";
import { itemsOf, NOUNS } from "./decks.js";
import { keep, running } from "./resume.js";
import { offerSingleKeys } from "./single-keys.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../shared/data.js").Topic} Topic */
/** @typedef {import("./decks.js").Item} Item */
/** @typedef {import("./choice.js").Choice} Choice */

/**
 * Loads the list of questions, and offers to choose from them.
 * @param {HTMLElement} root
 */
export async function startPractice(root) {
  const data = siteData(new URL(root.dataset.practice ?? "", document.baseURI));
  const lists = await Promise.all([data.questions(), data.topics()]).catch(() => null);
  if (lists) await new Practice(root, data, ...lists).begin();
  else {
    const remedy = "Check your connection, then reload the page. Your grades are safe.";
    giveUp(root, notLoaded("The questions", remedy), find(root, ".choose"), find(root, ".keep"));
  }
}

class Practice {
  /** @type {Item[]} */
  #items = []; // of the mode that is chosen
  /** @type {string | null} */
  #mode = null; // that the items are of
  /** @type {Promise<{ start: import("./session.js").Session["start"] }> | null} */
  #session = null; // loaded with the first round: most of this page's bytes

  /**
   * @param {HTMLElement} root
   * @param {import("../shared/data.js").SiteData} data
   * @param {Question[]} questions
   * @param {Topic[]} topics
   */
  constructor(root, data, questions, topics) {
    this.root = root;
    this.data = data;
    this.questions = questions;
    this.topics = topics;
    this.form = find(root, ".choose", HTMLFormElement);
    this.submit = find(root, "[type=submit]", HTMLButtonElement);
    this.resume = find(root, "[data-do=resume]", HTMLButtonElement);
    this.parts = { choose: this.form, session: find(root, ".session"), summary: find(root, ".summary") };
    this.progress = new Progress();
    this.progress.rename(aliasesOf(questions));
    this.progress.settle("interview", new Set(questions.map(({ id }) => id)));
  }

  async begin() {
    this.#listen();
    await this.#restore();
    this.#show("choose");
    this.root.hidden = false;
  }

  #listen() {
    this.form.addEventListener("input", () => {
      this.#changed();
      const query = choiceQuery(this.#choice());
      remember(query ? `?${query}` : location.pathname);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const choice = this.#choice();
      const fitting = chosen(this.#items, choice, this.progress.cards, Date.now());
      this.#start(choice.mode, fitting.slice(0, most(choice)));
    });
    this.resume.addEventListener("click", () => this.#resume());
    find(this.root, "[data-do=again]").addEventListener("click", () => {
      this.#show("choose");
      this.#refresh();
      this.submit.focus();
    });
    addEventListener("popstate", () => this.#restore());
    addEventListener("storage", (event) => {
      if (event.key !== KEY && event.key !== null) return;
      this.progress.reload();
      this.#refresh();
    });
    offerToKeep(this.root, this.progress, () => this.#refresh());
    offerSingleKeys(find(this.root, "[data-single-keys]", HTMLInputElement));
  }

  /** Draws what the form says; what a mode needs besides is loaded first. */
  async #changed() {
    const { mode } = this.#choice();
    if (mode !== this.#mode) {
      this.#items = [];
      this.#mode = null;
      const items = await itemsOf(mode, this.data, this.questions).catch(() => null);
      if (mode !== this.#choice().mode) return; // changed meanwhile
      if (!items) return this.#refresh([notLoaded("The cards", "Check your connection, then choose again.")]);
      this.#items = items;
      this.#mode = mode;
      if (mode) this.progress.settle(mode, new Set(items.map(({ id }) => id)));
    }
    this.#refresh();
  }

  /**
   * @param {string} mode
   * @param {Item[]} queue
   * @param {import("./resume.js").Running} [from]
   */
  async #start(mode, queue, from) {
    this.#session ??= this.#load();
    const session = await this.#session.catch(() => null);
    if (!session) {
      this.#session = null; // the next try may succeed
      return tell(this.root, [notLoaded("The schedule", "Check your connection, then start again.")]);
    }
    this.#show("session");
    session.start(mode, queue, from);
  }

  async #load() {
    const [{ Session }, { showSummary }, schedule] = await Promise.all([
      import("./session.js"),
      import("./summary.js"),
      import("../progress/schedule.js"),
    ]);
    return new Session(this.parts.session, this.progress, schedule, {
      refresh: () => this.#refresh(),
      end: (done) => {
        this.#show("summary");
        showSummary(this.parts.summary, done, this.#items, this.topics, this.progress);
        this.#refresh();
      },
    });
  }

  async #resume() {
    const from = running();
    if (!from) return;
    const mode = find(this.form, `[name=mode][value="${from.mode}"]`, HTMLInputElement);
    mode.checked = true;
    await this.#changed();
    const queue = from.queue.flatMap((id) => this.#items.find((item) => item.id === id) ?? []);
    if (queue.length === from.queue.length) return this.#start(from.mode, queue, from);
    keep(null); // the site has other cards by now
    this.#refresh(["Some of its cards are no longer available. Start a new session; your grades are saved."]);
  }

  /** @param {keyof Practice["parts"]} name */
  #show(name) {
    for (const [part, place] of Object.entries(this.parts)) place.hidden = part !== name;
    this.root.parentElement?.classList.toggle("practicing", name !== "choose");
  }

  /**
   * What the form says.
   * @returns {Choice}
   */
  #choice() {
    const data = new FormData(this.form);
    /** @param {string} name */
    const many = (name) => data.getAll(name).map(String);
    /** @param {string} name */
    const one = (name) => many(name)[0] ?? "";
    return {
      mode: one("mode"),
      topic: many("topic"),
      level: many("level"),
      kind: many("kind"),
      only: one("only"),
      order: one("order"),
      length: one("length"),
    };
  }

  /** @param {string[]} [told] */
  #refresh(told = []) {
    const now = Date.now();
    const choice = this.#choice();
    const noun = NOUNS[choice.mode || "interview"];
    const count = chosen(this.#items, choice, this.progress.cards, now).length;
    const due = chosen(this.#items, { ...choice, only: "due" }, this.progress.cards, now).length;
    const sum = `${plural(count, noun)}${due ? `, ${due} due` : ""}`;
    find(this.form, "[name=sum]", HTMLOutputElement).value = count ? sum : `No ${noun}s match. Try removing a filter.`;
    this.submit.disabled = !count;
    const left = running();
    this.resume.hidden = !left;
    if (left) this.resume.textContent = `Resume at ${left.at + 1} of ${left.queue.length}`;
    this.#showCounts(now);
    tell(this.root, [...told, ...this.progress.told]);
  }

  /**
   * What is due in each mode, and what is kept.
   * @param {number} now
   */
  #showCounts(now) {
    const cards = [...this.progress.cards];
    const due = cards.filter(([, card]) => isDue(card, now));
    /** @type {string[]} */
    const kept = [];
    for (const [mode, noun] of Object.entries(NOUNS)) {
      const mark = find(this.form, `.due-${mode}`);
      const own = due.filter(([id]) => deckOf(id) === mode).length;
      mark.textContent = `${own} due`;
      mark.hidden = !own;
      const all = cards.filter(([id]) => deckOf(id) === mode).length;
      if (all || mode === "interview") kept.push(plural(all, mode === "glossary" ? "glossary card" : noun));
    }
    find(this.root, ".keep .fold-hint").textContent = `${kept.join(", ")} graded, ${due.length} due`;
  }

  #restore() {
    const asked = readChoice(location.search);
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = this.form.querySelectorAll("[type=checkbox]");
    for (const box of boxes) {
      box.checked = asked[/** @type {"topic" | "level" | "kind"} */ (box.name)].includes(box.value);
    }
    for (const name of /** @type {const} */ (["only", "order", "length"])) {
      find(this.form, `[name=${name}]`, HTMLSelectElement).value = asked[name];
    }
    find(this.form, `[name=mode][value="${asked.mode}"]`, HTMLInputElement).checked = true;
    return this.#changed();
  }
}

/**
 * Export, import, delete.
 * @param {HTMLElement} root
 * @param {Progress} progress
 * @param {() => void} refresh
 */
function offerToKeep(root, progress, refresh) {
  find(root, "[data-do=export]").addEventListener("click", () => save(root, progress.export()));
  find(root, "[data-do=clear]").addEventListener("click", () => {
    const question = "Delete all grades saved in this browser?";
    if (!confirm(`${question} Export them first if you might want them back.`)) return;
    progress.clear();
    refresh();
  });
  const input = find(root, "[type=file]", HTMLInputElement);
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const told = progress.import(await file.text());
    input.value = "";
    refresh();
    tell(root, [told, ...progress.told]);
  });
}

/**
 * Some browsers read the file only later, and follow a link only where it stands in the page.
 * @param {HTMLElement} root
 * @param {string} text
 */
function save(root, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const download = `sre-interview-grades-${new Date().toISOString().slice(0, 10)}.json`;
  const link = element("a", { href, download, hidden: true });
  root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}
