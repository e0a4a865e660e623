// Everything works without this file; it adds what HTML cannot do alone.
import { startSchemeButton } from "./scheme-button.js";
import { startFolds } from "./folds.js";
import { startPopovers } from "./popovers.js";
import { startSearch } from "./search-open.js";

startSchemeButton();
startSearch();
startFolds();
startPopovers();

// What only some pages have is loaded only there.
const on = (selector, load, start) => {
  const found = document.querySelector(selector);
  if (found) load().then((module) => start(module, found));
};
on("[data-filters]", () => import("./filters.js"), (module, form) => module.startFilters(form));
on("[data-copy]", () => import("./copy.js"), (module) => module.startCopying(document.querySelectorAll("[data-copy]")));
on("[data-builder]", () => import("./builder.js"), (module, root) => module.startBuilder(root));
on("[data-practice]", () => import("./practice.js"), (module, root) => module.startPractice(root));
document.querySelector("details.fold-rubric")?.addEventListener("toggle", (event) => import("./grade-here.js").then((module) => module.offerGrades(event.target)), { once: true });
if (graded()) import("./marks.js").then((module) => module.showMarks());
on("[data-mock]", () => import("./mock.js"), (module, root) => module.startMock(root));
on("[data-worker]", () => import("./offline.js"), (module, root) => module.workOffline(root));

document.querySelector("[data-print]")?.addEventListener("click", () => print());

// A kit is being put together: its questions stand in the address.
const picking = () => {
  if (!/^#(.*&)?kit=/.test(location.hash)) return;
  on(".to-kit", () => import("./kit-links.js"), (module, link) => module.carryKit(link));
  on("[data-picking]:not([data-started])", () => import("./kit-links.js"), (module, form) => module.startPicking(form));
};
addEventListener("hashchange", picking);
picking();

function graded() {
  try {
    return localStorage.getItem("practice") !== null;
  } catch {
    return false; // storage is switched off
  }
}
