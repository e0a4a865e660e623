// Folds: open the one that an address leads to, open and close all, open all for print, copy a link.

/** Brings the folds of this page to life, and the links to sections. */
export function startFolds() {
  const folds = [...document.querySelectorAll("details")].filter((fold) => fold.matches(".fold"));
  openForAddress();
  addEventListener("hashchange", openForAddress);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a[href^='#']");
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.matches(".copy-link, .headerlink")) copy(link);
    // The same address twice in a row raises no hashchange.
    if (link.hash === location.hash) openForAddress();
  });
  if (folds.length) offerAll(folds);
}

/** @param {HTMLDetailsElement[]} folds */
function offerAll(folds) {
  for (const button of document.querySelectorAll("[data-folds]")) {
    button.addEventListener("click", () => {
      for (const fold of folds) fold.open = button.getAttribute("data-folds") === "open";
    });
  }
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const found = document.querySelectorAll("details.fold:not([open]), details.flashcard:not([open])");
    closed = [...found];
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
}

function openForAddress() {
  let id;
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // a crafted address: nothing to open
  }
  const target = id && document.getElementById(id);
  if (!target) return;
  let hidden = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    hidden ||= !fold.open;
    fold.open = true;
  }
  if (hidden) target.scrollIntoView();
}

/** @param {HTMLAnchorElement} link */
async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // no permission: the address bar has the link
  }
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "count";
  link.after(said);
  said.textContent = " Link copied";
  setTimeout(() => said.remove(), 2000);
}
