// One question at a time: the prompt and a clock, the short answer, the rubric, a grade.
import { fragment } from "./elements.js";
import { GRADES } from "./progress.js";

const STEPS = ["Show the short answer", "Show what interviewers look for", ""];
const KEYS = ["Answer aloud, as in the room. Space goes on, S skips, U undoes.", "Space goes on.", "Grade what you said: 1 weak, 2 good, 3 great."];

export class Session {
  #queue = [];
  #at = 0;
  #step = 0;
  #shown = 0; // counts questions, so that a slow answer never lands in the next one
  #done = []; // what was graded or skipped, in order: the stack of undo
  #clock = 0;
  #graded = null; // loaded with the first round: most of this page's bytes

  constructor(root, data, progress, { refresh, end }) {
    Object.assign(this, { root, data, progress, refresh, end });
    this.actions = { reveal: () => this.#reveal(), skip: () => this.#next(null), undo: () => this.#undo(), end: () => this.#finish() };
    for (const [name, act] of Object.entries(this.actions)) this.#button(name).addEventListener("click", act);
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  async ready() {
    this.#graded = (await import("./schedule.js")).graded;
  }

  start(queue) {
    this.#queue = queue;
    this.#at = 0;
    this.#done = [];
    this.#show();
  }

  #button(name) {
    return this.root.querySelector(`[data-do=${name}]`);
  }

  async #show() {
    const question = this.#queue[this.#at];
    if (!question) return this.#finish();
    const mine = ++this.#shown;
    this.#step = 0;
    this.#set(".where", `${this.#at + 1} of ${this.#queue.length}`);
    this.#set(".level", question.level);
    this.root.querySelector(".level").className = `level level-${question.level}`;
    this.#set(".kind", question.kind);
    this.#set("h2", question.title);
    this.root.querySelector(".whole").href = question.address;
    this.#button("undo").disabled = !this.#done.length;
    for (const name of [".ask", ".answer", ".rubric"]) this.root.querySelector(name).replaceChildren();
    this.#draw();
    this.root.querySelector("h2").focus({ preventScroll: true });
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView();
    this.#startClock(question.minutes);
    let whole;
    try {
      whole = await this.data.question(question.id);
    } catch {
      if (mine === this.#shown) this.#set(".ask", "This question could not be loaded. Skip it, or check your connection.");
      return;
    }
    if (mine !== this.#shown) return;
    this.root.querySelector(".ask").replaceChildren(fragment(whole.prompt.html));
    this.root.querySelector(".answer").replaceChildren(fragment(whole.short_answer.html));
    this.root.querySelector(".rubric").replaceChildren(...GRADES.map((grade) => this.#grade(grade, whole.rubric[grade].html)));
    const next = this.#queue[this.#at + 1];
    if (next) this.data.question(next.id).catch(() => {}); // asked for again when it is shown
  }

  #grade(grade, html) {
    const part = document.createElement("section");
    part.className = `grade grade-${grade}`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "main";
    button.textContent = `${grade[0].toUpperCase()}${grade.slice(1)}`;
    button.addEventListener("click", () => this.#next(grade));
    part.append(fragment(html), button);
    return part;
  }

  #reveal() {
    if (this.#step === 2 || !this.root.querySelector(".answer").childNodes.length) return;
    this.#step += 1;
    clearInterval(this.#clock);
    this.#draw();
    if (this.#step === 2) this.root.querySelector(".rubric").scrollIntoView({ block: "nearest" });
  }

  #draw() {
    this.root.querySelector(".answer").hidden = this.#step < 1;
    this.root.querySelector(".rubric").hidden = this.#step < 2;
    this.#button("reveal").textContent = STEPS[this.#step];
    this.#button("reveal").hidden = this.#step === 2;
    this.#set(".keys", KEYS[this.#step]);
  }

  #next(grade) {
    const question = this.#queue[this.#at];
    const before = this.progress.cards.get(question.id) ?? null;
    this.#done.push({ question, grade, before });
    if (grade) this.progress.set(question.id, this.#graded(before, grade, new Date()));
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
    clearInterval(this.#clock);
    this.end(this.#done);
  }

  #startClock(minutes) {
    clearInterval(this.#clock);
    const began = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      this.#set(".timer", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} of ${minutes} min`);
      this.root.querySelector(".timer").classList.toggle("over", seconds >= minutes * 60);
    };
    tick();
    this.#clock = setInterval(tick, 1000);
  }

  #set(name, text) {
    this.root.querySelector(name).textContent = text;
  }

  #key(event) {
    if (this.root.hidden || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    const grade = this.#step === 2 ? GRADES[Number(event.key) - 1] : undefined;
    const name = { " ": "reveal", s: "skip", u: "undo" }[event.key.toLowerCase()];
    if (event.key === " " && event.target.closest("button, a, summary")) return; // it presses that
    if (!grade && !name) return;
    event.preventDefault();
    if (grade) this.#next(grade);
    else if (!this.#button(name).disabled) this.actions[name]();
  }
}
