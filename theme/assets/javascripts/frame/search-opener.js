// The search button: loads the search itself only when somebody turns to it.

/** Makes the link to the list of questions open the search, and gives it its keys. */
export function startSearch() {
  const opener = document.querySelector("a.search-open");
  if (!(opener instanceof HTMLAnchorElement)) return;
  /** @type {Promise<{ open(query?: string): void }> | null} */
  let loading = null;
  const load = () => (loading ??= created(opener));
  /** @param {string} [query] */
  const open = (query) => {
    load().then(
      (search) => search.open(query),
      () => (location.href = opener.href), // not reachable: the list of all questions still is
    );
  };
  opener.setAttribute("role", "button");
  for (const turn of ["pointerenter", "focus"]) {
    opener.addEventListener(turn, () => load().catch(() => {}), { once: true });
  }
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    open();
  });
  // A page that found nothing by its own means hands on what was asked for.
  document.addEventListener("search-for", (event) => event instanceof CustomEvent && open(String(event.detail)));
}

/** @param {HTMLAnchorElement} opener */
async function created({ href, dataset }) {
  const { createSearch } = await import("../search/dialog.js");
  const pagefind = new URL(dataset.search ?? "", document.baseURI);
  const names = new URL(dataset.names ?? "", document.baseURI);
  return createSearch({ pagefind, names, home: new URL("../", pagefind), questions: new URL(href) });
}

/** @param {KeyboardEvent} event */
function asksForSearch({ target, key, ctrlKey, metaKey, altKey }) {
  if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return false;
  const slash = key === "/" && !ctrlKey && !metaKey && !altKey && document.documentElement.dataset.singleKeys !== "off";
  return slash || (key.toLowerCase() === "k" && (ctrlKey || metaKey));
}
