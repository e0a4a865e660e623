// What could be better about a kit. Pure functions.
import { LEVELS } from "../shared/data.js";
import { plural } from "../shared/dom.js";

/** @typedef {import("../shared/data.js").Question} Question */

const SLOTS = [45, 60, 90]; // minutes that calendars have

/**
 * The questions, their minutes against the nearest usual length, and what the ready kits are held to by a rule.
 * @param {Question[]} chosen
 * @param {number} minutes
 * @param {string} level of the kit; may be empty
 */
export function summary(chosen, minutes, level) {
  const length = `${plural(chosen.length, "question")}, ${minutes} minutes${against(minutes)}`;
  return [length, ...hints(chosen, level)].join(". ");
}

/** @param {number} minutes */
function against(minutes) {
  const [nearest] = [...SLOTS].sort((one, other) => Math.abs(minutes - one) - Math.abs(minutes - other));
  const off = minutes - nearest;
  return off ? `, ${plural(Math.abs(off), "minute")} ${off > 0 ? "over" : "under"} ${nearest}` : "";
}

/**
 * @param {Question[]} chosen
 * @param {string} level
 */
function hints(chosen, level) {
  if (chosen.length < 2) return ["Add at least one more question for a fairer picture."];
  const told = [];
  if (new Set(chosen.map((question) => question.kind)).size < 2) {
    told.push("All questions are the same type. Mixing types tells you more.");
  }
  const ranks = chosen.map((question) => LEVELS.indexOf(question.level));
  const [lowest, highest] = [Math.min(...ranks), Math.max(...ranks)];
  if (highest - lowest > 1) {
    told.push(`Levels range from ${LEVELS[lowest]} to ${LEVELS[highest]}. Stay within two neighboring levels.`);
  }
  const stated = LEVELS.indexOf(level);
  const off = stated < 0 ? 0 : ranks.filter((rank) => Math.abs(rank - stated) > 1).length;
  if (off) told.push(`${plural(off, "question")} more than one level away from ${level}.`);
  else if (stated >= 0 && !ranks.includes(stated)) told.push(`No question is at ${level} level.`);
  return told;
}
