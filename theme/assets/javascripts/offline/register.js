// After the page has loaded: keep what practice needs, so that it works without a connection.

export function workOffline(root) {
  if (!("serviceWorker" in navigator)) return;
  const say = (text) => {
    const place = root.querySelector(".offline");
    if (place) place.textContent = text;
  };
  const start = async () => {
    try {
      await navigator.serviceWorker.register(new URL(root.dataset.worker, document.baseURI));
      await navigator.serviceWorker.ready;
      say(navigator.onLine ? "Works without a connection from now on." : "No connection: you see what was kept.");
    } catch {
      // Private windows refuse it: the page works as long as there is a connection.
    }
  };
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  if (document.readyState === "complete") whenIdle(start);
  else addEventListener("load", () => whenIdle(start), { once: true });
}
