// Elements from data.

export const element = (name, values = {}) => Object.assign(document.createElement(name), values);

// The site's own text, from the site's own data: never anything that a reader or an address brought.
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const code of template.content.querySelectorAll("pre")) code.tabIndex = 0; // the keyboard scrolls long lines
  return template.content;
}

// Messages above a tool, or none.
export function tell(list, messages) {
  list.hidden = !messages.length;
  list.replaceChildren(...messages.map((textContent) => element("li", { textContent })));
}
