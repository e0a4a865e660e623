// Buttons that copy the text of an element: `<button data-copy="id">`.

/** @param {Iterable<HTMLElement>} buttons */
export function startCopying(buttons) {
  for (const button of buttons) {
    const name = button.textContent;
    button.addEventListener("click", async () => {
      button.textContent = await copied(document.getElementById(button.dataset.copy ?? ""));
      setTimeout(() => (button.textContent = name), 2500);
    });
  }
}

/** @param {HTMLElement | null} source */
async function copied(source) {
  if (!source) return "Nothing to copy";
  try {
    await navigator.clipboard.writeText(source.textContent);
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(source); // no permission: one key copies it
    return "Selected: press Ctrl+C";
  }
}
