// What a door keeps on the device: the list of who comes, and scans that the portal has not answered yet.
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("check-in", 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore("lists", { keyPath: "session" });
    request.result.createObjectStore("scans", { keyPath: "id" });
  });
  request.addEventListener("success", () => resolve(request.result));
  request.addEventListener("error", () => reject(request.error));
});

async function ask(store, mode, act) {
  const transaction = (await opened).transaction(store, mode);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(store));
    transaction.addEventListener("complete", () => resolve(request.result));
    transaction.addEventListener("error", () => reject(transaction.error));
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}

export const list = (session) => ask("lists", "readonly", (store) => store.get(session));
export const keepList = (kept) => ask("lists", "readwrite", (store) => store.put(kept));
export const dropList = (session) => ask("lists", "readwrite", (store) => store.delete(session));
export const scans = () => ask("scans", "readonly", (store) => store.getAll());
export const keepScan = (scan) => ask("scans", "readwrite", (store) => store.put(scan));
export const dropScan = (id) => ask("scans", "readwrite", (store) => store.delete(id));

// Lists of what is over do not stay on the device.
export async function sweep(now = new Date()) {
  for (const kept of await ask("lists", "readonly", (store) => store.getAll())) {
    if (new Date(kept.until) < now) {
      await dropList(kept.session);
      await caches.delete(kept.page);
      const worker = await navigator.serviceWorker?.getRegistration(kept.page);
      if (worker && new URL(worker.scope).pathname === kept.page) await worker.unregister();
    }
  }
}
