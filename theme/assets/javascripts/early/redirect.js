// A classic script, so that it acts before the page is shown: leads on with query and fragment.
{
  const to = document.currentScript?.dataset.to;
  if (to) location.replace(new URL(to, location.href).href + location.search + location.hash);
}
