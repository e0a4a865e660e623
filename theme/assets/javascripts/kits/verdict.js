// The rule that the scorecard prints, applied to the grades of an interview.

/** @typedef {import("../shared/data.js").Grade} Grade */

/**
 * @param {(Grade | undefined)[]} grades
 * @param {string} level may be empty
 */
export function verdict(grades, level) {
  const [weak, good, great] = ["weak", "good", "great"].map((name) => grades.filter((grade) => grade === name).length);
  const counted = `${weak} weak, ${good} good, ${great} great.`;
  const open = grades.length - weak - good - great;
  const at = level ? ` at the ${level} level` : "";
  if (weak > 1) return `${counted} No hire${at}: two or more weak answers.`;
  if (open) return `${counted} ${open} not graded yet.`;
  if (weak === 1) return `${counted} Discuss: one weak answer.`;
  if (great) return `${counted} Hire${at}: no weak answers and at least one great one.`;
  return `${counted} Discuss: no weak answers, but no great ones either.`;
}
