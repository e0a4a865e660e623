// Picking questions for a kit: on the list, and on a question's page. What is picked lives in the address.
import { announcer, element, find, remember, slugOf } from "../shared/dom.js";
import { kitFragment, MOST, readKit } from "./address.js";

/**
 * The list: a button at each question, and a bar that leads to the builder.
 * @param {HTMLElement} form
 */
export function startPicking(form) {
  if ("started" in form.dataset) return;
  form.dataset.started = "";
  document.documentElement.classList.add("with-kit");
  const status = announcer();
  const go = element("a", { textContent: "Arrange and name your kit" });
  form.after(element("p", { className: "picking" }, status, " ", go));
  const picks = [...document.querySelectorAll("li[data-topic]")].map(pick);

  let fragment = location.hash;

  const show = () => {
    const kit = readKit(fragment);
    const picked = kit.items.map((item) => item.id);
    for (const { id, button, title } of picks) {
      const is = picked.includes(id);
      button.setAttribute("aria-pressed", String(is));
      button.textContent = is ? "Added" : "Add";
      button.disabled = !is && picked.length >= MOST;
      title.hash = kitFragment(kit);
    }
    status.textContent = said(picked.length);
    go.hidden = !picked.length;
    go.href = new URL(kitFragment(kit), new URL(form.dataset.picking ?? "", document.baseURI)).href;
  };
  for (const { id, button } of picks) {
    button.addEventListener("click", () => {
      fragment = toggled(fragment, id);
      show();
      remember(location.pathname + location.search + fragment);
    });
  }
  addEventListener("hashchange", () => {
    fragment = location.hash;
    show();
  });
  show();
}

/** @param {Element} row */
function pick(row) {
  const title = find(row, "a", HTMLAnchorElement);
  const id = slugOf(title);
  title.id ||= `pick-${id}`;
  const button = element("button", { type: "button", className: "quiet pick" });
  button.setAttribute("aria-describedby", title.id);
  row.append(button);
  return { id, title, button };
}

/**
 * @param {string} fragment
 * @param {string} id
 */
function toggled(fragment, id) {
  const kit = readKit(fragment);
  const at = kit.items.findIndex((item) => item.id === id);
  if (at >= 0) kit.items.splice(at, 1);
  else kit.items.push({ id, minutes: null });
  return kitFragment(kit);
}

/** @param {number} count */
function said(count) {
  return count ? `${count} selected${count === MOST ? " (maximum)" : ""}.` : "Select questions for your kit.";
}

/**
 * A question's page, reached while picking: leads back to the list, with this question picked.
 * @param {HTMLElement} link
 */
export function carryKit(link) {
  if (!(link instanceof HTMLAnchorElement)) return;
  const { question = "", list = "" } = link.dataset;
  const kit = readKit(location.hash);
  const picked = kit.items.some((item) => item.id === question);
  if (!picked && kit.items.length < MOST) kit.items.push({ id: question, minutes: null });
  const size = kit.items.length;
  link.textContent = picked ? `In your kit (${size}). Back to the list` : `Add to your kit as question ${size}`;
  link.href = new URL(kitFragment(kit), new URL(list, document.baseURI)).href;
}
