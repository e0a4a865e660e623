// The scorecard's fields: kept in this browser only, and shown on paper. What cannot be read is never overwritten.
// It imports nothing, so that a kit's page costs one request more; the rest is loaded when somebody fills it in.

/** @typedef {"" | import("../shared/data.js").Grade} Mark */
/** @typedef {{ grade: Mark, notes: string }} Answer */
/** @typedef {{ candidate: string, interviewer: string, date: string, evidence: string }} Head */
/** @typedef {Head & { questions: Record<string, Answer> }} Filled */

const VERSION = 1;
const GRADES = ["", "weak", "good", "great"];

const REASONS = {
  off: "This browser blocks storage for this site, so what you type is lost when you close the page. " +
    "Copy or download it first.",
  full: "Browser storage is full. Your latest changes weren't saved. Copy or download them before you close the page.",
  unreadable: "This page can't read what is stored here for this scorecard. It's left untouched, " +
    "and what you type won't be saved. Copy or download it, or clear the scorecard to start over.",
};

/** @param {HTMLElement} section */
export const startFields = (section) => new Fields(section);

class Fields {
  /** @type {Filled} */
  #filled = blank();
  /** @type {keyof typeof REASONS | ""} */
  #reason = ""; // why nothing is kept
  #key = "";
  #drawn = 0; // counts drawings, so that a slow one never lands in a later one

  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    section.addEventListener("input", () => this.#typed());
    // The builder has made other cards; after an edit, what was typed moves along.
    section.addEventListener("kit", (event) => this.#open(event instanceof CustomEvent && event.detail.edited));
    addEventListener("storage", ({ key }) => key === this.#key && this.#open(false));
    const actions = section.querySelector(".fill-actions");
    for (const turn of ["pointerdown", "focusin"]) actions?.addEventListener(turn, sheetText, { once: true });
    actions?.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#act(target);
    });
    this.#open(false);
  }

  /**
   * Shows what is kept of the kit that the page shows.
   * @param {boolean} edited
   */
  #open(edited) {
    const { kit } = this.section.dataset;
    if (!kit) return; // the builder has none yet
    const key = `${document.documentElement.dataset.keys} scorecard ${kit}`;
    if (edited && key === this.#key) return this.#show();
    this.#key = key;
    const before = this.#filled;
    let text = null;
    this.#reason = "";
    try {
      text = storage().getItem(key);
    } catch {
      this.#reason = "off";
    }
    const kept = parse(text);
    if (!kept) this.#reason = "unreadable";
    const moves = edited && text === null;
    this.#filled = moves ? before : (kept ?? blank());
    if (moves && !isBlank(before)) this.#save();
    this.#show();
  }

  #typed() {
    for (const name of HEAD) this.#filled[name] = this.#field(name)?.value ?? "";
    for (const { id, notes, radios } of this.#cards()) {
      const grade = /** @type {Mark} */ (radios.find((radio) => radio.checked)?.value ?? "");
      this.#filled.questions[id] = { grade, notes: notes.value };
    }
    this.#save();
    this.#print();
  }

  #save() {
    if (!this.#key || this.#reason === "off" || this.#reason === "unreadable") return;
    try {
      storage().setItem(this.#key, JSON.stringify({ version: VERSION, ...this.#filled }));
      this.#reason = "";
    } catch {
      this.#reason = "full";
    }
  }

  #clear() {
    if (!confirm("Clear everything on this scorecard? Copy or download it first if you might want it back.")) return;
    this.#filled = blank();
    try {
      storage().removeItem(this.#key);
      this.#reason = "";
    } catch {
      this.#reason = "off";
    }
    this.#show();
    this.#field("candidate")?.focus();
  }

  #show() {
    for (const name of HEAD) {
      const field = this.#field(name);
      if (field) field.value = this.#filled[name];
    }
    for (const { id, notes, radios } of this.#cards()) {
      const answer = this.#filled.questions[id] ?? { grade: "", notes: "" };
      notes.value = answer.notes;
      for (const radio of radios) radio.checked = radio.value === answer.grade;
    }
    this.#print();
  }

  /** Paper has no fields: what was typed stands in its blanks. */
  async #print() {
    const mine = ++this.#drawn;
    const { candidate, interviewer, date, evidence } = this.#filled;
    const cards = this.#cards();
    const grades = cards.map(({ id }) => this.#filled.questions[id]?.grade || undefined);
    for (const { id, card } of cards) put(card, "notes", this.#filled.questions[id]?.notes ?? "");
    const texts = { candidate, interviewer, date: dayOf(date), evidence };
    for (const [name, text] of Object.entries(texts)) put(this.section, name, text);
    const some = grades.some(Boolean);
    for (const name of ["weak", "good", "great"]) {
      put(this.section, name, some ? String(grades.filter((grade) => grade === name).length) : "");
    }
    const told = this.section.querySelector(".fill-told");
    if (told) told.textContent = this.#reason ? REASONS[this.#reason] : "";
    const said = some ? (await import("./verdict.js")).verdict(grades, this.#level) : "";
    if (mine !== this.#drawn) return; // typed on meanwhile
    const sum = this.section.querySelector("output");
    if (sum && sum.value !== said) sum.value = said;
    put(this.section, "verdict", said);
  }

  get #level() {
    return this.section.querySelector(".total .level-name")?.textContent ?? "";
  }

  #cards() {
    return [...this.section.querySelectorAll(".card:not(.total)")].flatMap((card) => {
      /** @type {HTMLAnchorElement | null} */
      const link = card.querySelector("h3 a");
      const notes = card.querySelector("textarea");
      /** @type {HTMLInputElement[]} */
      const radios = [...card.querySelectorAll("input")];
      const id = link ? (new URL(link.href).pathname.split("/").filter(Boolean).at(-1) ?? "") : "";
      return id && notes ? [{ id, card, notes, radios, title: link?.textContent ?? "" }] : [];
    });
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement | HTMLTextAreaElement | null}
   */
  #field(name) {
    return this.section.querySelector(`[name="${name}"]`);
  }

  /** @param {HTMLButtonElement} button */
  async #act(button) {
    if (button.dataset.fill === "clear") return this.#clear();
    const { asMarkdown, asText, download, fileName } = await sheetText();
    const { verdict } = await import("./verdict.js");
    const head = this.section.querySelector(".sheet-head");
    /** @param {string} part */
    const of = (part) => head?.querySelector(part)?.textContent ?? "";
    const questions = this.#cards().map(({ id, title }) => ({
      title,
      ...(this.#filled.questions[id] ?? { grade: /** @type {Mark} */ (""), notes: "" }),
    }));
    const sheet = {
      ...this.#filled,
      date: dayOf(this.#filled.date),
      kit: of(".kit-name"),
      facts: of(".kit-facts"),
      address: of(".kit-address"),
      questions,
      verdict: verdict(questions.map(({ grade }) => grade || undefined), this.#level),
    };
    const name = fileName(sheet.kit, this.#filled.candidate, this.#filled.date);
    if (button.dataset.fill === "download") return download(this.section, name, asMarkdown(sheet));
    await copy(button, button.dataset.fill === "text" ? asText(sheet) : asMarkdown(sheet));
  }
}

/** @type {(keyof Head)[]} */
const HEAD = ["candidate", "interviewer", "date", "evidence"];

/** @returns {Filled} */
const blank = () => ({ candidate: "", interviewer: "", date: "", evidence: "", questions: {} });

/** @param {Filled} filled */
const isBlank = (filled) =>
  HEAD.every((name) => !filled[name]) && Object.values(filled.questions).every(({ grade, notes }) => !grade && !notes);

const sheetText = () => import("./sheet-text.js");

function storage() {
  if (!document.documentElement.dataset.keys) throw new Error("The page has no keys for this site");
  return localStorage;
}

/**
 * @param {string | null} text
 * @returns {Filled | null} null for what this page cannot read
 */
function parse(text) {
  if (text === null) return blank();
  try {
    const stored = JSON.parse(text);
    const { candidate, interviewer, date, evidence, questions } = stored;
    const whole = stored.version === VERSION && typeof questions === "object" &&
      Object.values(questions).every(isAnswer);
    if (!whole || [candidate, interviewer, date, evidence].some((each) => typeof each !== "string")) return null;
    return { candidate, interviewer, date, evidence, questions };
  } catch {
    return null;
  }
}

/** @param {any} answer */
const isAnswer = (answer) => GRADES.includes(answer?.grade) && typeof answer.notes === "string";

/**
 * @param {Element} root
 * @param {string} name
 * @param {string} text
 */
function put(root, name, text) {
  for (const place of root.querySelectorAll(`.typed[data-of="${name}"]`)) place.textContent = text;
}

/**
 * `Nov 25, 2026`: in the day's own hours, not in those of Greenwich.
 * @param {string} date
 */
function dayOf(date) {
  const made = new Date(`${date}T00:00`);
  if (Number.isNaN(made.getTime())) return "";
  return made.toLocaleDateString("en-US", { day: "numeric", month: "short", year: "numeric" });
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
async function copy(button, text) {
  const { named = button.textContent ?? "" } = button.dataset;
  button.dataset.named = named; // a second click while it still says what came of the first
  button.textContent = await navigator.clipboard.writeText(text).then(
    () => "Copied",
    () => "Blocked: download instead",
  );
  setTimeout(() => (button.textContent = named), 2500);
}
