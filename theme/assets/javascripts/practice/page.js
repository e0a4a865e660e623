// The practice page: choose, try, reveal, grade, next.
import { tell } from "./elements.js";
import { chosen, choiceQuery, readChoice } from "./practice-choice.js";
import { Session } from "./practice-session.js";
import { showSummary } from "./practice-summary.js";
import { KEY, Progress, isDue } from "./progress.js";
import { aliasesOf, siteData } from "./site-data.js";

export async function startPractice(root) {
  const data = siteData(new URL(root.dataset.practice, document.baseURI));
  const progress = new Progress();
  const form = root.querySelector(".choose");
  const parts = { choose: form, session: root.querySelector(".session"), summary: root.querySelector(".summary") };
  const show = (name) => {
    for (const [part, element] of Object.entries(parts)) element.hidden = part !== name;
    root.parentElement.classList.toggle("practicing", name !== "choose");
  };
  let questions;
  let topics;
  try {
    [questions, topics] = await Promise.all([data.questions(), data.topics()]);
  } catch {
    tell(root.querySelector(".told"), ["The questions could not be loaded. Check your connection, then reload the page. Your grades are safe."]);
    form.hidden = root.querySelector(".keep").hidden = true;
    root.hidden = false;
    return;
  }
  progress.rename(aliasesOf(questions));

  const choose = () => ({ ...Object.fromEntries(["topic", "level", "kind"].map((name) => [name, new FormData(form).getAll(name)])), only: form.elements.only.value, order: form.elements.order.value });
  const refresh = () => {
    const now = Date.now();
    const count = chosen(questions, choose(), progress.cards, now).length;
    const due = chosen(questions, { ...choose(), only: "due" }, progress.cards, now).length;
    form.elements.sum.value = count ? `${plural(count, "question")}${due ? `, ${due} due` : ""}` : "No question fits. Choose fewer limits.";
    form.querySelector("[type=submit]").disabled = !count;
    const all = [...progress.cards.values()];
    root.querySelector(".keep .fold-hint").textContent = `${plural(all.length, "question")} graded, ${all.filter((card) => isDue(card, now)).length} due`;
    tell(root.querySelector(".told"), progress.told);
  };
  const restore = () => {
    const asked = readChoice(location.search);
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = asked[box.name].includes(box.value);
    form.elements.only.value = asked.only;
    form.elements.order.value = asked.order;
    refresh();
  };
  const session = new Session(parts.session, data, progress, {
    refresh,
    end(results) {
      show("summary");
      showSummary(parts.summary, results, topics, progress);
      refresh();
    },
  });

  form.addEventListener("input", () => {
    const query = choiceQuery(choose());
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    refresh();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const queue = chosen(questions, choose(), progress.cards, Date.now());
    session.ready().then(
      () => (show("session"), session.start(queue)),
      () => tell(root.querySelector(".told"), ["The schedule could not be loaded. Check your connection, then start again."]),
    );
  });
  addEventListener("popstate", restore);
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    progress.reload();
    refresh();
  });
  keep(root, progress, refresh);
  root.querySelector("[data-do=again]").addEventListener("click", () => {
    show("choose");
    refresh();
    form.querySelector("[type=submit]").focus();
  });
  restore();
  show("choose");
  root.hidden = false;
}

// Export, import, delete.
function keep(root, progress, refresh) {
  const on = (name, act) => root.querySelector(`[data-do=${name}]`).addEventListener("click", act);
  on("export", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([progress.export()], { type: "application/json" }));
    link.download = `sre-interview-grades-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  on("clear", () => {
    if (!confirm("Delete all grades that this browser keeps for this site? Export them first if you may want them back.")) return;
    progress.clear();
    refresh();
  });
  root.querySelector("[type=file]").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const { told } = progress.import(await file.text());
    event.target.value = "";
    refresh();
    tell(root.querySelector(".told"), [told, ...progress.told]);
  });
}

const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
