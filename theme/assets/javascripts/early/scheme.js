// Runs before the first paint, so that neither a remembered colour scheme flashes nor room for buttons comes late.
{
  const root = document.documentElement;
  root.classList.replace("no-js", "scripted");
  if (/^#(.*&)?kit=/.test(location.hash)) root.classList.add("with-kit");
  if (/[?&](text|topic|level|kind)=/.test(location.search)) root.classList.add("filtering");
  try {
    const scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is switched off: follow the system.
  }
}
