// One question at a time: the prompt and a clock, the short answer, the rubric, a grade.
import { GRADES } from "../shared/data.js";
import { capitalized, clock, element, find, fragment, notLoaded } from "../shared/dom.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../progress/store.js").Grade} Grade */
/** @typedef {import("../progress/store.js").Card} Card */
/** @typedef {{ question: Question, grade: Grade | null, before: Card | null }} Done null for a grade: skipped */

const STEPS = ["Show the short answer", "Show what interviewers look for", ""];
const KEYS = [
  "Answer aloud, as in the room. Space goes on, S skips, U undoes.",
  "Space goes on.",
  "Grade what you said: 1 weak, 2 good, 3 great.",
];

/** A round of questions. */
export class Session {
  /** @type {Question[]} */
  #queue = [];
  #at = 0;
  #step = 0;
  #shown = 0; // counts questions, so that a slow answer never lands in the next one
  /** @type {Done[]} */
  #done = []; // what was graded or skipped, in order: the stack of undo
  #timer = 0;
  /** @type {typeof import("../progress/schedule.js").graded | null} */
  #graded = null; // loaded with the first round: most of this page's bytes

  /**
   * @param {HTMLElement} root
   * @param {import("../shared/data.js").SiteData} data
   * @param {import("../progress/store.js").Progress} progress
   * @param {{ refresh: () => void, end: (done: Done[]) => void }} heard what happens after a grade, and at the end
   */
  constructor(root, data, progress, { refresh, end }) {
    this.root = root;
    this.data = data;
    this.progress = progress;
    this.refresh = refresh;
    this.end = end;
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

  /** Loads what a round needs besides. */
  async ready() {
    this.#graded = (await import("../progress/schedule.js")).graded;
  }

  /** @param {Question[]} queue */
  start(queue) {
    this.#queue = queue;
    this.#at = 0;
    this.#done = [];
    this.#show();
  }

  /** @param {string} name */
  #button(name) {
    return find(this.root, `[data-do=${name}]`, HTMLButtonElement);
  }

  async #show() {
    const question = this.#queue[this.#at];
    if (!question) return this.#finish();
    const mine = ++this.#shown;
    this.#step = 0;
    this.#showHead(question);
    this.#draw();
    find(this.root, "h2").focus({ preventScroll: true });
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView();
    this.#startClock(question.minutes);
    const whole = await this.data.question(question.id).catch(() => null);
    if (mine !== this.#shown) return;
    if (whole) this.#showTexts(whole);
    else this.#set(".ask", notLoaded("This question", "Skip it, or check your connection."));
  }

  /** @param {Question} question */
  #showHead(question) {
    this.#set(".where", `${this.#at + 1} of ${this.#queue.length}`);
    this.#set(".level", question.level);
    find(this.root, ".level").className = `level level-${question.level}`;
    this.#set(".kind", question.kind);
    this.#set("h2", question.title);
    find(this.root, ".whole", HTMLAnchorElement).href = question.address;
    this.#button("undo").disabled = !this.#done.length;
    for (const name of [".ask", ".answer", ".rubric"]) find(this.root, name).replaceChildren();
  }

  /** @param {import("../shared/data.js").WholeQuestion} whole */
  #showTexts({ prompt, short_answer, rubric }) {
    find(this.root, ".ask").replaceChildren(fragment(prompt.html));
    find(this.root, ".answer").replaceChildren(fragment(short_answer.html));
    find(this.root, ".rubric").replaceChildren(...GRADES.map((grade) => this.#grade(grade, rubric[grade].html)));
    const next = this.#queue[this.#at + 1];
    if (next) this.data.question(next.id).catch(() => {}); // asked for again when it is shown
  }

  /**
   * @param {Grade} grade
   * @param {string} html
   */
  #grade(grade, html) {
    const button = element("button", { type: "button", className: "main", textContent: capitalized(grade) });
    button.addEventListener("click", () => this.#next(grade));
    return element("section", { className: `grade grade-${grade}` }, fragment(html), button);
  }

  #reveal() {
    if (this.#step === 2 || !find(this.root, ".answer").childNodes.length) return;
    this.#step += 1;
    clearInterval(this.#timer);
    this.#draw();
    if (this.#step === 2) find(this.root, ".rubric").scrollIntoView({ block: "nearest" });
  }

  #draw() {
    find(this.root, ".answer").hidden = this.#step < 1;
    find(this.root, ".rubric").hidden = this.#step < 2;
    this.#button("reveal").textContent = STEPS[this.#step];
    this.#button("reveal").hidden = this.#step === 2;
    this.#set(".keys", KEYS[this.#step]);
  }

  /** @param {Grade | null} grade */
  #next(grade) {
    const question = this.#queue[this.#at];
    const before = this.progress.cards.get(question.id) ?? null;
    this.#done.push({ question, grade, before });
    if (grade && this.#graded) this.progress.set(question.id, this.#graded(before, grade, new Date()));
    this.#at += 1;
    this.refresh();
    this.#show();
  }

  #undo() {
    const last = this.#done.pop();
    if (!last) return;
    if (last.grade) this.progress.set(last.question.id, last.before);
    this.#at -= 1;
    this.refresh();
    this.#show();
  }

  #finish() {
    this.#shown += 1;
    clearInterval(this.#timer);
    this.end(this.#done);
  }

  /** @param {number} minutes */
  #startClock(minutes) {
    clearInterval(this.#timer);
    const began = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      this.#set(".timer", `${clock(seconds)} of ${minutes} min`);
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
    if (target.closest("input, select, textarea, dialog")) return;
    if (key === " " && target.closest("button, a, summary")) return; // it presses that
    const grade = this.#step === 2 ? GRADES[Number(key) - 1] : undefined;
    const name = { " ": "reveal", s: "skip", u: "undo" }[key.toLowerCase()];
    if (!grade && !name) return;
    event.preventDefault();
    if (grade) this.#next(grade);
    else if (name && !this.#button(name).disabled) this.actions[name]();
  }
}
