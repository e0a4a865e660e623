// Runs before the first paint, so that neither a remembered color scheme flashes nor room for buttons comes late.
{
  const root = document.documentElement;
  // Some chat programs escape the signs of a fragment: `/build/%23kit=x:20`, `/build/#kit%3Dx%3A20`.
  if (location.pathname.includes("%23")) {
    location.replace(location.origin + location.pathname.replace("%23", "#") + location.search + location.hash);
  }
  if (/^#kit%3D/i.test(location.hash)) {
    try {
      history.replaceState(null, "", `#${decodeURIComponent(location.hash.slice(1))}`);
    } catch {
      // Half of an escape: there is nothing to repair.
    }
  }
  root.classList.replace("no-js", "scripted");
  if (/^#(.*&)?kit=/.test(location.hash)) root.classList.add("with-kit");
  if (/[?&](text|topic|level|kind)=/.test(location.search)) root.classList.add("filtering");

  // Several sites may share an origin: keys in its storage begin with this site's name and the path that it lies below.
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  root.dataset.keys = `${script.dataset.site} ${new URL("../../..", script.src).pathname}`;
  const key = `${root.dataset.keys} scheme`;
  try {
    if (localStorage.getItem(`${root.dataset.keys} single-keys`) === "off") root.dataset.singleKeys = "off";
    const former = localStorage.getItem("scheme"); // any site's of this origin: taken over once, and left for others
    const scheme = localStorage.getItem(key) ?? former;
    if (scheme === "light" || scheme === "dark") {
      root.dataset.scheme = scheme;
      localStorage.setItem(key, scheme);
    }
  } catch {
    // Storage is switched off or full: follow the system, or what could be read.
  }
}
