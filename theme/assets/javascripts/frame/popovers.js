// Definitions of terms and sources of claims: on hover, on focus and on tap. Both are already in the page.

const DELAY = 120; // milliseconds: a pointer that only passes by opens nothing

/** Gives every term and every note of this page its popover. */
export function startPopovers() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.term[title], a.footnote-ref");
  if (!links.length || !HTMLElement.prototype.showPopover) return;
  const popover = new Popover();
  for (const link of links) {
    if (link.title) {
      link.dataset.definition = link.title;
      link.removeAttribute("title");
    }
    popover.serve(link);
  }
}

// One for the whole page: it moves to the link that it explains.
class Popover {
  #box = document.createElement("div");
  #timer = 0;
  /** @type {HTMLAnchorElement | null} */
  #shown = null;

  constructor() {
    this.#box.className = "popover";
    this.#box.id = "popover";
    this.#box.popover = "manual";
    this.#box.setAttribute("role", "tooltip");
    document.body.append(this.#box);
    this.#box.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.#box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#later(this.#hide));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#hide());
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#shown || !(target instanceof Element)) return;
      if (!target.closest(".popover") && target.closest("a") !== this.#shown) this.#hide();
    });
  }

  /** @param {HTMLAnchorElement} link */
  serve(link) {
    const show = () => this.#show(link, false);
    // Older engines don't tell a click by what it was made.
    let touched = false;
    link.addEventListener("pointerdown", (event) => touched = event.pointerType === "touch");
    link.addEventListener("pointercancel", () => touched = false);
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && this.#later(show));
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#later(this.#hide));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show());
    link.addEventListener("blur", () => this.#later(this.#hide));
    link.addEventListener("click", (event) => {
      const tapped = touched;
      touched = false;
      if (!tapped || this.#shown === link) return;
      event.preventDefault(); // the first tap explains, the second follows
      this.#show(link, true);
    });
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {boolean} withLink
   */
  #show(link, withLink) {
    clearTimeout(this.#timer);
    if (this.#shown === link) return;
    this.#hide();
    this.#box.replaceChildren(...content(link, withLink));
    this.#box.showPopover();
    place(this.#box, link);
    link.setAttribute("aria-describedby", this.#box.id);
    this.#shown = link;
  }

  #hide = () => {
    clearTimeout(this.#timer);
    if (!this.#shown) return;
    this.#box.hidePopover();
    this.#shown.removeAttribute("aria-describedby");
    this.#shown = null;
  };

  /** @param {() => void} action */
  #later(action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, DELAY);
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {boolean} withLink
 */
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

/** @param {HTMLAnchorElement} link */
function source(link) {
  const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const paragraph = note?.querySelector("p");
  if (!paragraph) return [link.hash];
  const copy = /** @type {Element} */ (paragraph.cloneNode(true));
  for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
  return [...copy.childNodes];
}

/**
 * @param {HTMLElement} popover
 * @param {HTMLElement} link
 */
function place(popover, link) {
  const box = link.getClientRects()[0];
  const width = popover.offsetWidth;
  const height = popover.offsetHeight;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const above = box.bottom + height + 12 > innerHeight && box.top > height + 12;
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${(above ? box.top - height - 6 : box.bottom + 6) + scrollY}px`;
}
