// The kit builder: everything that it knows stands in the address, everything that it shows comes from the site's data.
import { aliasesOf, siteData } from "../shared/data.js";
import { element, find, giveUp, notLoaded, remember, tell } from "../shared/dom.js";
import { kitFragment, LONGEST, MOST, readKit, SHORTEST } from "./address.js";
import { summary } from "./hints.js";
import { filled } from "./posting.js";
import { fillScorecard } from "./scorecard.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../shared/data.js").WholeQuestion} WholeQuestion */
/** @typedef {{ id: string, minutes: number }} Item */
/** @typedef {{ items: Item[], name: string, level: string, shared: boolean }} Kit every item has its minutes */
/** @typedef {Awaited<ReturnType<typeof listOf>>} Known */

/**
 * Loads the list of questions, and shows the kit that the address holds.
 * @param {HTMLElement} root
 */
export async function startBuilder(root) {
  const known = await listOf(new URL(root.dataset.builder ?? "", document.baseURI)).catch(() => null);
  if (known) new Builder(root, known).read();
  else {
    const remedy = "Reload the page to try again. Your kit is saved in the URL.";
    giveUp(root, notLoaded("The list of questions", remedy), find(root, "form"));
  }
}

/** @param {URL} home */
async function listOf(home) {
  const data = siteData(home);
  const [questions, topics] = await Promise.all([data.questions(), data.topics()]);
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [alias, id] of aliasesOf(questions)) byId.set(alias, /** @type {Question} */ (byId.get(id)));
  /** @param {Question} question */
  const whole = (question) => data.question(question.id);
  return { questions, topics, byId, whole };
}

class Builder {
  #edited = false; // here, not by another address
  #latest = 0; // counts drawings, so that a slow answer never lands in a later one
  /** @type {Kit} */
  #kit = { items: [], name: "", level: "", shared: false };

  /**
   * @param {HTMLElement} root
   * @param {Known} known
   */
  constructor(root, known) {
    this.root = root;
    this.known = known;
    this.form = find(root, "form", HTMLFormElement);
    this.name = find(root, "[name=name]", HTMLInputElement);
    this.level = find(root, "[name=level]", HTMLSelectElement);
    this.add = find(root, "[name=add]", HTMLSelectElement);
    this.addButton = find(root, "[data-add]", HTMLButtonElement);
    this.heading = /** @type {ChildNode} */ (find(document, "h1").firstChild);
    this.title = this.heading.textContent;
    this.tab = document.title;
    this.site = this.tab.slice(this.tab.lastIndexOf(" | "));
    this.snippets = [...root.querySelectorAll(".snippet code")].map((code) => ({ code, text: code.textContent }));
    offer(this.add, known.questions);
    this.#listen();
  }

  /** Takes over what the address holds. */
  read() {
    this.#edited = false;
    const { told, ...asked } = readKit(location.hash);
    this.#kit = { ...asked, items: settled(asked.items, this.known, told) };
    this.#draw(told);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.name.addEventListener("input", () => {
      this.#kit.name = this.name.value;
      this.#nameTab();
      remember(kitFragment(this.#kit));
    });
    this.name.addEventListener("change", () => this.#write(false));
    this.level.addEventListener("change", () => {
      this.#kit.level = this.level.value;
      this.#write();
    });
    this.addButton.addEventListener("click", () => this.#addChosen());
    addEventListener("hashchange", () => this.read());
  }

  #addChosen() {
    const question = this.known.byId.get(this.add.value);
    if (!question) return this.add.focus();
    if (this.#kit.items.some((item) => item.id === question.id)) {
      return tell(this.root, [`“${question.title}” is already in the kit.`]);
    }
    this.#change((items) => items.push({ id: question.id, minutes: question.minutes }));
  }

  /**
   * @param {(items: Item[]) => void} edit
   * @param {string} [focus] what has the focus then
   */
  #change(edit, focus) {
    edit(this.#kit.items);
    this.#write();
    if (focus) find(this.root, focus).focus();
  }

  /** @param {boolean} [whole] a click that ends the typing of a name must still find its button */
  #write(whole = true) {
    this.#edited = true;
    this.#draw([], whole);
    remember(kitFragment(this.#kit));
  }

  /**
   * @param {string[]} told
   * @param {boolean} [whole] the form, too
   */
  async #draw(told, whole = true) {
    const mine = ++this.#latest;
    const chosen = this.#kit.items.map((item) => /** @type {Question} */ (this.known.byId.get(item.id)));
    tell(this.root, told);
    if (whole) this.#drawForm(chosen);
    this.#drawParts(chosen);
    this.#nameTab();
    if (chosen.length) await this.#drawSheet(chosen, told, mine);
    this.root.hidden = false; // at once, so that nothing moves
  }

  /** @param {Question[]} chosen */
  #drawForm(chosen) {
    this.name.value = this.#kit.name;
    this.level.value = this.#kit.level;
    find(this.root, ".picked").replaceChildren(...chosen.map((_, index) => this.#row(chosen, index)));
    const sum = summary(chosen, minutesOf(this.#kit), this.#kit.level);
    find(this.root, "[name=sum]", HTMLOutputElement).value = chosen.length ? sum : "";
    this.add.disabled = this.addButton.disabled = chosen.length >= MOST;
  }

  /**
   * What is to be seen: the editor, or the kit as it was shared.
   * @param {Question[]} chosen
   */
  #drawParts(chosen) {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.root.querySelectorAll(".more, .edit");
    for (const link of links) link.hash = kitFragment({ ...this.#kit, shared: false });
    const shared = this.#kit.shared && chosen.length > 0;
    this.form.hidden = shared;
    find(this.root, ".shared").hidden = !shared;
    find(this.root, ".nothing").hidden = chosen.length > 0;
    find(this.root, ".after").hidden = !chosen.length;
    /** @type {NodeListOf<HTMLElement>} */
    const paragraphs = document.querySelectorAll(".text > p");
    for (const paragraph of paragraphs) paragraph.hidden = shared;
    this.heading.textContent = shared ? this.#kit.name || "Interview kit" : this.title;
    const asked = chosen.map((question, index) => listed(question, this.#kit.items[index].minutes));
    find(this.root, ".asked").replaceChildren(...asked);
  }

  /** A tab, a bookmark and the name of a PDF say which kit it is. */
  #nameTab() {
    const name = this.#kit.name.trim() || "Interview kit";
    document.title = this.#kit.items.length ? `${name}${this.site}` : this.tab;
  }

  /**
   * The scorecard and the text for a posting.
   * @param {Question[]} chosen
   * @param {string[]} told
   * @param {number} mine
   */
  async #drawSheet(chosen, told, mine) {
    const whole = await Promise.all(chosen.map(this.known.whole)).catch(() => null);
    if (mine !== this.#latest) return; // changed meanwhile
    if (!whole) return tell(this.root, [...told, notLoaded("A question", "Reload the page to try again.")]);
    const address = location.origin + location.pathname + kitFragment({ ...this.#kit, shared: true });
    fillScorecard(this.root, { ...this.#kit, address }, whole, this.known.topics);
    this.#openFields();
    const values = {
      name: this.#kit.name || "our questions",
      minutes: String(minutesOf(this.#kit)),
      count: String(chosen.length),
      address,
    };
    for (const { code, text } of this.snippets) code.textContent = filled(code.id, text, values);
  }

  /** What is typed on a scorecard is kept by the questions, whatever their order and minutes. */
  #openFields() {
    const sheet = find(this.root, ".scorecard");
    sheet.dataset.kit = `build/#kit=${this.#kit.items.map((item) => item.id).sort().join()}`;
    sheet.dispatchEvent(new CustomEvent("kit", { detail: { edited: this.#edited } }));
  }

  /**
   * @param {Question[]} chosen
   * @param {number} index
   */
  #row(chosen, index) {
    const question = chosen[index];
    const blank = find(this.root, "#picked-row", HTMLTemplateElement).content.firstElementChild;
    const made = /** @type {Element} */ (blank?.cloneNode(true));
    const link = find(made, ".title", HTMLAnchorElement);
    link.href = question.address;
    link.textContent = question.title;
    find(made, ".facts").textContent = `${question.level}, ${question.kind}`;
    this.#serveMinutes(find(made, "input", HTMLInputElement), question, index);
    for (const button of made.querySelectorAll("button")) {
      if (button.dataset.move) this.#serveMove(button, chosen, index, Number(button.dataset.move));
    }
    const remove = find(made, "[data-remove]");
    remove.setAttribute("aria-label", `Remove: ${question.title}`);
    const next = chosen.length > 1 ? ".picked [data-remove]" : "#kit-add";
    remove.addEventListener("click", () => this.#change((items) => items.splice(index, 1), next));
    return made;
  }

  /**
   * @param {HTMLInputElement} minutes
   * @param {Question} question
   * @param {number} index
   */
  #serveMinutes(minutes, question, index) {
    minutes.value = String(this.#kit.items[index].minutes);
    minutes.setAttribute("aria-label", `Minutes for “${question.title}”`);
    minutes.addEventListener("change", () => {
      const wanted = minutes.value === "" ? question.minutes : Math.round(minutes.valueAsNumber);
      const fitting = Math.max(SHORTEST, Math.min(LONGEST, wanted));
      this.#change((items) => (items[index].minutes = fitting), `.picked li:nth-child(${index + 1}) input`);
    });
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {Question[]} chosen
   * @param {number} index
   * @param {number} step
   */
  #serveMove(button, chosen, index, step) {
    const to = index + step;
    button.disabled = to < 0 || to >= chosen.length;
    button.setAttribute("aria-label", `${button.textContent}: ${chosen[index].title}`);
    const again = to === 0 || to === chosen.length - 1 ? "button:not([disabled])" : `[data-move="${step}"]`;
    button.addEventListener("click", () => {
      this.#change(
        (items) => items.splice(to, 0, ...items.splice(index, 1)),
        `.picked li:nth-child(${to + 1}) ${again}`,
      );
    });
  }
}

/**
 * Present ids for former ones, suggested minutes where none were given; what is unknown or there twice is left out.
 * @param {import("./address.js").Asked[]} items
 * @param {Known} known
 * @param {string[]} told
 */
function settled(items, known, told) {
  /** @type {Item[]} */
  const kept = [];
  for (const { id, minutes } of items) {
    const question = known.byId.get(id);
    if (!question) told.push(`We couldn't find the question “${id}”, so it was skipped. Check the spelling.`);
    else if (kept.some((item) => item.id === question.id)) {
      told.push(`“${question.title}” was listed twice, so the duplicate was skipped.`);
    } else kept.push({ id: question.id, minutes: minutes ?? question.minutes });
  }
  return kept;
}

/**
 * @param {Question} question
 * @param {number} minutes
 */
function listed({ address, title }, minutes) {
  return element("li", {}, element("a", { href: address, textContent: title }), ` (${minutes} minutes)`);
}

/**
 * @param {HTMLSelectElement} select
 * @param {Question[]} questions
 */
function offer(select, questions) {
  const sorted = [...questions].sort((one, other) => one.title.localeCompare(other.title));
  const options = sorted.map(({ id, title, level, kind }) => new Option(`${title} (${level}, ${kind})`, id));
  select.replaceChildren(new Option("Choose …", ""), ...options);
}

/** @param {Kit} kit */
const minutesOf = (kit) => kit.items.reduce((minutes, item) => minutes + item.minutes, 0);
