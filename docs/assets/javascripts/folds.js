// Folds: open the one that an address leads to, open and close all, open all for print, copy a link.

export function startFolds() {
  const folds = [...document.querySelectorAll("details.fold")];
  openForAddress();
  addEventListener("hashchange", openForAddress);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.matches(".copy-link, .headerlink")) copy(link);
    // The same address twice in a row raises no hashchange.
    if (link.hash === location.hash) openForAddress();
  });
  if (!folds.length) return;
  document.querySelector(".attempt").after(tools(folds));
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
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
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    hidden ||= !fold.open;
    fold.open = true;
  }
  if (hidden) target.scrollIntoView();
}

function tools(folds) {
  const bar = document.createElement("div");
  bar.className = "fold-tools";
  for (const [label, open] of [["Open all", true], ["Close all", false]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = label;
    button.addEventListener("click", () => {
      for (const fold of folds) fold.open = open;
    });
    bar.append(button);
  }
  return bar;
}

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
