// A session that a reload or the way back has ended: this tab keeps where it was.

/** @typedef {import("../progress/store.js").Grade} Grade */
/** @typedef {import("../progress/store.js").Card} Card */
/**
 * @typedef {object} Done
 * @property {string} id
 * @property {Grade | null} grade null: skipped
 * @property {Card | null} before
 * @property {number | null} again where in the queue it returns
 */
/** @typedef {{ mode: string, queue: string[], at: number, done: Done[] }} Running */

const { keys } = document.documentElement.dataset; // from early/before-paint.js
const KEY = `${keys} session`;

/** @param {Running | null} running null: it has come to its end */
export function keep(running) {
  try {
    if (running) sessionStorage.setItem(KEY, JSON.stringify(running));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off or full: the session lasts as long as its page.
  }
}

/**
 * What can go on; null where there is nothing, or something else.
 * @returns {Running | null}
 */
export function running() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const lists = [found?.queue, found?.done].every(Array.isArray);
    return lists && typeof found.mode === "string" && found.at >= 0 && found.at < found.queue.length ? found : null;
  } catch {
    return null;
  }
}
