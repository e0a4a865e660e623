// Filters the list of questions by text, topic, level and kind at once; the state lives in the address.

const MANY = ["level", "kind"];

export function startFilters(form) {
  const rows = [...document.querySelectorAll("li[data-topic]")];
  const texts = new Map(rows.map((row) => [row, row.querySelector("a").textContent.toLowerCase()]));
  const groups = [...document.querySelectorAll(".text > h2")].map((heading) => [heading, heading.nextElementSibling]);
  const more = form.querySelector("[aria-expanded]"); // on a phone, level and kind wait for it
  const apply = () => {
    const chosen = state(form);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, texts.get(row), chosen);
      if (!row.hidden) shown += 1;
    }
    for (const [heading, list] of groups) {
      heading.hidden = list.hidden = [...list.children].every((row) => row.hidden);
    }
    form.querySelector("[type=reset]").hidden = !address(chosen);
    const boxes = chosen.level.length + chosen.kind.length;
    more.textContent = boxes ? `Level and kind: ${boxes} chosen` : "Level and kind";
    const all = rows.length;
    const noun = all === 1 ? "question" : "questions";
    form.elements.result.value = shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
    const { topic, level, kind } = chosen; // practice knows no text
    form.querySelector("[data-practise]").search = address({ topic, level, kind });
    return chosen;
  };
  const remember = () => {
    const query = address(apply());
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  };

  const show = (open) => {
    form.classList.toggle("more", open);
    more.setAttribute("aria-expanded", open);
  };
  more.addEventListener("click", () => show(!form.classList.contains("more")));
  const follow = () => {
    restore(form);
    const { level, kind } = apply();
    if (level.length || kind.length) show(true);
  };
  form.addEventListener("input", remember);
  form.addEventListener("reset", () => {
    form.elements.result.tabIndex = -1;
    form.elements.result.focus(); // the button that had the focus goes
    setTimeout(remember);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", follow);
  follow();
  document.documentElement.classList.remove("filtering");
}

function state(form) {
  const data = new FormData(form);
  return {
    text: data.get("text").trim().toLowerCase(),
    topic: data.get("topic"),
    level: data.getAll("level"),
    kind: data.getAll("kind"),
  };
}

function fits(row, text, chosen) {
  return (
    (!chosen.topic || row.dataset.topic === chosen.topic) &&
    MANY.every((name) => !chosen[name].length || chosen[name].includes(row.dataset[name])) &&
    chosen.text.split(/\s+/).every((word) => text.includes(word))
  );
}

// Commas stay readable in an address that is pasted into a job posting.
function address(chosen) {
  const parts = Object.entries(chosen).filter(([, value]) => value.length);
  return parts.map(([name, value]) => `${name}=${[value].flat().map(encodeURIComponent).join(",")}`).join("&");
}

// What an address asks for and the form does not offer is left out.
function restore(form) {
  const asked = new URLSearchParams(location.search);
  form.elements.text.value = (asked.get("text") ?? "").slice(0, 100);
  const topic = asked.get("topic") ?? "";
  form.elements.topic.value = [...form.elements.topic.options].some((option) => option.value === topic) ? topic : "";
  for (const name of MANY) {
    const values = (asked.get(name) ?? "").split(",");
    for (const box of form.querySelectorAll(`[name="${name}"]`)) box.checked = values.includes(box.value);
  }
}
