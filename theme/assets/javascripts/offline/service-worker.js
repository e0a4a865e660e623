// Keeps practice and mock interview for use without a connection. `sw.js`, made by the build, sets EDITION and FILES:
// a name for what is in the files, and path -> first 16 hexadecimal digits of the SHA-256 of each.
/* global EDITION, FILES */
const CACHE = `practice-${EDITION}`;
const PAGES = ["practice/", "mock/"].map((path) => new URL(path, registration.scope).href);
const PATIENCE = 4000; // milliseconds for a connection that hangs
const kept = new Set(); // ids of the tabs whose page came from the cache

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const address = bare(request.url);
  if (request.mode === "navigate") {
    if (PAGES.includes(address)) event.respondWith(page(event, address));
  } else if (kept.has(event.clientId)) event.respondWith(fromCache(address).then((answer) => answer ?? fetch(request)));
  else if (isKept(address)) {
    event.respondWith(fetch(request).catch(() => fromCache(address).then((answer) => answer ?? Response.error())));
  }
});

// All or nothing: while the site is being replaced, a file may not be the one that belongs to this edition.
async function keep() {
  const answers = await Promise.all(
    Object.entries(FILES).map(async ([path, wanted]) => {
      const request = new Request(new URL(path, registration.scope), { cache: "reload" });
      const answer = await fetch(request);
      if (!answer.ok || (await digest(answer.clone())) !== wanted) throw new Error(`${path} is of another edition`);
      return [request, answer];
    }),
  );
  const cache = await caches.open(CACHE);
  for (const [request, answer] of answers) await cache.put(request, answer);
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith("practice-") && name !== CACHE) await caches.delete(name);
}

// A page comes with everything of its own edition: all from the site, or all from the cache.
async function page(event, address) {
  try {
    return await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    const answer = await fromCache(address);
    if (!answer) return Response.error();
    kept.add(event.resultingClientId);
    return answer;
  }
}

const bare = (url) => url.split(/[?#]/)[0];
const isKept = (address) => Object.hasOwn(FILES, address.slice(registration.scope.length) || "./");
const fromCache = async (address) => (await caches.open(CACHE)).match(address);

async function digest(answer) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
