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
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
  } catch {
    return; // private windows refuse it: the page works as long as there is a connection
  }
  const said = navigator.onLine ? "Now available offline." : "You're offline. Showing the saved copy.";
  if (place) place.textContent = said;
}
