// A scorecard that was filled in, as Markdown and as plain text. What was typed stays text in both.

/** @typedef {{ title: string, grade: string, notes: string }} Question */
/**
 * @typedef {object} Sheet
 * @property {string} kit
 * @property {string} facts level and minutes
 * @property {string} address
 * @property {string} candidate
 * @property {string} interviewer
 * @property {string} date
 * @property {Question[]} questions
 * @property {string} verdict
 * @property {string} evidence
 */

/** @param {Sheet} sheet */
export function asMarkdown(sheet) {
  const facts = [["Kit", sheet.kit], ["Level and length", sheet.facts], ...peopleOf(sheet)];
  const parts = [
    `# Scorecard: ${line(sheet.kit)}`,
    [...facts.map(([name, value]) => `- ${name}: ${line(value)}`.trimEnd()), `- Address: <${sheet.address}>`].join(
      "\n",
    ),
    ...sheet.questions.flatMap(({ title, grade, notes }, index) => [
      `## ${index + 1}. ${line(title)}`,
      `Grade: ${grade ? `**${grade}**` : "none"}`,
      lines(notes),
    ]),
    "## Recommendation",
    line(sheet.verdict),
    ...(sheet.evidence.trim() ? ["### Deciding evidence", lines(sheet.evidence)] : []),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Sheet} sheet */
export function asText(sheet) {
  const facts = [["Level and length", sheet.facts], ...peopleOf(sheet), ["Address", sheet.address]];
  const parts = [
    [`Scorecard: ${sheet.kit}`, ...facts.map(([name, value]) => `${name}: ${value}`.trimEnd())].join("\n"),
    ...sheet.questions.map(({ title, grade, notes }, index) =>
      [`${index + 1}. ${title}`, `Grade: ${grade || "none"}`, notes.trim()].filter(Boolean).join("\n")
    ),
    `Recommendation: ${sheet.verdict}`,
    sheet.evidence.trim() && `Deciding evidence: ${sheet.evidence.trim()}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Sheet} sheet
 * @returns {[string, string][]}
 */
const peopleOf = ({ candidate, interviewer, date }) => [
  ["Candidate", candidate],
  ["Interviewer", interviewer],
  ["Date", date],
];

/**
 * One line in which nothing is markup.
 * @param {string} text
 */
const line = (text) => escaped(text.replace(/\s+/g, " ").trim());

/**
 * Lines stay lines, an empty one parts paragraphs, and spaces before a line would make it code.
 * @param {string} text
 */
function lines(text) {
  const paragraphs = text.replace(/\r\n?/g, "\n").trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph) => paragraph.split("\n").map(line).join("\\\n")).join("\n\n");
}

/** @param {string} text */
const escaped = (text) =>
  text
    .replace(/[\\`*_[\]<>~|&$]/g, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/**
 * `scorecard-payments-sre-ada-lovelace-2026-11-25.md`.
 * @param {string[]} parts
 */
export function fileName(...parts) {
  const plain = (/** @type {string} */ part) => part.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slugs = parts.map((part) => plain(part).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40));
  return `${["scorecard", ...slugs].filter(Boolean).join("-")}.md`;
}

/**
 * Some browsers read the file only later, and follow a link only where it stands in the page.
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string} text
 */
export function download(root, name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = name;
  link.hidden = true;
  root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
