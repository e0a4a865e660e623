// A balanced interview from a seed: the same questions, level, minutes and seed give the same interview. Pure functions.
import { LONGEST } from "./kit-address.js";

const EACH = 16; // minutes that a question takes about
const LEAST = 8; // minutes below which follow-ups make no sense

export const LENGTHS = [30, 45, 60, 90]; // minutes
export const LEVELS = ["junior", "mid", "senior", "staff"];

// What an address asks for, e.g. `#level=senior&minutes=60&seed=oak`; null for what it does not say or may not ask for.
export function readMock(fragment) {
  const asked = new URLSearchParams(fragment.slice(1, 2000));
  const minutes = Number(asked.get("minutes"));
  const seed = (asked.get("seed") ?? "").replace(/[^\p{L}\p{N}-]/gu, "").slice(0, 40);
  return { level: LEVELS.includes(asked.get("level")) ? asked.get("level") : null, minutes: LENGTHS.includes(minutes) ? minutes : null, seed: seed || null };
}

export const mockFragment = ({ level, minutes, seed }) => `#level=${level}&minutes=${minutes}&seed=${encodeURIComponent(seed)}`;

// Kinds and topics that have been asked least come first; a question of the wanted level before one a step away.
export function compose(questions, { level, minutes, seed }) {
  const away = (question) => Math.abs(LEVELS.indexOf(question.level) - LEVELS.indexOf(level));
  const rest = questions.filter((question) => away(question) <= 1).map((question) => ({ question, lot: hash(`${seed}/${question.id}`) }));
  const items = [];
  const times = { kind: {}, topic: {} };
  const weight = ({ question, lot }) => [times.kind[question.kind] ?? 0, times.topic[question.topic] ?? 0, away(question), lot];
  while (items.length < Math.round(minutes / EACH) && rest.length) {
    rest.sort((one, other) => compared(weight(one), weight(other)));
    const { question } = rest.shift();
    items.push({ question, minutes: question.minutes });
    for (const name of ["kind", "topic"]) times[name][question[name]] = (times[name][question[name]] ?? 0) + 1;
  }
  return fitted(items, minutes);
}

// A minute more or less for one question after the other, until they fill the time.
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

function compared(one, other) {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : one[index] - other[index];
}

// FNV-1a with a last mix: the order of questions for a seed does not depend on the others that exist.
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
