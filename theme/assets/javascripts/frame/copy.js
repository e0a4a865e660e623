// Buttons that copy text: `<button data-copy="id">` that of an element, `<button data-copy-code>` the code below it.

/** @param {Iterable<HTMLElement>} buttons */
export function startCopying(buttons) {
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const source = document.getElementById(button.dataset.copy ?? "");
      copy(button, source, source?.textContent ?? "");
    });
  }
}

/**
 * What somebody would type: of a session neither prompts nor output.
 * @param {HTMLElement} button
 */
export function copyCode(button) {
  const block = button.closest(".code")?.querySelector(".highlight") ?? null;
  const text = block?.textContent ?? "";
  copy(button, block, block ? (SESSIONS.find(({ name }) => block.matches(name))?.typed(text) ?? text) : "");
}

const SESSIONS = [
  { name: ".language-pycon", typed: pythonOf },
  { name: ".language-console", typed: commandsOf },
];

/**
 * `...` goes on with what was typed; below output it is output.
 * @param {string} text
 */
function pythonOf(text) {
  let goesOn = false;
  const typed = text.split("\n").filter((line) => (goesOn = (goesOn ? /^(>>>|\.\.\.)( |$)/ : /^>>>( |$)/).test(line)));
  return ended(typed.map((line) => line.slice(4)));
}

/**
 * A command that ends in a backslash goes on in the next line.
 * @param {string} text
 */
function commandsOf(text) {
  let goesOn = false;
  const typed = text.split("\n").flatMap((line) => {
    if (!goesOn && !line.startsWith("$ ")) return [];
    const command = line.replace(goesOn ? /^> / : /^\$ /, "");
    goesOn = command.endsWith("\\");
    return [command];
  });
  return ended(typed);
}

/** @param {string[]} lines */
const ended = (lines) => lines.map((line) => `${line}\n`).join("");

/**
 * @param {HTMLElement} button
 * @param {Element | null} source
 * @param {string} text
 */
async function copy(button, source, text) {
  const { named = button.textContent } = button.dataset;
  button.dataset.named = named; // a second click while it still says what came of the first
  button.textContent = await copied(source, text);
  setTimeout(() => (button.textContent = named), 2500);
}

/**
 * @param {Element | null} source
 * @param {string} text
 */
async function copied(source, text) {
  if (!source) return "Nothing to copy";
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    if (source instanceof HTMLElement) source.hidden = false;
    getSelection()?.selectAllChildren(source); // no permission: one key copies it
    return "Selected: press Ctrl+C";
  }
}
