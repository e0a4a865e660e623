// An interview that a reload or the way back has ended: this tab keeps where it was.

/** @typedef {import("../shared/data.js").Grade} Grade */
/**
 * @typedef {object} Running
 * @property {string} address that composes the same interview
 * @property {number} at
 * @property {number} ends when the minutes of this question are over; 0 while it is graded
 * @property {(Grade | null)[]} grades
 */

const KEY = `${document.documentElement.dataset.keys} mock`; // from early/before-paint.js

/** @param {Running | null} running null: it has come to its end */
export function keep(running) {
  try {
    if (running) sessionStorage.setItem(KEY, JSON.stringify(running));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off or full: the interview lasts as long as its page.
  }
}

/**
 * What can go on of the interview that an address composes; null where there is nothing, or something else.
 * @param {string} address
 * @param {number} count of its questions
 * @returns {Running | null}
 */
export function running(address, count) {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const fits = found?.address === address && found.at >= 0 && found.at < count && Array.isArray(found.grades);
    return fits && Number.isFinite(found.ends) ? found : null;
  } catch {
    return null;
  }
}
