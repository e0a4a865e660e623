// The text for a job posting, for a kit of one's own. A pure function.

/**
 * The site's own text, with the kit's values put in as its form needs them.
 * @param {string} id of the element that holds the text; it names the form
 * @param {string} text
 * @param {Record<string, string>} values
 */
export function filled(id, text, values) {
  return text.replace(/\{(name|address|minutes|count)\}/g, (_, key) => {
    if (id.includes("html")) return values[key].replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return id.includes("markdown") && key !== "address" ? values[key].replace(/[\\[\]*_`<>]/g, "\\$&") : values[key];
  });
}
