// The door's page on a device: answers at once, by camera, code or name. When the line drops it answers from the list it
// keeps, holds what it did, and sends that by itself when the line is back; each scan has an id, so that sending twice is once.
import * as store from "./check-in-store.js";

const patience = 5000;

export default async function checkIn(door) {
  const { occasion, session, page, zone } = door.dataset;
  const at = (name) => door.querySelector(`[data-${name}]`);
  const form = at("door-form");
  const field = form.querySelector("[name=q]");
  const words = Object.fromEntries([...at("words").children].map((word) => [word.dataset.word, word.textContent]));
  const kinds = Object.fromEntries([...at("words").querySelectorAll("[data-kind]")].map((word) => [word.dataset.word, word.dataset.kind]));
  const fill = (sentence, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence);
  const time = (instant) => new Date(instant).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const day = (instant) => new Date(instant).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: zone });
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const code = (text) => [...text.toUpperCase().replace(/[^A-Z0-9]/g, "")].map((c) => ({ O: "0", I: "1", L: "1" })[c] ?? c).join("");
  const element = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });
  let kept = null;
  let away = false;
  let refusal = null;

  // The portal: an Error named "away" when there is no line, one with a sentence when it will not have it.
  async function call(address, body) {
    let answer;
    try {
      answer = await fetch(address, {
        method: body ? "POST" : "GET",
        headers: body ? { "Content-Type": "application/json", RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value } : {},
        body: body && JSON.stringify(body),
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
      });
    } catch {
      throw Object.assign(new Error("away"), { away: true });
    }
    if (answer.type === "opaqueredirect" || [400, 401, 403].includes(answer.status)) throw Object.assign(new Error("sign-in"), { word: "sign-in" });
    if (answer.status === 404) throw Object.assign(new Error("gone"), { word: "gone" });
    if (!answer.ok) throw Object.assign(new Error("away"), { away: true });
    return answer.json();
  }

  const send = async (scans, of = session, to = door.dataset.scans) =>
    (await call(to, { session: of, scans: scans.map(({ id, code, booking, at, offline, letIn }) => ({ id, code, booking, at, offline, letIn: Boolean(letIn) })) })).answers;

  async function hash(text) {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${occasion}:${text}`));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function answerAlone(scan) {
    if (!kept) return { refused: words["no-list"] };
    const hashed = scan.code && (await hash(scan.code));
    const person = kept.people.find((one) => (scan.booking ? one.id === scan.booking : one.hashes.includes(hashed)));
    if (!person) return { answer: "NotHere", name: "" };
    const said = { answer: person.answer, booking: person.id, name: person.name, organisation: person.organisation, inSince: person.inSince ?? scan.at, endedAt: person.endedAt };
    if (person.answer === "In") Object.assign(person, { answer: "AlreadyIn", inSince: scan.at });
    await store.keepList(kept);
    return said;
  }

  async function take({ text, booking }) {
    const scan = { id: newId(), session, to: door.dataset.scans, code: text ? code(text) : null, booking: booking ?? null, at: new Date().toISOString(), offline: false };
    let said = null;
    if (!away) {
      try {
        said = (await send([scan]))[0];
      } catch (fault) {
        note(fault);
      }
    }
    if (!said) {
      said = await answerAlone(scan);
      if (!said.refused) await store.keepScan({ ...scan, offline: true, letIn: said.answer === "In" ? said.booking : null, name: said.name });
    }
    show(said);
    await refresh();
  }

  function note(fault) {
    away = Boolean(fault.away);
    refusal = fault.word ?? null;
    if (!fault.away && !fault.word) throw fault;
  }

  // What waits goes out, oldest first, a door at a time.
  async function flush(waiting) {
    const doors = new Map();
    for (const scan of waiting.sort((a, b) => a.at.localeCompare(b.at))) doors.set(scan.to + scan.session, [...(doors.get(scan.to + scan.session) ?? []), scan]);
    const refused = [];
    for (const scans of doors.values()) {
      for (let i = 0; i < scans.length; i += 50) {
        for (const said of await send(scans.slice(i, i + 50), scans[0].session, scans[0].to)) {
          if (said.refused) refused.push(`${scans.find((scan) => scan.id === said.scan).name}: ${said.refused}`);
          await store.dropScan(said.scan);
        }
      }
    }
    say([words.sent, ...refused].join(" "));
  }

  let refreshing = null;
  const refresh = () => (refreshing ??= again().finally(() => (refreshing = null)));

  async function again() {
    try {
      let list = await call(door.dataset.list);
      const waiting = await store.scans();
      if (waiting.length > 0) {
        await flush(waiting);
        list = await call(door.dataset.list);
      }
      kept = { ...list, session, page };
      await store.keepList(kept);
      [away, refusal] = [false, null];
    } catch (fault) {
      note(fault);
      kept ??= (await store.list(session)) ?? null;
      if (fault.word === "gone") await store.dropList(session);
    }
    // Whoever was let in here and not sent yet stays in, whatever list there is.
    for (const scan of await store.scans()) {
      const person = scan.session === session && kept?.people.find((one) => one.id === scan.letIn && one.answer === "In");
      if (person) Object.assign(person, { answer: "AlreadyIn", inSince: scan.at });
    }
    await draw();
  }

  function say(sentence) {
    at("line").textContent = sentence;
    at("line").hidden = !sentence;
  }

  function show(said) {
    const box = at("answer");
    const kind = said.refused ? "no" : kinds[said.answer];
    const answer = element("div", `door-answer door-answer--${kind}`);
    if (said.refused) {
      answer.append(element("p", "door-answer__who", said.refused));
    } else {
      answer.append(
        element("p", "door-answer__word", words[said.answer]),
        element("p", "door-answer__who", [said.name, said.organisation].filter(Boolean).join(", ")),
        element("p", "door-answer__why", fill(words[`${said.answer}-why`], said.answer === "Cancelled" && said.endedAt ? day(said.endedAt) : time(said.inSince ?? new Date()))),
      );
    }
    box.replaceChildren(answer);
    navigator.vibrate?.(kind === "yes" ? 80 : [80, 80, 240]);
  }

  function row(person) {
    const item = element("li", "door-person");
    const who = document.createElement("span");
    who.append(element("strong", "", person.name), person.organisation ? `, ${person.organisation}` : "");
    item.append(who);
    const button = (className, word, action) => {
      const made = element("button", className, word);
      Object.assign(made, { type: "submit", name: "booking", value: person.id });
      if (action) made.formAction = action;
      made.append(element("span", "govuk-visually-hidden", ` ${person.name}`));
      return made;
    };
    if (person.answer === "In") item.append(button("govuk-button govuk-button--secondary", words["check-in"]));
    else item.append(element("span", "door-person__state", person.answer === "AlreadyIn" ? fill(words.here, person.inSince ? time(person.inSince) : "") : words[`${person.answer}-short`]));
    if (person.answer === "AlreadyIn" && !away) item.append(button("button-link", words.back, `${page}/undo`));
    return item;
  }

  let drawn = "";
  let unsent = 0;
  async function draw() {
    const waiting = await store.scans();
    unsent = waiting.length;
    if (refusal === "sign-in") say(fill(words["sign-in"], waiting.length));
    else if (refusal) say(words[refusal]);
    else if (away) say(kept ? fill(words.line, time(kept.read), waiting.length) : words["no-list"]);
    else if (waiting.length > 0) say(fill(words.sending, waiting.length));
    else if (!at("line").textContent.startsWith(words.sent)) say("");
    if (!kept) return;
    const places = kept.people.filter((one) => ["In", "AlreadyIn"].includes(one.answer));
    at("count").textContent = fill(words.count, places.filter((one) => one.answer === "AlreadyIn").length, places.length);
    const wanted = folded(field.value);
    const shown = kept.people.filter((one) => folded(one.name).includes(wanted));
    const now = JSON.stringify([shown.map((one) => [one.id, one.name, one.answer, one.inSince]), away]);
    if (now !== drawn) {
      // Whoever is about to press a button keeps it under their finger.
      const focused = document.activeElement?.closest("[data-people]") ? document.activeElement.value : null;
      at("people").replaceChildren(...shown.map(row));
      if (focused) at("people").querySelector(`[value="${focused}"]`)?.focus();
      drawn = now;
    }
    at("nobody").hidden = shown.length > 0;
    at("nobody").textContent = words[kept.people.length > 0 ? "nobody-so" : "nobody-yet"];
    const look = at("look");
    const list = element("ul", "govuk-list govuk-list--bullet");
    list.append(...kept.toLookAt.map((sentence) => element("li", "", sentence)));
    look.hidden = kept.toLookAt.length === 0;
    look.replaceChildren(...(kept.toLookAt.length > 0 ? [element("h2", "govuk-heading-s", words.look), list] : []));
  }

  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button?.formAction?.endsWith("/undo")) return;
    event.preventDefault();
    const text = field.value.trim();
    const wanted = button?.name === "booking" ? { booking: button.value } : { text };
    if (wanted.text === "") {
      field.focus();
    } else if (wanted.text && kept?.people.some((one) => folded(one.name).includes(folded(text)))) {
      // A name: whoever is called so stands in the list, with a button of their own.
      at("people").querySelector("button")?.focus();
    } else {
      field.value = "";
      field.focus();
      await take(wanted);
    }
  });
  field.addEventListener("input", draw);

  const camera = at("camera");
  if (navigator.mediaDevices?.getUserMedia && door.dataset.closed !== "true") {
    const { watch } = await import("./check-in-camera.js");
    const button = at("camera-button");
    const said = at("camera-said");
    let stop = null;
    camera.hidden = false;
    button.addEventListener("click", async () => {
      said.hidden = false;
      if (stop) {
        stop();
        [stop, button.textContent, said.hidden] = [null, words["camera-start"], true];
        return;
      }
      try {
        stop = await watch(at("video"), (text) => take({ text }));
        [button.textContent, said.textContent] = [words["camera-stop"], words["camera-on"]];
      } catch {
        said.textContent = words["no-camera"];
      }
    });
    document.addEventListener("visibilitychange", () => document.hidden && stop && button.click());
  }

  addEventListener("online", refresh);
  addEventListener("beforeunload", (event) => unsent > 0 && event.preventDefault());
  setInterval(() => document.hidden || refresh(), 10_000);
  await store.sweep();
  await refresh();
  await keepPage(door.dataset.worker, page);
}

// The page, its styles and its scripts are kept, so that it can be opened anew without a line.
async function keepPage(worker, page) {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(worker, { scope: page });
  const cache = await caches.open(page);
  const parts = performance.getEntriesByType("resource").map((part) => new URL(part.name)).filter((part) => part.origin === location.origin && /^\/(built\/|theme\.css|mark\.svg)/.test(part.pathname));
  const more = ["./jsqr.js", "./check-in-camera.js"].map((name) => new URL(name, import.meta.url));
  await Promise.allSettled([page, ...[...parts, ...more].map((part) => part.href)].map((part) => cache.add(part)));
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
