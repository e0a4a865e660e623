// Keeps practice and mock interview for use without a connection. `sw.js`, made by the build, sets SITE, EDITION and
// FILES: the site's name, a name for what is in the files, and path -> first 16 hexadecimal digits of its SHA-256.

/** @typedef {{ SITE: string, EDITION: string, FILES: Record<string, string> }} Made */
const worker = /** @type {ServiceWorkerGlobalScope & Made} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
// All sites of an origin share its caches: names begin with this site's name and the path that it lies below.
const OWN = `${worker.SITE} ${new URL(scope).pathname} `;
const CACHE = `${OWN}${worker.EDITION}`;
const FORMER = /^practice-[0-9a-f]{16}$/; // caches of earlier versions, of all sites of this origin
const OF_THIS_SITE = /^(practice|mock|api|assets)\/|^favicon/; // paths below the scope that such a cache may hold
const PAGES = ["practice/", "mock/"].map((path) => new URL(path, scope).href);
const PATIENCE = 4000; // milliseconds for a connection that hangs
const kept = new Set(); // ids of the tabs whose page came from the cache

worker.addEventListener("install", (event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const address = bare(request.url);
  if (request.mode === "navigate") {
    if (PAGES.includes(address)) event.respondWith(page(event, address));
  } else if (kept.has(event.clientId)) {
    event.respondWith(fromCache(address).then((answer) => answer ?? fetch(request)));
  } else if (isKept(address)) {
    event.respondWith(fetch(request).catch(async () => (await fromCache(address)) ?? Response.error()));
  }
});

/** All or nothing: while the site is being replaced, a file may not be the one that belongs to this edition. */
async function keep() {
  const answers = await Promise.all(
    Object.entries(worker.FILES).map(async ([path, wanted]) => {
      const request = new Request(new URL(path, scope), { cache: "reload" });
      const answer = await fetch(request);
      if (!answer.ok || (await digest(answer.clone())) !== wanted) throw new Error(`${path} is of another edition`);
      return { request, answer };
    }),
  );
  const cache = await caches.open(CACHE);
  for (const { request, answer } of answers) await cache.put(request, answer);
}

/** Deletes what former editions of this site kept, and nothing of another site. */
async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
    else if (FORMER.test(name)) await tidyFormer(name);
  }
}

/** @param {string} name */
async function tidyFormer(name) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (request.url.startsWith(scope) && OF_THIS_SITE.test(request.url.slice(scope.length))) {
      await cache.delete(request);
    }
  }
  if (!(await cache.keys()).length) await caches.delete(name);
}

/**
 * A page comes with everything of its own edition: all from the site, or all from the cache.
 * @param {FetchEvent} event
 * @param {string} address
 */
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

/** @param {string} url */
const bare = (url) => url.split(/[?#]/)[0];

/** @param {string} address */
const isKept = (address) => Object.hasOwn(worker.FILES, address.slice(scope.length) || "./");

/** @param {string} address */
const fromCache = async (address) => (await caches.open(CACHE)).match(address);

/** @param {Response} answer */
async function digest(answer) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
