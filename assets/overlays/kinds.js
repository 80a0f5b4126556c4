// What each kind of overlay says: from the data of a snapshot to the places of its template.
// Everything becomes text; nothing is ever read as HTML.

const words = (value) => (typeof value === "string" ? value : "");
const list = (value) => (Array.isArray(value) ? value : []);
const NAMES_A_PAGE = 36;
const PAGE_MS = 6000;
const RESUMING = "Nous reprenons dans un instant";

function shared(data) {
  return { header: words(data.card?.header), rehearsal: data.rehearsal ? "RÉPÉTITION" : "" };
}

function person(one) {
  return { name: words(one?.name), function: words(one?.function) };
}

function countdown(endsMs, nowMs) {
  if (typeof endsMs !== "number") return "";
  const left = Math.max(0, Math.ceil((endsMs - nowMs) / 1000));
  if (!left) return RESUMING;
  const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  if (!parts[0]) parts.shift();
  return parts.map((part, place) => (place ? String(part).padStart(2, "0") : String(part))).join(":");
}

// The names of a roll call that are shown: a page of them, the latest at first, then each in turn.
function pageOf(laureates, sinceMs, nowMs) {
  const pages = Math.ceil(laureates.length / NAMES_A_PAGE) || 1;
  const turns = Math.max(0, Math.floor((nowMs - sinceMs) / PAGE_MS));
  const first = ((pages - 1 + turns) % pages) * NAMES_A_PAGE;
  const shown = laureates.slice(first, first + NAMES_A_PAGE);
  return { laureates: shown, range: pages > 1 ? `${first + 1} à ${first + shown.length}` : "" };
}

// kind -> (what the snapshot says of it, now in milliseconds, settings of the page) -> values by name of field, list
// or picture
const VALUES = {
  // data: a public card with one laureate. Without any, its title stands in the place of the name; a mention's own card
  // carries the mention as its title.
  award({ data }) {
    const laureates = list(data.card?.laureates);
    const one = laureates.length === 1 ? laureates[0] : {};
    const name = laureates.map((each) => words(each.name)).filter(Boolean).join(", ");
    const title = words(data.card?.title);
    const mentions = [...list(one.mentions), ...(name && data.card?.kind === "mention" ? [title] : [])];
    const texts = (said) => said.filter(words).map((text) => ({ text }));
    return {
      ...shared(data),
      name: name || title,
      name_short: words(one.short_name),
      place: words(one.place),
      progress: words(one.progress),
      arobases: Array.from({ length: Math.min(Math.max(Number(one.level) || 0, 0), 5) }, () => ({})),
      mentions: texts(mentions),
      distinctions: texts(list(one.distinctions)),
    };
  },
  // data: a public card with the laureates called so far
  roll_call({ data, since_ms: sinceMs }, nowMs) {
    const laureates = list(data.card?.laureates).map((each) => ({
      name: words(each.name),
      name_short: words(each.short_name),
      place: words(each.place),
    }));
    return { ...shared(data), title: words(data.card?.title), ...pageOf(laureates, sinceMs, nowMs) };
  },
  // data: {name, function} or {text}
  lower_third: ({ data }) => ({ ...person(data), text: words(data.text) }),
  // data: {people: [{name, function}, …]}
  two_voices: ({ data }) => ({ people: list(data.people).slice(0, 2).map(person) }),
  // data: {title, text, ends_ms}
  slate({ data }, nowMs, settings) {
    const left = countdown(data.ends_ms, nowMs);
    return { header: settings.header, title: words(data.title), text: words(data.text), countdown: left };
  },
  // data: {text}
  ticker: ({ data }) => ({ text: words(data.text) }),
  // data: {live}
  logo: ({ data }, nowMs, settings) => ({ live: data.live ? "En direct" : "", logo: settings.logo }),
};

export function values(kind, said, nowMs, settings) {
  return VALUES[kind](said, nowMs, settings);
}

// While this stays the same the overlay is corrected in place; when it changes another one takes its place.
export function identity(kind, data) {
  if (kind === "award" || kind === "roll_call") {
    return JSON.stringify([data.stop, data.stop ? "" : list(data.card?.laureates).map((each) => each.name)]);
  }
  if (kind === "lower_third") return JSON.stringify(data);
  return kind === "two_voices" ? JSON.stringify(data.people) : kind;
}

// Puts `said` into an overlay. True when a fitted text changed, so that it has to be fitted again.
export function fill(root, said) {
  const item = root.matches("[data-item]") ? root : null;
  const own = (element) => element.closest("[data-item]") === item;
  let changed = false;
  for (const element of root.querySelectorAll("[data-list]")) {
    if (own(element) && fillList(element, list(said[element.dataset.list]))) changed = true;
    root.style.setProperty(`--${element.dataset.list}`, list(said[element.dataset.list]).length);
  }
  for (const picture of root.querySelectorAll("img[data-picture]")) {
    const source = said[picture.dataset.picture] ?? "";
    picture.hidden = !source;
    if (source && picture.getAttribute("src") !== source) picture.src = source;
  }
  for (const field of root.querySelectorAll("[data-field]")) {
    if (own(field) && fillField(field, said)) changed = true;
  }
  return changed;
}

function fillField(field, said) {
  const text = said[field.dataset.field] ?? "";
  const short = said[`${field.dataset.field}_short`] ?? "";
  if (field.dataset.text === text && (field.dataset.short ?? "") === short) return false;
  field.dataset.text = text;
  field.dataset.short = short;
  field.textContent = text;
  field.hidden = !text;
  field.classList.toggle("ended", text === RESUMING);
  return field.hasAttribute("data-lines");
}

// Keeps the items that stand: only those that come are new.
function fillList(element, items) {
  const template = element.querySelector(":scope > template");
  const standing = [...element.children].filter((child) => child !== template);
  let changed = standing.length !== items.length;
  for (const leaving of standing.slice(items.length)) leaving.remove();
  items.forEach((said, place) => {
    let child = standing[place];
    if (!child) {
      child = template.content.firstElementChild.cloneNode(true);
      child.dataset.item = "";
      child.classList.add("new");
      child.style.setProperty("--n", place);
      element.append(child);
    }
    if (fill(child, said)) changed = true;
  });
  element.hidden = !items.length;
  const columns = items.length > 14 ? 3 : items.length > 6 ? 2 : 1;
  element.dataset.columns = columns;
  element.style.setProperty("--rows", Math.ceil(items.length / columns) || 1);
  return changed;
}
