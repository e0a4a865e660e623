// The mock interview: composed from a seed, asked with its follow-ups, graded at the end.
import { kitFragment } from "../kits/address.js";
import { Progress } from "../progress/store.js";
import { siteData } from "../shared/data.js";
import { clock, element, find, fragment, giveUp, notLoaded, plural, remember, tell } from "../shared/dom.js";
import { compose, mockFragment, readMock } from "./composition.js";
import { keep, running } from "./resume.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {import("../shared/data.js").Topic} Topic */
/** @typedef {typeof import("../kits/scorecard.js") & typeof import("../kits/verdict.js")} OfKits */
/** @typedef {typeof import("./grading.js") & OfKits} Grading */

const WORDS = "ash beech birch cedar elm fir hazel larch lime maple oak pine rowan spruce willow yew".split(" ");

/**
 * Loads the list of questions, and offers an interview from it.
 * @param {HTMLElement} root
 */
export async function startMock(root) {
  const data = siteData(new URL(root.dataset.mock ?? "", document.baseURI));
  const lists = await Promise.all([data.questions(), data.topics()]).catch(() => null);
  if (lists) new Mock(root, data, ...lists).begin();
  else {
    const remedy = "Check your connection, then reload the page.";
    giveUp(root, notLoaded("The questions", remedy), find(root, ".setup"));
  }
}

class Mock {
  /** @type {import("./composition.js").Item[]} */
  #items = []; // what will be asked
  /** @type {import("./grading.js").AskedItem[]} */
  #asked = []; // the same with their texts, then with grades
  /** @type {Grading | null} */
  #grading = null; // loaded with the first interview
  #at = 0;
  #ends = 0; // when the minutes of this question are over; 0 while it is graded
  #timer = 0;

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
    this.progress = new Progress();
    this.form = find(root, ".setup", HTMLFormElement);
    this.level = find(root, "[name=level]", HTMLSelectElement);
    this.minutes = find(root, "[name=minutes]", HTMLSelectElement);
    this.seed = find(root, "[name=seed]", HTMLInputElement);
    this.session = find(root, ".session");
    this.parts = {
      setup: this.form,
      session: this.session,
      grading: find(root, ".grading"),
      card: find(root, ".after"),
    };
  }

  begin() {
    this.#listen();
    this.#restore();
    this.root.hidden = false;
  }

  #listen() {
    const actions = {
      follow: () => this.#followUp(),
      next: () => this.#next(),
      stop: () => this.#grade(),
      finish: () => this.#finish(),
      resume: () => this.#resume(),
      print: () => print(),
      other: () => this.#reseed(),
    };
    for (const [name, act] of Object.entries(actions)) this.#button(name).addEventListener("click", act);
    this.form.addEventListener("input", () => this.#changed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#items.length) this.#start();
    });
    find(this.root, ".again").addEventListener("click", (event) => {
      event.preventDefault();
      this.#reseed();
      this.#show("setup");
    });
    addEventListener("hashchange", () => this.#restore());
  }

  /** @param {string} name */
  #button(name) {
    return find(this.root, `[data-do=${name}]`, HTMLButtonElement);
  }

  /** @param {keyof Mock["parts"]} name */
  #show(name) {
    for (const [part, place] of Object.entries(this.parts)) place.hidden = part !== name;
    this.root.parentElement?.classList.toggle("practicing", name !== "setup");
  }

  /** What the form says. */
  #wanted() {
    return { level: this.level.value, minutes: Number(this.minutes.value), seed: this.seed.value.trim() };
  }

  #restore() {
    const asked = readMock(location.hash);
    if (asked.level) this.level.value = asked.level;
    if (asked.minutes) this.minutes.value = String(asked.minutes);
    this.seed.value = asked.seed ?? randomSeed();
    this.#show("setup");
    this.#prepare();
    remember(mockFragment(this.#wanted()));
  }

  #reseed() {
    this.seed.value = randomSeed();
    this.#changed();
  }

  #changed() {
    this.#prepare();
    if (this.#wanted().seed) remember(mockFragment(this.#wanted()));
  }

  #prepare() {
    const wanted = this.#wanted();
    this.#items = wanted.seed ? compose(this.questions, wanted) : [];
    const kinds = new Set(this.#items.map((item) => item.question.kind));
    const sum = this.#items.length
      ? `${this.#items.length} questions, ${plural(kinds.size, "type")}`
      : "Enter a seed: any word works.";
    find(this.form, "[name=sum]", HTMLOutputElement).value = sum;
    find(this.root, ".friend", HTMLAnchorElement).hash = kitFragment({
      items: this.#items.map(({ question, minutes }) => ({ id: question.id, minutes })),
      name: `Mock interview ${wanted.seed}`,
      level: wanted.level,
      shared: true,
    });
    const left = running(mockFragment(wanted), this.#items.length);
    this.#button("resume").hidden = !left;
    if (left) this.#button("resume").textContent = `Resume at ${left.at + 1} of ${this.#items.length}`;
  }

  async #start() {
    if (!await this.#load()) return;
    this.#at = 0;
    this.#show("session");
    this.#ask();
  }

  async #resume() {
    const left = running(mockFragment(this.#wanted()), this.#items.length);
    if (!left || !await this.#load()) return;
    this.#at = left.at;
    for (const [index, item] of this.#asked.entries()) item.grade = left.grades[index] ?? undefined;
    if (!left.ends) return this.#grade();
    this.#show("session");
    this.#ask(left.ends);
  }

  #remember() {
    const grades = this.#asked.map(({ grade }) => grade ?? null);
    keep({ address: mockFragment(this.#wanted()), at: this.#at, ends: this.#ends, grades });
  }

  async #load() {
    const loading = this.#items.map(async ({ question, minutes }) => {
      return { minutes, whole: await this.data.question(question.id) };
    });
    try {
      const modules = [import("./grading.js"), import("../kits/scorecard.js"), import("../kits/verdict.js")];
      this.#grading ??= Object.assign({}, ...(await Promise.all(modules)));
      this.#asked = await Promise.all(loading);
    } catch {
      tell(this.root, [notLoaded("The questions", "Check your connection, then start again.")]);
      return false;
    }
    tell(this.root, []);
    return true;
  }

  /** @param {number} [ends] where it goes on */
  #ask(ends) {
    const { minutes, whole } = this.#asked[this.#at];
    this.#ends = ends ?? Date.now() + minutes * 60000;
    this.#remember();
    const count = this.#asked.length;
    const asked = find(this.root, "#mock-asked");
    find(this.session, ".where").textContent = `Question ${this.#at + 1} of ${count}`;
    find(this.session, ".level").textContent = whole.level;
    find(this.session, ".level").className = `level level-${whole.level}`;
    find(this.session, ".kind").textContent = whole.kind;
    asked.textContent = whole.title;
    find(this.session, ".ask").replaceChildren(fragment(whole.prompt.html));
    find(this.session, ".asked-next").replaceChildren();
    this.#button("next").textContent = this.#at + 1 < count ? "Next question" : "Grade your answers";
    this.#button("follow").hidden = !whole.follow_ups.length;
    asked.focus();
    clearInterval(this.#timer);
    this.#timer = countDown(find(this.session, ".timer"), this.#ends);
  }

  #followUp() {
    const list = find(this.session, ".asked-next");
    const { follow_ups: rest } = this.#asked[this.#at].whole;
    list.append(element("li", { textContent: rest[list.children.length].question }));
    this.#button("follow").hidden = list.children.length >= rest.length;
  }

  #next() {
    if (this.#at + 1 >= this.#asked.length) return this.#grade();
    this.#at += 1;
    this.#ask();
  }

  #grade() {
    clearInterval(this.#timer);
    this.#ends = 0;
    this.#show("grading");
    const { gradingOf } = /** @type {Grading} */ (this.#grading);
    this.#asked = this.#asked.slice(0, this.#at + 1);
    find(this.root, ".each").replaceChildren(...this.#asked.map((item) => gradingOf(item, () => this.#count())));
    this.#count();
    find(this.root, "#mock-grading").focus();
  }

  /** How many grades are missing. */
  #count() {
    this.#remember();
    const open = this.#asked.filter((item) => !item.grade).length;
    find(this.root, "[name=left]", HTMLOutputElement).value = open ? `${open} not graded yet` : "";
    this.#button("finish").disabled = open > 0;
  }

  #finish() {
    keep(null);
    const { level } = this.#wanted();
    const { fillScorecard, verdict } = /** @type {Grading} */ (this.#grading);
    const kit = { name: "Mock interview", address: location.href, level, items: this.#asked };
    fillScorecard(this.root, kit, this.#asked.map((item) => item.whole), this.topics);
    const cards = this.root.querySelectorAll(".scorecard .card:not(.total)");
    for (const [index, { grade }] of this.#asked.entries()) {
      find(cards[index], `.grade-${grade}`).classList.add("ticked");
    }
    this.root.querySelector(".posting")?.remove();
    const said = find(this.root, ".verdict");
    said.textContent = verdict(this.#asked.map((item) => item.grade), level);
    this.#show("card");
    said.focus();
    if (find(this.root, "[name=count]", HTMLInputElement).checked) this.#keep();
  }

  /** The grades count in practice, too. */
  async #keep() {
    const { graded } = await import("../progress/schedule.js");
    for (const { whole, grade } of this.#asked) {
      const before = this.progress.cards.get(whole.id) ?? null;
      if (grade) this.progress.set(whole.id, graded(before, grade, new Date()));
    }
    tell(this.root, this.progress.told);
  }
}

const randomSeed = () => `${pick(WORDS)}-${pick(WORDS)}-${Math.floor(Math.random() * 100)}`;

/** @param {string[]} list */
const pick = (list) => list[Math.floor(Math.random() * list.length)];

/**
 * @param {HTMLElement} timer
 * @param {number} ends
 */
function countDown(timer, ends) {
  const tick = () => {
    const seconds = Math.round((ends - Date.now()) / 1000);
    timer.textContent = seconds < 0 ? `${clock(-seconds)} over` : `${clock(seconds)} left`;
    timer.classList.toggle("over", seconds < 0);
  };
  tick();
  return setInterval(tick, 1000);
}
