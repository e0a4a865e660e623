// Buttons that copy the text of an element: `<button data-copy="id">`.

export function startCopying(buttons) {
  for (const button of buttons) {
    const name = button.textContent;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(source); // no permission: one key copies it
        button.textContent = "Selected: press Ctrl+C";
      }
      setTimeout(() => (button.textContent = name), 2500);
    });
  }
}
