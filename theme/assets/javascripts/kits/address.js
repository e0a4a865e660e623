// A kit as the fragment of an address: `#kit=some-question:20,another:15&name=Payments&level=senior`. Pure functions.
// A fragment is never sent to a server. What it holds is not trusted: whatever does not fit is left out, and told.
import { ID, LEVELS } from "../shared/data.js";

/** @typedef {{ id: string, minutes: number | null }} Asked */
/** @typedef {{ items: Asked[], name: string, level: string, shared: boolean }} Kit */

export const MOST = 12; // questions
export const SHORTEST = 5; // minutes
export const LONGEST = 60;
const NAME = 80; // characters

/**
 * @param {string} fragment
 * @returns {Kit & { told: string[] }}
 */
export function readKit(fragment) {
  const asked = new URLSearchParams(fragment.slice(1, 20000));
  /** @type {string[]} */
  const told = [];
  const entries = (asked.get("kit") ?? "").split(",").filter(Boolean);
  if (entries.length > MOST) {
    const most = `A kit can have at most ${MOST}; the first ${MOST} are shown.`;
    told.push(`The link asks for ${entries.length} questions. ${most}`);
  }
  const items = entries.slice(0, MOST).flatMap((entry) => itemsOf(entry, told));
  const name = plain(asked.get("name") ?? "");
  if (name.length > NAME) told.push(`The name was shortened to ${NAME} characters.`);
  const level = asked.get("level") ?? "";
  const known = LEVELS.includes(level);
  if (level && !known) told.push(`“${shortened(level, 40)}” is not a level. Choose ${LEVELS.join(", ")}.`);
  const shared = asked.get("view") === "kit";
  return { items, name: shortened(name, NAME), level: known ? level : "", shared, told };
}

/**
 * @param {string} entry
 * @param {string[]} told
 * @returns {Asked[]}
 */
function itemsOf(entry, told) {
  const [id, time] = entry.split(":");
  if (ID.test(id) && id.length <= 80) return [{ id, minutes: minutesOf(id, time, told) }];
  told.push(`“${shortened(entry, 40)}” isn't a valid question name and was skipped.`);
  return [];
}

/**
 * Only whole minutes within bounds; null stands for what the question suggests.
 * @param {string} id
 * @param {string | undefined} time
 * @param {string[]} told
 */
function minutesOf(id, time, told) {
  if (time === undefined || time === "") return null;
  const minutes = /^\d{1,4}$/.test(time) ? Number(time) : NaN;
  if (minutes >= SHORTEST && minutes <= LONGEST) return minutes;
  const bounds = `(${SHORTEST} to ${LONGEST}). Using the suggested time instead.`;
  told.push(`${shortened(time, 20)} minutes is out of range for “${id}” ${bounds}`);
  return null;
}

/** @param {Kit} kit */
export function kitFragment({ items, name, level, shared }) {
  const parts = [`kit=${items.map(({ id, minutes }) => (minutes ? `${id}:${minutes}` : id)).join(",")}`];
  if (name) parts.push(`name=${encoded(name)}`);
  if (level) parts.push(`level=${level}`);
  if (shared) parts.push("view=kit");
  return `#${parts.join("&")}`;
}

/**
 * Brackets would end a link in Markdown.
 * @param {string} text
 */
function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Control characters, and those that turn the direction of text, could make a name say something else than it is.
 * @param {string} text
 */
const plain = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").replace(/\s+/g, " ").trim();

/**
 * @param {string} text
 * @param {number} length
 */
const shortened = (text, length) => (text.length > length ? `${[...text].slice(0, length - 1).join("")}…` : text);
