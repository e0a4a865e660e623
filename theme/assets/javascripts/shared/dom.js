// Elements found and made, and how counts, days and times are written.

/**
 * The element below `root` that fits `selector`: the page is sure to have it.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} [kind]
 */
export function find(root, selector, kind = /** @type {new () => any} */ (HTMLElement)) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} ${selector}`);
}

/**
 * Makes an element with these properties and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [values]
 * @param {(string | Node)[]} children
 */
export function element(name, values = {}, ...children) {
  const made = document.createElement(name);
  Object.assign(made, values);
  made.append(...children);
  return made;
}

/** A place whose text is read out whenever it changes. */
export function announcer() {
  const made = element("span");
  made.setAttribute("role", "status");
  return made;
}

/**
 * The site's own text, from the site's own data: never anything that a reader or an address brought.
 * @param {string} html
 */
export function fragment(html) {
  const template = element("template", { innerHTML: html });
  for (const code of template.content.querySelectorAll("pre")) code.tabIndex = 0; // the keyboard scrolls long lines
  return template.content;
}

/**
 * @param {string} title
 * @param {string} html as for `fragment`
 */
export function fold(title, html) {
  const summary = element("summary", {}, element("strong", { textContent: title }));
  return element("details", { className: "fold" }, summary, element("div", { className: "fold-body" }, fragment(html)));
}

/**
 * Keeps what a tool shows in the address. Browsers refuse that to those who type fast, so draw first.
 * @param {string} address
 */
export function remember(address) {
  try {
    history.replaceState(null, "", address);
  } catch {
    // The address lags behind until the next change.
  }
}

/**
 * Messages above a tool, or none.
 * @param {ParentNode} root
 * @param {string[]} messages
 */
export function tell(root, messages) {
  const list = find(root, ".told");
  list.hidden = !messages.length;
  list.replaceChildren(...messages.map((textContent) => element("li", { textContent })));
}

/**
 * A tool that cannot begin, since something could not be loaded: says so, and hides what would not work.
 * @param {HTMLElement} root
 * @param {string} message
 * @param {HTMLElement[]} parts
 */
export function giveUp(root, message, ...parts) {
  tell(root, [message]);
  for (const part of parts) part.hidden = true;
  root.hidden = false;
}

/**
 * @param {string} what
 * @param {string} remedy
 */
export const notLoaded = (what, remedy) => `${what} couldn't be loaded. ${remedy}`;

/**
 * `1 question`, `2 questions`.
 * @param {number} count
 * @param {string} noun
 */
export const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {string} word */
export const capitalized = (word) => `${word[0].toUpperCase()}${word.slice(1)}`;

/**
 * `Nov 25, 2026`.
 * @param {string} date
 * @param {Intl.DateTimeFormatOptions} [form]
 */
export const day = (date, form = { day: "numeric", month: "short", year: "numeric" }) =>
  new Date(date).toLocaleDateString("en-US", form);

/**
 * `7:05`, minutes and seconds.
 * @param {number} seconds
 */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/**
 * The last part of a link's path: `x` for `/questions/x/`.
 * @param {HTMLAnchorElement} link
 */
export const slugOf = (link) => new URL(link.href).pathname.split("/").filter(Boolean).at(-1) ?? "";
