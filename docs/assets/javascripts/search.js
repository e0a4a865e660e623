// The search dialog over Pagefind's index, which it loads in pieces: a query costs only the pieces that hold its words.

const SHOWN = 8;
const KINDS = [["/questions/", "Question"], ["/topics/", "Topic"], ["/glossary/", "Term"]];

export async function createSearch(index) {
  const pagefind = await import(index.href);
  await pagefind.options({ excerptLength: 24, ranking: { termFrequency: 0.8, pageLength: 0.4 } });
  await pagefind.init();
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
    const found = await pagefind.search(query);
    const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    if (mine !== latest) return; // somebody typed on
    list.replaceChildren(...results.map(entry));
    status.textContent = results.length
      ? `${found.results.length} ${found.results.length === 1 ? "page" : "pages"} found`
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
  // The best heading of the page, so that a hit inside a fold opens it.
  const best = result.sub_results?.find((sub) => sub.url.includes("#")) ?? result;
  const link = element("a", { href: best.url });
  const what = element("span", { class: "what" });
  what.textContent = KINDS.find(([folder]) => result.url.includes(folder))?.[1] ?? "Page";
  const title = document.createElement("strong");
  title.textContent = result.meta.title;
  const excerpt = element("span", { class: "excerpt" });
  excerpt.append(...marked(best.excerpt));
  link.append(what, document.createElement("br"), title, excerpt);
  item.append(link);
  return item;
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
