// The practice page: choose, try, reveal, grade, next.
import { isDue, KEY, Progress } from "../progress/store.js";
import { aliasesOf, siteData } from "../shared/data.js";
import { element, find, giveUp, notLoaded, plural, tell } from "../shared/dom.js";
import { choiceQuery, chosen, readChoice } from "./choice.js";
import { Session } from "./session.js";
import { showSummary } from "./summary.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../shared/data.js").Topic} Topic */

/**
 * Loads the list of questions, and offers to choose from them.
 * @param {HTMLElement} root
 */
export async function startPractice(root) {
  const data = siteData(new URL(root.dataset.practice ?? "", document.baseURI));
  const lists = await Promise.all([data.questions(), data.topics()]).catch(() => null);
  if (lists) new Practice(root, data, ...lists).begin();
  else {
    const remedy = "Check your connection, then reload the page. Your grades are safe.";
    giveUp(root, notLoaded("The questions", remedy), find(root, ".choose"), find(root, ".keep"));
  }
}

class Practice {
  /**
   * @param {HTMLElement} root
   * @param {import("../shared/data.js").SiteData} data
   * @param {Question[]} questions
   * @param {Topic[]} topics
   */
  constructor(root, data, questions, topics) {
    this.root = root;
    this.questions = questions;
    this.form = find(root, ".choose", HTMLFormElement);
    this.submit = find(root, "[type=submit]", HTMLButtonElement);
    this.parts = { choose: this.form, session: find(root, ".session"), summary: find(root, ".summary") };
    this.progress = new Progress();
    this.progress.rename(aliasesOf(questions));
    this.session = new Session(this.parts.session, data, this.progress, {
      refresh: () => this.#refresh(),
      end: (done) => {
        this.#show("summary");
        showSummary(this.parts.summary, done, topics, this.progress);
        this.#refresh();
      },
    });
  }

  begin() {
    this.#listen();
    this.#restore();
    this.#show("choose");
    this.root.hidden = false;
  }

  #listen() {
    this.form.addEventListener("input", () => {
      const query = choiceQuery(this.#choice());
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      this.#refresh();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start();
    });
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
  }

  async #start() {
    const queue = chosen(this.questions, this.#choice(), this.progress.cards, Date.now());
    try {
      await this.session.ready();
    } catch {
      return tell(this.root, [notLoaded("The schedule", "Check your connection, then start again.")]);
    }
    this.#show("session");
    this.session.start(queue);
  }

  /** @param {keyof Practice["parts"]} name */
  #show(name) {
    for (const [part, place] of Object.entries(this.parts)) place.hidden = part !== name;
    this.root.parentElement?.classList.toggle("practicing", name !== "choose");
  }

  /** What the form says. */
  #choice() {
    const data = new FormData(this.form);
    /** @param {string} name */
    const many = (name) => data.getAll(name).map(String);
    const [only = "", order = ""] = [...many("only"), ...many("order")];
    return { topic: many("topic"), level: many("level"), kind: many("kind"), only, order };
  }

  #refresh() {
    const now = Date.now();
    const choice = this.#choice();
    const count = chosen(this.questions, choice, this.progress.cards, now).length;
    const due = chosen(this.questions, { ...choice, only: "due" }, this.progress.cards, now).length;
    const sum = `${plural(count, "question")}${due ? `, ${due} due` : ""}`;
    find(this.form, "[name=sum]", HTMLOutputElement).value = count ? sum : "No question fits. Choose fewer limits.";
    this.submit.disabled = !count;
    const all = [...this.progress.cards.values()];
    const allDue = all.filter((card) => isDue(card, now)).length;
    find(this.root, ".keep .fold-hint").textContent = `${plural(all.length, "question")} graded, ${allDue} due`;
    tell(this.root, this.progress.told);
  }

  #restore() {
    const asked = readChoice(location.search);
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = this.form.querySelectorAll("[type=checkbox]");
    for (const box of boxes) {
      box.checked = asked[/** @type {"topic" | "level" | "kind"} */ (box.name)].includes(box.value);
    }
    find(this.form, "[name=only]", HTMLSelectElement).value = asked.only;
    find(this.form, "[name=order]", HTMLSelectElement).value = asked.order;
    this.#refresh();
  }
}

/**
 * Export, import, delete.
 * @param {HTMLElement} root
 * @param {Progress} progress
 * @param {() => void} refresh
 */
function offerToKeep(root, progress, refresh) {
  find(root, "[data-do=export]").addEventListener("click", () => {
    const href = URL.createObjectURL(new Blob([progress.export()], { type: "application/json" }));
    element("a", { href, download: `sre-interview-grades-${new Date().toISOString().slice(0, 10)}.json` }).click();
    URL.revokeObjectURL(href);
  });
  find(root, "[data-do=clear]").addEventListener("click", () => {
    const question = "Delete all grades that this browser keeps for this site?";
    if (!confirm(`${question} Export them first if you may want them back.`)) return;
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
