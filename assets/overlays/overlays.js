// Keeps the page equal to the latest snapshot, and says when it is on the picture.

import { fitOverlay, isInside, isTight } from "./fitting.js";
import { fill, identity, values } from "./kinds.js";
import { LOST_MS, openLink } from "./link.js";

const TICK_MS = 250;
const OUT_MS = 400;
const LATE_MS = 100;
const FONTS_MS = 3000;
const FAMILIES = ["VI Name", "VI Condensed", "VI Text", "VI Strong"];

const settings = JSON.parse(document.getElementById("settings").textContent);
const query = new URLSearchParams(location.search);
const still = query.get("motion") === "none" || matchMedia("(prefers-reduced-motion: reduce)").matches;
const standing = new Map(); // kind -> {section, said}
const outside = new Set(); // kinds of which a text leaves the safe area
let ahead = 0; // the program's clock minus this one, in milliseconds

const now = () => Date.now() + ahead;
// By elapsed time: a clock that is set back does not keep a name on the picture.
const expired = (said) => performance.now() >= said.endsAt;

function apply(overlays) {
  for (const kind of [...standing.keys()]) if (!overlays[kind] || expired(overlays[kind])) stop(kind);
  for (const [kind, said] of Object.entries(overlays)) {
    if (template(kind) && !expired(said)) play(kind, said);
  }
}

// Play, or update: in place while it speaks of the same, else the new one takes the place of the old.
function play(kind, said) {
  const before = standing.get(kind);
  if (before && identity(kind, before.said.data) === identity(kind, said.data)) {
    standing.set(kind, { ...before, said });
    refresh(kind);
    return;
  }
  const section = template(kind).content.firstElementChild.cloneNode(true);
  section.classList.add(kind);
  section.classList.toggle("elsewhere", !settings.shown.includes(kind));
  fill(section, values(kind, said, now(), settings));
  for (const item of section.querySelectorAll(".new")) item.classList.remove("new");
  if (before) stop(kind);
  place(section).append(section);
  standing.set(kind, { section, said });
  fit(kind);
  section.classList.add(before ? "change" : "in");
  section.classList.toggle("settled", said.data.settled === true);
  const late = now() - said.since_ms;
  // A page that opens in the middle of a reveal joins it where it is.
  if (late > LATE_MS) for (const moving of section.getAnimations({ subtree: true })) moving.currentTime = late;
}

function refresh(kind) {
  const { section, said } = standing.get(kind);
  if (fill(section, values(kind, said, now(), settings))) fit(kind);
}

function stop(kind) {
  const { section } = standing.get(kind);
  standing.delete(kind);
  outside.delete(kind);
  // It leaves from where it stands, and gives its room to the others at once.
  const box = section.getBoundingClientRect();
  Object.assign(section.style, { position: "fixed", left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
  section.classList.remove("in", "change", "settled");
  section.classList.add("out");
  fitNeighbours(section);
  if (still) section.remove();
  else setTimeout(() => section.remove(), OUT_MS);
}

function fit(kind) {
  const { section } = standing.get(kind);
  fitOverlay(section);
  if (isInside(section)) outside.delete(kind);
  else outside.add(kind);
  fitNeighbours(section);
}

// Overlays that share a place also share its height.
function fitNeighbours(changed) {
  for (const { section } of standing.values()) {
    if (section !== changed && section.parentElement === changed.parentElement && isTight(section)) fitOverlay(section);
  }
}

function template(kind) {
  return document.querySelector(`template[data-kind="${CSS.escape(kind)}"]`);
}

function place(section) {
  const wanted = document.querySelector(`.place[data-place="${CSS.escape(section.dataset.place ?? "")}"]`);
  return wanted ?? document.querySelector(".place");
}

function heard(message) {
  ahead = message.now_ms - Date.now();
  if (!message.snapshot) return;
  const overlays = message.snapshot.overlays;
  for (const said of Object.values(overlays)) {
    said.endsAt = typeof said.until_ms === "number" ? performance.now() + said.until_ms - message.now_ms : Infinity;
  }
  apply(overlays);
  // The first callback runs before the frame that holds the change, the second one after it.
  const painted = { painted: message.snapshot.epoch, outside: [...outside] };
  requestAnimationFrame(() => requestAnimationFrame(() => link?.send(painted)));
}

function tick() {
  for (const [kind, { said }] of [...standing]) if (expired(said)) stop(kind);
  for (const kind of ["slate", "roll_call"]) if (standing.has(kind)) refresh(kind); // they change with time
  if (link && link.silentMs() > LOST_MS) {
    for (const kind of settings.stage_kinds) if (standing.has(kind)) stop(kind);
  }
}

// Texts are measured, so the fonts come first; a font that does not come must not keep the names off the air.
function fontsLoaded() {
  const asked = Promise.allSettled(FAMILIES.map((family) => document.fonts.load(`40px "${family}"`, "@é")));
  return Promise.race([asked, new Promise((done) => setTimeout(done, FONTS_MS))]);
}

if (still) document.documentElement.dataset.motion = "none";
await fontsLoaded();
// The designer's page speaks in the place of the program.
const previewed = query.has("preview");
let link = null;
if (previewed) {
  addEventListener("message", (event) => event.origin === location.origin && heard(event.data));
  parent.postMessage("ready", location.origin);
} else {
  link = openLink(settings.page, heard);
}
setInterval(tick, TICK_MS);
addEventListener("resize", () => [...standing.keys()].forEach(fit));
