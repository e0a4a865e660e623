// After the page has loaded: keep what practice needs, so that it works without a connection.

/** @param {HTMLElement} root */
export function workOffline(root) {
  if (!("serviceWorker" in navigator)) return;
  const start = () => keep(new URL(root.dataset.worker ?? "", document.baseURI), root.querySelector(".offline"));
  const whenIdle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  if (document.readyState === "complete") whenIdle(start);
  else addEventListener("load", () => whenIdle(start), { once: true });
}

/**
 * @param {URL} worker
 * @param {Element | null} place where it says so
 */
async function keep(worker, place) {
  try {
    const { installing } = await navigator.serviceWorker.register(worker);
    const kept = await Promise.race([navigator.serviceWorker.ready, refused(installing)]);
    if (!kept) return say(place, "Not available offline: the files that arrived aren't the published ones.");
  } catch {
    return; // private windows refuse it: the page works as long as there is a connection
  }
  say(place, navigator.onLine ? "Now available offline." : "You're offline. Showing the saved copy.");
}

/**
 * Ends when a worker could not keep everything, as behind a network that rewrites pages; else never.
 * @param {ServiceWorker | null} worker
 * @returns {Promise<null>}
 */
function refused(worker) {
  return new Promise((resolve) => {
    worker?.addEventListener("statechange", () => worker.state === "redundant" && resolve(null));
  });
}

/**
 * @param {Element | null} place
 * @param {string} text
 */
function say(place, text) {
  if (place) place.textContent = text;
}
