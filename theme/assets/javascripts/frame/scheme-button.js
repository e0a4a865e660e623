// The button that switches between light and dark, and remembers the choice.

/** Brings the button to life. */
export function startSchemeButton() {
  const root = document.documentElement;
  const key = `${root.dataset.keys} scheme`; // as in early/before-paint.js
  const button = document.querySelector(".scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button?.setAttribute("aria-pressed", String(isDark()));

  button?.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      if (root.dataset.keys) localStorage.setItem(key, root.dataset.scheme);
    } catch {
      // Storage is switched off or full: the choice holds for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    if (event.newValue === "light" || event.newValue === "dark") root.dataset.scheme = event.newValue;
    else delete root.dataset.scheme;
    show();
  });
  show();
}
