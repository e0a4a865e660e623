// Everything works without this file; it adds what HTML cannot do alone.
import { startSchemeButton } from "./scheme-button.js";
import { startFolds } from "./folds.js";
import { startPopovers } from "./popovers.js";
import { startSearch } from "./search-open.js";

startSchemeButton();
startSearch();
startFolds();
startPopovers();
const filters = document.querySelector("[data-filters]");
if (filters) import("./filters.js").then((module) => module.startFilters(filters));
