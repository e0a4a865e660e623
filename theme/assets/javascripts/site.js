// Everything works without this file; it adds what HTML cannot do alone. What few pages have is loaded only there.
import { startFolds } from "./frame/folds.js";
import { startPopovers } from "./frame/popovers.js";
import { startSchemeButton } from "./frame/scheme-button.js";
import { startSearch } from "./frame/search-opener.js";

startSchemeButton();
startSearch();
startFolds();
startPopovers();

/**
 * @template Module
 * @param {string} selector
 * @param {() => Promise<Module>} load
 * @param {(module: Module, found: any) => unknown} start gets the first element that fits
 */
async function on(selector, load, start) {
  const found = document.querySelector(selector);
  if (found) start(await load(), found);
}

on("[data-filters]", () => import("./questions/filters.js"), (module, form) => module.startFilters(form));
on("[data-copy]", () => import("./frame/copy.js"), ({ startCopying }) => {
  startCopying(document.querySelectorAll("[data-copy]"));
});
// Code blocks stand on most pages, and few are copied: the press loads it, so that the click finds it.
for (const turn of ["pointerdown", "focusin", "click"]) document.addEventListener(turn, copyCode);
on("[data-builder]", () => import("./kits/builder.js"), (module, root) => module.startBuilder(root));
on(".scorecard[data-kit]", () => import("./kits/fields.js"), (module, section) => module.startFields(section));
on("[data-practice]", () => import("./practice/page.js"), (module, root) => module.startPractice(root));
on("[data-mock]", () => import("./mock/page.js"), (module, root) => module.startMock(root));
on("[data-worker]", () => import("./offline/register.js"), (module, root) => module.workOffline(root));
if (graded()) import("./progress/marks.js").then((module) => module.showMarks());

const rubric = document.querySelector("details.fold-rubric");
rubric?.addEventListener("toggle", async () => {
  const { offerGrades } = await import("./progress/grade-here.js");
  offerGrades(/** @type {HTMLElement} */ (rubric));
}, { once: true });

document.querySelector("[data-print]")?.addEventListener("click", () => print());

// A kit is being put together: its questions stand in the address.
addEventListener("hashchange", pick);
pick();

function pick() {
  if (!/^#(.*&)?kit=/.test(location.hash)) return;
  const load = () => import("./kits/picking.js");
  on(".to-kit", load, (module, link) => module.carryKit(link));
  on("[data-picking]:not([data-started])", load, (module, form) => module.startPicking(form));
}

/** @param {Event} event */
async function copyCode({ target, type }) {
  const button = target instanceof Element && target.closest("[data-copy-code]");
  if (!(button instanceof HTMLElement)) return;
  const copy = await import("./frame/copy.js");
  if (type === "click") copy.copyCode(button);
}

function graded() {
  const { keys } = document.documentElement.dataset; // from early/before-paint.js
  try {
    return [`${keys} practice`, "practice"].some((key) => localStorage.getItem(key) !== null);
  } catch {
    return false; // storage is switched off
  }
}
