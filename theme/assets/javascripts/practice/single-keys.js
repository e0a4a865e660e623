// Keys that act without Ctrl or Alt: who speaks to the computer must be able to switch them off (WCAG 2.1.4).

const root = document.documentElement;
const KEY = `${root.dataset.keys} single-keys`; // early/before-paint.js reads it

export const singleKeys = () => root.dataset.singleKeys !== "off";

/**
 * The box that switches them.
 * @param {HTMLInputElement} box
 */
export function offerSingleKeys(box) {
  box.checked = singleKeys();
  box.addEventListener("change", () => {
    root.dataset.singleKeys = box.checked ? "on" : "off";
    try {
      if (box.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch {
      // Storage is switched off or full: it holds until the page is closed.
    }
  });
}
