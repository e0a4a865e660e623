// Runs before the first paint, so that a remembered colour scheme never flashes.
(function () {
  const root = document.documentElement;
  root.classList.replace("no-js", "scripted");
  try {
    const scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is switched off: follow the system.
  }
})();
