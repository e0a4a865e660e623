// A balanced interview from a seed: the same questions, level, minutes and seed give the same one. Pure functions.
import { LONGEST } from "../kits/address.js";
import { LEVELS } from "../shared/data.js";

/** @typedef {import("../shared/data.js").Question} Question */
/** @typedef {{ level: string, minutes: number, seed: string }} Wanted */
/** @typedef {{ question: Question, minutes: number }} Item */

const EACH = 16; // minutes that a question takes about
const LEAST = 8; // minutes below which follow-ups make no sense
const LENGTHS = [30, 45, 60, 90]; // minutes

/**
 * What an address asks for, e.g. `#level=senior&minutes=60&seed=oak`; null for what it does not say or may not ask for.
 * @param {string} fragment
 */
export function readMock(fragment) {
  const asked = new URLSearchParams(fragment.slice(1, 2000));
  const seed = (asked.get("seed") ?? "").replace(/[^\p{L}\p{N}-]/gu, "").slice(0, 40);
  return {
    level: LEVELS.find((level) => level === asked.get("level")) ?? null,
    minutes: LENGTHS.find((minutes) => minutes === Number(asked.get("minutes"))) ?? null,
    seed: seed || null,
  };
}

/** @param {Wanted} wanted */
export const mockFragment = ({ level, minutes, seed }) =>
  `#level=${level}&minutes=${minutes}&seed=${encodeURIComponent(seed)}`;

/**
 * Kinds and topics that have been asked least come first; a question of the wanted level before one a step away.
 * @param {Question[]} questions
 * @param {Wanted} wanted
 * @returns {Item[]}
 */
export function compose(questions, { level, minutes, seed }) {
  /** @param {Question} question */
  const away = (question) => Math.abs(LEVELS.indexOf(question.level) - LEVELS.indexOf(level));
  const rest = questions
    .filter((question) => away(question) <= 1)
    .map((question) => ({ question, lot: hash(`${seed}/${question.id}`) }));
  /** @type {Item[]} */
  const items = [];
  const times = { kind: new Map(), topic: new Map() };
  /** @param {{ question: Question, lot: number }} candidate */
  const weight = ({ question, lot }) => [
    times.kind.get(question.kind) ?? 0,
    times.topic.get(question.topic) ?? 0,
    away(question),
    lot,
  ];
  while (items.length < Math.round(minutes / EACH) && rest.length) {
    rest.sort((one, other) => compared(weight(one), weight(other)));
    const [{ question }] = rest.splice(0, 1);
    items.push({ question, minutes: question.minutes });
    times.kind.set(question.kind, (times.kind.get(question.kind) ?? 0) + 1);
    times.topic.set(question.topic, (times.topic.get(question.topic) ?? 0) + 1);
  }
  return fitted(items, minutes);
}

/**
 * A minute more or less for one question after the other, until they fill the time.
 * @param {Item[]} items
 * @param {number} minutes
 */
function fitted(items, minutes) {
  let left = minutes - items.reduce((sum, item) => sum + item.minutes, 0);
  for (let turn = 0; left !== 0 && turn < items.length * LONGEST; turn += 1) {
    const item = items[turn % items.length];
    const wanted = item.minutes + Math.sign(left);
    if (wanted < LEAST || wanted > LONGEST) continue;
    item.minutes = wanted;
    left -= Math.sign(left);
  }
  return items;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compared(one, other) {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : one[index] - other[index];
}

/**
 * FNV-1a with a last mix: the order of questions for a seed does not depend on the others that exist.
 * @param {string} text
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
