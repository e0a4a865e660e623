// The mock interview: composed from a seed, asked with its follow-ups, graded at the end.
import { element, fragment, tell } from "./elements.js";
import { kitFragment } from "./kit-address.js";
import { compose, mockFragment, readMock } from "./mock-choice.js";
import { gradingOf, verdict } from "./mock-grading.js";
import { Progress } from "./progress.js";
import { fillScorecard } from "./scorecard.js";
import { siteData } from "./site-data.js";

const WORDS = ["ash", "beech", "birch", "cedar", "elm", "fir", "hazel", "larch", "lime", "maple", "oak", "pine", "rowan", "spruce", "willow", "yew"];

export async function startMock(root) {
  const data = siteData(new URL(root.dataset.mock, document.baseURI));
  const find = (selector) => root.querySelector(selector);
  const form = find(".setup");
  const parts = { setup: form, session: find(".session"), grading: find(".grading"), card: find(".after") };
  const progress = new Progress();
  let questions;
  let topics;
  let items = []; // { question, minutes, whole, grade }
  let at = 0;
  let clock = 0;

  const show = (name) => {
    for (const [part, element] of Object.entries(parts)) element.hidden = part !== name;
    root.parentElement.classList.toggle("practicing", name !== "setup");
  };
  const wanted = () => ({ level: form.elements.level.value, minutes: Number(form.elements.minutes.value), seed: form.elements.seed.value.trim() });
  const prepare = () => {
    items = wanted().seed ? compose(questions, wanted()) : [];
    const kinds = new Set(items.map((item) => item.question.kind));
    form.elements.sum.value = items.length ? `${items.length} questions of ${kinds.size} kinds` : "Write a seed: any word.";
    const kit = { items: items.map(({ question, minutes }) => ({ id: question.id, minutes })), name: `Mock interview ${wanted().seed}`, level: wanted().level, shared: true };
    find(".friend").hash = kitFragment(kit);
  };
  const restore = () => {
    const asked = readMock(location.hash);
    if (asked.level) form.elements.level.value = asked.level;
    if (asked.minutes) form.elements.minutes.value = String(asked.minutes);
    form.elements.seed.value = asked.seed ?? randomSeed();
    history.replaceState(null, "", mockFragment(wanted()));
    show("setup");
    prepare();
  };
  const ask = () => {
    const { question, minutes, whole } = items[at];
    find(".where").textContent = `Question ${at + 1} of ${items.length}`;
    find(".session .level").textContent = question.level;
    find(".session .level").className = `level level-${question.level}`;
    find(".session .kind").textContent = question.kind;
    find("#mock-asked").textContent = question.title;
    find(".session .ask").replaceChildren(fragment(whole.prompt.html));
    find(".asked-next").replaceChildren();
    find("[data-do=next]").textContent = at + 1 < items.length ? "Next question" : "Grade what you said";
    find("[data-do=follow]").hidden = !whole.follow_ups.length;
    find("#mock-asked").focus();
    clearInterval(clock);
    clock = countDown(find(".session .timer"), minutes);
  };
  const follow = () => {
    const shown = find(".asked-next").children.length;
    const { follow_ups } = items[at].whole;
    find(".asked-next").append(element("li", { textContent: follow_ups[shown].question }));
    find("[data-do=follow]").hidden = shown + 1 >= follow_ups.length;
  };
  const grade = () => {
    clearInterval(clock);
    show("grading");
    items = items.slice(0, at + 1);
    find(".each").replaceChildren(...items.map((item) => gradingOf(item, left)));
    left();
    find("#mock-grading").focus();
  };
  const left = () => {
    const open = items.filter((item) => !item.grade).length;
    root.querySelector("output[name=left]").value = open ? `${open} not graded yet` : "";
    find("[data-do=finish]").disabled = open > 0;
  };
  const finish = async () => {
    const { level, seed } = wanted();
    fillScorecard(root, { level, name: seed, items }, items.map((item) => item.whole), topics);
    for (const [index, card] of [...root.querySelectorAll(".scorecard .card:not(.total)")].entries()) card.querySelector(`.grade-${items[index].grade}`).classList.add("ticked");
    find(".posting")?.remove();
    find(".verdict").textContent = verdict(items.map((item) => item.grade), level);
    show("card");
    find(".verdict").focus();
    if (!find("[name=count]").checked) return;
    const { graded } = await import("./schedule.js");
    for (const { question, grade: given } of items) progress.set(question.id, graded(progress.cards.get(question.id) ?? null, given, new Date()));
    tell(find(".told"), progress.told);
  };
  const begin = async () => {
    try {
      for (const item of items) item.whole = await data.question(item.question.id);
    } catch {
      return tell(find(".told"), ["The questions could not be loaded. Check your connection, then begin again."]);
    }
    tell(find(".told"), []);
    at = 0;
    show("session");
    ask();
  };

  try {
    [questions, topics] = await Promise.all([data.questions(), data.topics()]);
  } catch {
    tell(find(".told"), ["The questions could not be loaded. Check your connection, then reload the page."]);
    form.hidden = true;
    root.hidden = false;
    return;
  }
  const actions = {
    follow,
    next: () => (at + 1 < items.length ? ((at += 1), ask()) : grade()),
    stop: grade,
    finish,
    print: () => print(),
    other: () => ((form.elements.seed.value = randomSeed()), changed()),
  };
  const changed = () => {
    if (wanted().seed) history.replaceState(null, "", mockFragment(wanted()));
    prepare();
  };
  for (const [name, act] of Object.entries(actions)) find(`[data-do=${name}]`).addEventListener("click", act);
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (items.length) begin();
  });
  find(".again").addEventListener("click", (event) => {
    event.preventDefault();
    form.elements.seed.value = randomSeed();
    changed();
    show("setup");
  });
  addEventListener("hashchange", restore);
  restore();
  root.hidden = false;
}

const randomSeed = () => `${pick(WORDS)}-${pick(WORDS)}-${Math.floor(Math.random() * 100)}`;
const pick = (list) => list[Math.floor(Math.random() * list.length)];

function countDown(timer, minutes) {
  const ends = Date.now() + minutes * 60000;
  const tick = () => {
    const seconds = Math.round((ends - Date.now()) / 1000);
    const shown = Math.abs(seconds);
    timer.textContent = `${seconds < 0 ? "over by " : ""}${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}${seconds < 0 ? "" : " left"}`;
    timer.classList.toggle("over", seconds < 0);
  };
  tick();
  return setInterval(tick, 1000);
}
