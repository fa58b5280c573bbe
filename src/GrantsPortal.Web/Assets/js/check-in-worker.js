// Keeps the page of a door, and what it is made of, so that it opens without a line. Runs for one occasion's door alone;
// what was asked of the portal is shown when it answers, and what is kept when it does not.
const page = new URL(self.registration.scope).pathname;
const patience = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  const wholePage = event.request.mode === "navigate" && pathname === page;
  if (wholePage || /^\/(built\/|theme\.css|mark\.svg)/.test(pathname)) {
    event.respondWith(fresh(event.request, wholePage ? page : event.request));
  }
});

async function fresh(request, key) {
  const kept = await caches.open(page);
  try {
    const answer = await soon(fetch(request));
    if (answer.ok && (key !== page || new URL(request.url).search === "")) await kept.put(key, answer.clone());
    return answer;
  } catch {
    return (await kept.match(key, { ignoreVary: true })) ?? Response.error();
  }
}

function soon(answer) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), patience);
    answer.then(resolve, reject);
  });
}
