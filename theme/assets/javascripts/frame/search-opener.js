// The search button: loads the search itself only when somebody turns to it.

export function startSearch() {
  const opener = document.querySelector(".search-open");
  let loading = null;
  const load = () => (loading ??= import("./search.js").then((module) => module.createSearch(new URL(opener.dataset.search, document.baseURI))));
  const open = () => {
    load().then(
      (search) => search.open(),
      () => (location.href = opener.href), // not reachable: the list of all questions still is
    );
  };
  opener.setAttribute("role", "button");
  for (const turn of ["pointerenter", "focus"]) opener.addEventListener(turn, () => load().catch(() => {}), { once: true });
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
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const shortcut = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (typing || !(shortcut || command)) return;
    event.preventDefault();
    open();
  });
}
