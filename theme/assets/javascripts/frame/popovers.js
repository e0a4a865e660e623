// Definitions of terms and sources of claims: on hover, on focus and on tap. Both are already in the page.

const DELAY = 120; // milliseconds: a pointer that only passes by opens nothing

export function startPopovers() {
  const links = document.querySelectorAll("a.term[title], a.footnote-ref");
  if (!links.length || !HTMLElement.prototype.showPopover) return;
  const popover = document.createElement("div");
  popover.className = "popover";
  popover.id = "popover";
  popover.popover = "manual";
  popover.setAttribute("role", "tooltip");
  document.body.append(popover);
  let timer = 0;
  let shown = null;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    popover.hidePopover();
    shown.removeAttribute("aria-describedby");
    shown = null;
  };
  const show = (link, withLink) => {
    clearTimeout(timer);
    if (shown === link) return;
    hide();
    popover.replaceChildren(...content(link, withLink));
    popover.showPopover();
    place(popover, link);
    link.setAttribute("aria-describedby", popover.id);
    shown = link;
  };
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  for (const link of links) {
    if (link.title) {
      link.dataset.definition = link.title;
      link.removeAttribute("title");
    }
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(link, false)));
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link, false));
    link.addEventListener("blur", () => later(hide));
    link.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || shown === link) return;
      event.preventDefault(); // the first tap explains, the second follows
      show(link, true);
    });
  }
  popover.addEventListener("pointerenter", () => clearTimeout(timer));
  popover.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !event.target.closest(".popover") && event.target.closest("a") !== shown) hide();
  });
}

function content(link, withLink) {
  const text = document.createElement("p");
  if (link.dataset.definition) text.textContent = link.dataset.definition;
  else text.append(...source(link));
  if (!withLink || !link.dataset.definition) return [text];
  const more = document.createElement("a");
  more.href = link.href;
  more.textContent = "Open in the glossary";
  const row = document.createElement("p");
  row.append(more);
  return [text, row];
}

function source(link) {
  const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const paragraph = note?.querySelector("p");
  if (!paragraph) return [link.hash];
  const copy = paragraph.cloneNode(true);
  for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
  return [...copy.childNodes];
}

function place(popover, link) {
  const box = link.getClientRects()[0];
  const width = popover.offsetWidth;
  const height = popover.offsetHeight;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const above = box.bottom + height + 12 > innerHeight && box.top > height + 12;
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${(above ? box.top - height - 6 : box.bottom + 6) + scrollY}px`;
}
