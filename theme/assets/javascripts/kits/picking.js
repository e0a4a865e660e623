// Picking questions for a kit: on the list, and on a question's page. What is picked lives in the address.
import { MOST, kitFragment, readKit } from "./kit-address.js";

// The list: a button at each question, and a bar that leads to the builder.
export function startPicking(form) {
  if ("started" in form.dataset) return;
  form.dataset.started = "";
  document.documentElement.classList.add("with-kit");
  const builder = new URL(form.dataset.picking, document.baseURI);
  const rows = [...document.querySelectorAll("li[data-topic]")];
  const bar = document.createElement("p");
  bar.className = "picking";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const go = document.createElement("a");
  go.textContent = "Order them and name the kit";
  bar.append(status, " ", go);
  form.after(bar);
  const buttons = new Map(rows.map((row) => [slugOf(row.querySelector("a")), button(row)]));

  const show = () => {
    const kit = readKit(location.hash);
    const picked = kit.items.map((item) => item.id);
    for (const [id, control] of buttons) {
      const is = picked.includes(id);
      control.setAttribute("aria-pressed", String(is));
      control.textContent = is ? "Picked" : "Pick";
      control.disabled = !is && picked.length >= MOST;
      control.closest("li").querySelector("a").hash = kitFragment(kit);
    }
    status.textContent = picked.length === 0 ? "Pick questions for your kit." : `${picked.length} picked${picked.length === MOST ? ", which is the most" : ""}.`;
    go.hidden = !picked.length;
    go.href = new URL(kitFragment(kit), builder).href;
  };
  for (const [id, control] of buttons) {
    control.addEventListener("click", () => {
      const kit = readKit(location.hash);
      const at = kit.items.findIndex((item) => item.id === id);
      if (at >= 0) kit.items.splice(at, 1);
      else kit.items.push({ id, minutes: null });
      history.replaceState(null, "", location.pathname + location.search + kitFragment(kit));
      show();
    });
  }
  addEventListener("hashchange", show);
  show();
}

function button(row) {
  const control = document.createElement("button");
  control.type = "button";
  control.className = "quiet pick";
  const title = row.querySelector("a");
  title.id ||= `pick-${slugOf(title)}`;
  control.setAttribute("aria-describedby", title.id);
  row.append(control);
  return control;
}

const slugOf = (link) => new URL(link.href).pathname.split("/").filter(Boolean).at(-1);

// A question's page, reached while picking: leads back to the list, with this question picked.
export function carryKit(link) {
  const kit = readKit(location.hash);
  const picked = kit.items.some((item) => item.id === link.dataset.question);
  if (!picked && kit.items.length < MOST) kit.items.push({ id: link.dataset.question, minutes: null });
  link.textContent = picked ? `In your kit of ${kit.items.length}: back to the list` : `Add to your kit, as question ${kit.items.length}`;
  link.href = new URL(kitFragment(kit), new URL(link.dataset.list, document.baseURI)).href;
}
