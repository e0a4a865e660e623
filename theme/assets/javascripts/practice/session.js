// One item at a time: what is asked and a clock, the answer, the rubric of a whole question, a grade.
import { GRADES } from "../shared/data.js";
import { capitalized, clock, element, find, notLoaded } from "../shared/dom.js";
import { keep } from "./resume.js";
import { singleKeys } from "./single-keys.js";

/** @typedef {import("./decks.js").Item} Item */
/** @typedef {import("./resume.js").Done} Done */
/** @typedef {import("../progress/store.js").Grade} Grade */
/** @typedef {{ refresh: () => void, end: (done: Done[]) => void }} Heard what happens after a grade, and at the end */

const AGAIN = 4; // items that come before one that was weak comes again
const WHOLE = {
  steps: ["Show the short answer", "Show the rubric", ""],
  keys: [
    "Answer out loud, as you would in the interview. Space: continue, S: skip, U: undo.",
    "Answer the follow-ups out loud. Space: continue.",
    "Grade your answer: 1 weak, 2 good, 3 great.",
  ],
};
const CARD = {
  steps: ["Show the answer", ""],
  keys: [
    "Answer, then flip the card. Space: flip, S: skip, U: undo.",
    "Grade your answer: 1 weak, 2 good, 3 great.",
  ],
};
/** @type {Record<string, string>} */
const KEYS = { " ": "reveal", enter: "reveal", s: "skip", u: "undo" };

/** A round of items. */
export class Session {
  #mode = "";
  /** @type {Item[]} */
  #queue = [];
  #at = 0;
  #step = 0;
  #shown = 0; // counts items, so that a slow answer never lands in the next one
  /** @type {Done[]} */
  #done = []; // what was graded or skipped, in order: the stack of undo
  #timer = 0;

  /**
   * @param {HTMLElement} root
   * @param {import("../progress/store.js").Progress} progress
   * @param {typeof import("../progress/schedule.js")} schedule
   * @param {Heard} heard
   */
  constructor(root, progress, schedule, heard) {
    this.root = root;
    this.progress = progress;
    this.schedule = schedule;
    this.heard = heard;
    /** @type {Record<string, () => void>} */
    this.actions = {
      reveal: () => this.#reveal(),
      skip: () => this.#next(null),
      undo: () => this.#undo(),
      end: () => this.#finish(),
    };
    for (const [name, act] of Object.entries(this.actions)) this.#button(name).addEventListener("click", act);
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {string} mode
   * @param {Item[]} queue
   * @param {{ at: number, done: Done[] }} [from] where it goes on
   */
  start(mode, queue, { at, done } = { at: 0, done: [] }) {
    this.#mode = mode;
    this.#queue = [...queue];
    this.#at = at;
    this.#done = [...done];
    this.#show();
  }

  /** @param {string} name */
  #button(name) {
    return find(this.root, `[data-do=${name}]`, HTMLButtonElement);
  }

  get #words() {
    return this.#queue[this.#at].whole ? WHOLE : CARD;
  }

  get #last() {
    return this.#words.steps.length - 1;
  }

  async #show() {
    const item = this.#queue[this.#at];
    if (!item) return this.#finish();
    keep({ mode: this.#mode, queue: this.#queue.map(({ id }) => id), at: this.#at, done: this.#done });
    const mine = ++this.#shown;
    this.#step = 0;
    this.#showHead(item);
    this.#draw();
    find(this.root, "h2").focus({ preventScroll: true });
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView();
    this.#startClock(item.minutes);
    const texts = await item.texts().catch(() => null);
    if (mine !== this.#shown) return;
    if (texts) this.#showTexts(item, texts);
    else this.#set(".ask", notLoaded("This question", "Skip it, or check your connection."));
  }

  /** @param {Item} item */
  #showHead(item) {
    const again = this.#done.some(({ id, grade }) => id === item.id && grade);
    this.#set(".where", `${this.#at + 1} of ${this.#queue.length}${again ? ", again" : ""}`);
    this.#set(".level", item.level);
    find(this.root, ".level").className = `level level-${item.level}`;
    this.#set(".kind", item.kind);
    // A number and its unit stay on one line.
    this.#set("h2", item.title.replace(/(\d) (?=(?:ms|s|min|h|KB|MB|GB|TB)\b|%)/g, "$1\u00a0"));
    const more = find(this.root, ".whole", HTMLAnchorElement);
    more.href = item.whole ? item.questions[0].address : item.address;
    more.textContent = item.more;
    this.#button("undo").disabled = !this.#done.length;
    for (const name of [".ask", ".answer", ".rubric", ".quick"]) find(this.root, name).replaceChildren();
    this.root.classList.toggle("card-session", !item.whole);
  }

  /**
   * @param {Item} item
   * @param {import("./decks.js").Texts} texts
   */
  #showTexts(item, { ask, answer, rubric }) {
    find(this.root, ".ask").replaceChildren(...ask);
    find(this.root, ".answer").replaceChildren(...answer);
    const days = this.schedule.intervals(this.progress.cards.get(item.id) ?? null, new Date());
    const buttons = GRADES.map((grade) => this.#gradeButton(grade, days[grade]));
    if (rubric) {
      const parts = GRADES.map((grade, index) =>
        element("section", { className: `grade grade-${grade}` }, rubric[grade], buttons[index])
      );
      find(this.root, ".rubric").replaceChildren(...parts);
    } else find(this.root, ".quick").replaceChildren(...buttons);
    for (const link of this.root.querySelectorAll("a")) link.target = "_blank"; // the session stays where it is
    this.#queue[this.#at + 1]?.texts().catch(() => {}); // asked for again when it is shown
  }

  /**
   * @param {Grade} grade
   * @param {number} days until it would be due
   */
  #gradeButton(grade, days) {
    const due = element("span", { className: "interval", textContent: `${days} d` });
    const button = element("button", { type: "button", className: `main as-${grade}` }, `${capitalized(grade)} `, due);
    button.addEventListener("click", () => this.#next(grade));
    return button;
  }

  #reveal() {
    if (this.#step === this.#last || !find(this.root, ".answer").childNodes.length) return;
    this.#step += 1;
    clearInterval(this.#timer);
    this.#draw();
    const shown = find(this.root, this.#step === 2 ? ".rubric" : ".answer");
    if (this.#step === this.#last) shown.focus({ preventScroll: true }); // the button that had the focus goes
    shown.scrollIntoView({ block: "nearest" });
  }

  #draw() {
    const last = this.#step === this.#last;
    find(this.root, ".answer").hidden = this.#step < 1;
    find(this.root, ".rubric").hidden = this.#step < 2;
    find(this.root, ".quick").hidden = !last || this.#last > 1;
    this.#button("reveal").textContent = this.#words.steps[this.#step];
    this.#button("reveal").hidden = last;
    this.#set(".keys", singleKeys() ? this.#words.keys[this.#step] : "");
  }

  /** @param {Grade | null} grade */
  #next(grade) {
    const item = this.#queue[this.#at];
    const before = this.progress.cards.get(item.id) ?? null;
    const again = grade === "weak" ? Math.min(this.#at + 1 + AGAIN, this.#queue.length) : null;
    if (again !== null) this.#queue.splice(again, 0, item);
    this.#done.push({ id: item.id, grade, before, again });
    if (grade) this.progress.set(item.id, this.schedule.graded(before, grade, new Date()));
    this.#at += 1;
    this.heard.refresh();
    this.#show();
  }

  #undo() {
    const last = this.#done.pop();
    if (!last) return;
    if (last.again !== null) this.#queue.splice(last.again, 1);
    if (last.grade) this.progress.set(last.id, last.before);
    this.#at -= 1;
    this.heard.refresh();
    this.#show();
  }

  #finish() {
    this.#shown += 1;
    clearInterval(this.#timer);
    keep(null);
    this.heard.end(this.#done);
  }

  /** @param {number} minutes */
  #startClock(minutes) {
    clearInterval(this.#timer);
    this.#set(".timer", "");
    if (!minutes) return;
    const began = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      this.#set(".timer", `${clock(seconds)} / ${minutes} min`);
      find(this.root, ".timer").classList.toggle("over", seconds >= minutes * 60);
    };
    tick();
    this.#timer = setInterval(tick, 1000);
  }

  /**
   * @param {string} selector
   * @param {string} text
   */
  #set(selector, text) {
    find(this.root, selector).textContent = text;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key } = event;
    if (this.root.hidden || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    if (target.closest("input, select, textarea, dialog") || !singleKeys()) return;
    if ([" ", "Enter"].includes(key) && target.closest("button, a, summary")) return; // it presses that
    const grade = this.#step === this.#last ? GRADES[Number(key) - 1] : undefined;
    const name = KEYS[key.toLowerCase()];
    if (!grade && !name) return;
    event.preventDefault();
    if (grade) this.#next(grade);
    else if (name && !this.#button(name).disabled) this.actions[name]();
  }
}
