// The kit builder: everything that it knows stands in the address, everything that it shows comes from the site's own data.
import { element, tell } from "./elements.js";
import { LONGEST, MOST, SHORTEST, kitFragment, readKit } from "./kit-address.js";
import { fillScorecard } from "./scorecard.js";
import { aliasesOf, siteData } from "./site-data.js";

export async function startBuilder(root) {
  const data = new URL(root.dataset.builder, document.baseURI);
  const form = root.querySelector("form");
  const heading = document.querySelector("h1");
  const title = heading.firstChild.textContent;
  const snippets = [...root.querySelectorAll(".snippet code")].map((code) => [code, code.textContent]);
  let kit;
  let latest = 0;
  const known = await listOf(data).catch(() => null);
  if (!known) {
    tell(root.querySelector(".told"), ["The list of questions could not be loaded. Reload the page to try again; your kit stays in its address."]);
    form.hidden = true;
    root.hidden = false;
    return;
  }
  offer(form.elements.add, known.questions);

  const draw = async (told) => {
    const mine = ++latest;
    await drawn(told, mine);
    root.hidden = false; // at once, so that nothing moves
  };
  const drawn = async (told, mine) => {
    tell(root.querySelector(".told"), told);
    const chosen = kit.items.map((item) => known.byId.get(item.id));
    form.elements.name.value = kit.name;
    form.elements.level.value = kit.level;
    drawRows(root, kit, chosen, change);
    const minutes = sum(kit);
    form.elements.sum.value = chosen.length ? `${count(chosen.length)}, ${minutes} minutes${hint(chosen)}` : "";
    form.elements.add.disabled = root.querySelector("[data-add]").disabled = chosen.length >= MOST;
    for (const link of root.querySelectorAll(".more")) link.hash = kitFragment({ ...kit, shared: false });
    root.querySelector(".edit").hash = kitFragment({ ...kit, shared: false });
    form.hidden = kit.shared && chosen.length > 0;
    root.querySelector(".shared").hidden = !form.hidden;
    root.querySelector(".nothing").hidden = chosen.length > 0;
    root.querySelector(".after").hidden = !chosen.length;
    for (const paragraph of document.querySelectorAll(".text > p")) paragraph.hidden = form.hidden;
    heading.firstChild.textContent = form.hidden ? kit.name || "Interview kit" : title;
    root.querySelector(".asked").replaceChildren(...chosen.map((question, index) => listed(question, kit.items[index].minutes)));
    if (!chosen.length) return;
    const whole = await Promise.all(chosen.map((question) => known.whole(question))).catch(() => null);
    if (mine !== latest) return; // changed meanwhile
    if (!whole) return tell(root.querySelector(".told"), [...told, "A question could not be loaded. Reload the page to try again."]);
    fillScorecard(root, kit, whole, known.topics);
    const values = { name: kit.name || "our questions", minutes, count: chosen.length, address: location.origin + location.pathname + kitFragment({ ...kit, shared: true }) };
    for (const [code, text] of snippets) code.textContent = filled(code.id, text, values);
  };
  const change = (edit, focus) => {
    edit(kit.items);
    write();
    root.querySelector(focus ?? null)?.focus();
  };
  const write = () => {
    history.replaceState(null, "", kitFragment(kit));
    draw([]);
  };
  const read = () => {
    const { told, ...asked } = readKit(location.hash);
    kit = { ...asked, items: settled(asked.items, known, told) };
    draw(told);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.name.addEventListener("input", (event) => ((kit.name = event.target.value), history.replaceState(null, "", kitFragment(kit))));
  form.elements.name.addEventListener("change", write);
  form.elements.level.addEventListener("change", (event) => ((kit.level = event.target.value), write()));
  root.querySelector("[data-add]").addEventListener("click", () => {
    const question = known.byId.get(form.elements.add.value);
    if (!question) return form.elements.add.focus();
    if (kit.items.some((item) => item.id === question.id)) return tell(root.querySelector(".told"), [`“${question.title}” is in the kit already.`]);
    change((items) => items.push({ id: question.id, minutes: question.minutes }));
  });
  addEventListener("hashchange", read);
  read();
}

async function listOf(home) {
  const data = siteData(home);
  const [questions, topics] = await Promise.all([data.questions(), data.topics()]);
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [alias, id] of aliasesOf(questions)) byId.set(alias, byId.get(id));
  return { questions, topics, byId, whole: (question) => data.question(question.id) };
}

// Present ids for former ones, suggested minutes where none were given; what is unknown or there twice is left out, and told.
function settled(items, known, told) {
  const kept = [];
  for (const { id, minutes } of items) {
    const question = known.byId.get(id);
    if (!question) told.push(`There is no question “${id}” here, so it is left out. It may have been misspelt.`);
    else if (kept.some((item) => item.id === question.id)) told.push(`“${question.title}” was there twice; it is asked once.`);
    else kept.push({ id: question.id, minutes: minutes ?? question.minutes });
  }
  return kept;
}

function listed({ address, title }, minutes) {
  const item = element("li");
  item.append(element("a", { href: address, textContent: title }), ` (${minutes} minutes)`);
  return item;
}

function drawRows(root, kit, chosen, change) {
  const list = root.querySelector(".picked");
  const row = root.querySelector("#picked-row").content.firstElementChild;
  list.replaceChildren(
    ...chosen.map((question, index) => {
      const made = row.cloneNode(true);
      const link = made.querySelector(".title");
      link.href = question.address;
      link.textContent = question.title;
      made.querySelector(".facts").textContent = `${question.level}, ${question.kind}`;
      const minutes = made.querySelector("input");
      minutes.value = kit.items[index].minutes;
      minutes.setAttribute("aria-label", `Minutes for “${question.title}”`);
      minutes.addEventListener("change", () => {
        const wanted = minutes.value === "" ? question.minutes : Math.round(minutes.valueAsNumber);
        change((items) => (items[index].minutes = Math.max(SHORTEST, Math.min(LONGEST, wanted))), `.picked li:nth-child(${index + 1}) input`);
      });
      for (const button of made.querySelectorAll("[data-move]")) {
        const to = index + Number(button.dataset.move);
        button.disabled = to < 0 || to >= chosen.length;
        button.setAttribute("aria-label", `${button.textContent}: ${question.title}`);
        const again = to === 0 || to === chosen.length - 1 ? "button:not([disabled])" : `[data-move="${button.dataset.move}"]`;
        button.addEventListener("click", () => change((items) => items.splice(to, 0, ...items.splice(index, 1)), `.picked li:nth-child(${to + 1}) ${again}`));
      }
      const remove = made.querySelector("[data-remove]");
      remove.setAttribute("aria-label", `Remove: ${question.title}`);
      remove.addEventListener("click", () => change((items) => items.splice(index, 1), chosen.length > 1 ? ".picked [data-remove]" : "#kit-add"));
      return made;
    }),
  );
}

function offer(select, questions) {
  const first = new Option("Choose …", "");
  const sorted = [...questions].sort((one, other) => one.title.localeCompare(other.title));
  select.replaceChildren(first, ...sorted.map((question) => new Option(`${question.title} (${question.level}, ${question.kind})`, question.id)));
}

const sum = (kit) => kit.items.reduce((minutes, item) => minutes + item.minutes, 0);
const count = (number) => `${number} ${number === 1 ? "question" : "questions"}`;

// What the ready kits are held to by a rule.
function hint(chosen) {
  if (chosen.length < 2) return ". Two or more show more than one.";
  return new Set(chosen.map((question) => question.kind)).size < 2 ? ". All are of one kind; a second kind shows more." : "";
}

// The site's own text, with the kit's values put in as its form needs them.
function filled(id, text, values) {
  const escape = id.includes("html")
    ? (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    : id.includes("markdown")
      ? (value) => value.replace(/[\\[\]*_`<>]/g, "\\$&")
      : (value) => value;
  return text.replace(/\{(name|address|minutes|count)\}/g, (_, key) => (key === "address" && !id.includes("html") ? values.address : escape(String(values[key]))));
}
