// The search dialog over Pagefind's index, which it loads in pieces: a query costs only the pieces that hold its words.

const SHOWN = 8;
const QUESTIONS = 4; // at most, where other pages have been found too, so that those can be seen
const SMALL = new Set("a an and are as at be by do does for from how i in is it my of on or so that the this to was we what when which who why with you your".split(" "));
const KINDS = [["/questions/", "Question"], ["/topics/", "Topic"], ["/glossary/", "Term"]];

export async function createSearch(index) {
  const pagefind = await import(index.href);
  await pagefind.options({ excerptLength: 24, ranking: { termFrequency: 0.8, pageLength: 0.4 } });
  await pagefind.init();
  pagefind.filters(); // wakes the worker while the reader types
  const { dialog, input, status, list } = build();
  let latest = 0;

  const run = async () => {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      list.replaceChildren();
      status.textContent = "Type a term, an acronym or a few words.";
      return;
    }
    const words = telling(query);
    const [questions, others] = await Promise.all([true, false].map((is) => pagefind.search(words, { filters: { question: String(is) } })));
    const first = questions.results.slice(0, others.results.length ? QUESTIONS : SHOWN);
    const chosen = [...first, ...others.results.slice(0, SHOWN - first.length)];
    if (mine !== latest) return; // somebody typed on
    list.replaceChildren();
    showInOrder(chosen.map((result) => result.data()), (data) => mine === latest && list.append(entry(data)));
    const count = questions.results.length + others.results.length;
    status.textContent = count
      ? `${count} ${count === 1 ? "page" : "pages"} found`
      : `Nothing found for “${query}”. Try one word of it, or its acronym.`;
  };
  input.addEventListener("input", run);
  dialog.addEventListener("keydown", (event) => moveBy({ ArrowDown: 1, ArrowUp: -1 }[event.key], event, input, list));
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  run();
  return {
    open() {
      if (!dialog.open) dialog.showModal();
      input.select();
    },
  };
}

// All are on their way at once; each is shown as soon as it and those before it are there.
async function showInOrder(pending, show) {
  for (const data of pending) show(await data);
}

// Words like "and" would outweigh the others; they count only where there is nothing else.
function telling(query) {
  const words = query.split(/\s+/);
  const rest = words.filter((word) => !SMALL.has(word.toLowerCase()));
  return (rest.length ? rest : words).join(" ");
}

function build() {
  const dialog = element("dialog", { class: "search", "aria-label": "Search" });
  const form = element("form", { role: "search" });
  const input = element("input", { type: "search", "aria-label": "Search questions and terms", autocomplete: "off", spellcheck: "false" });
  const close = element("button", { type: "button" });
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const status = element("p", { class: "search-status", role: "status" });
  const list = element("ul", { "aria-label": "Results" });
  form.append(input, close);
  dialog.append(form, status, list);
  document.body.append(dialog);
  return { dialog, input, status, list };
}

function entry(result) {
  const item = document.createElement("li");
  const best = bestSection(result);
  const link = element("a", { href: best.url });
  const what = element("span", { class: "what" });
  const kind = KINDS.find(([folder]) => result.url.includes(folder))?.[1] ?? "Page";
  what.textContent = best.title && best.title !== result.meta.title ? `${kind}, ${best.title}` : kind;
  const title = document.createElement("strong");
  title.textContent = result.meta.title;
  const excerpt = element("span", { class: "excerpt" });
  excerpt.append(...marked(best.excerpt));
  link.append(what, document.createElement("br"), title, excerpt);
  item.append(link);
  return item;
}

// The section with the weightiest hits, so that a hit inside a fold opens it.
function bestSection(result) {
  const weight = (section) => section.weighted_locations.reduce((sum, hit) => sum + hit.balanced_score, 0);
  return (result.sub_results ?? []).reduce((best, section) => (weight(section) > weight(best) ? section : best), {
    ...result,
    weighted_locations: [],
  });
}

// Pagefind's excerpt is text with <mark> around the hits; only those are taken over as markup.
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function moveBy(step, event, input, list) {
  if (!step) return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
}

function element(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
