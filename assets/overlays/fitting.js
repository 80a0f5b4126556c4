// Fits texts into their places: smaller, condensed, on more lines, in the short form. Nothing is ever cut.

// [lines, condensed, largest, smallest], in parts of the size that the style gives
const FORMS = [
  [1, false, 1, 0.8],
  [1, true, 1, 0.8],
  [2, false, 0.84, 0.7],
  [2, true, 0.84, 0.66],
  [3, false, 0.76, 0.6],
  [3, true, 0.76, 0.5],
];
const STEP = 0.04;
const SMALLEST = 0.16;
const LEAST_SQUEEZE = 0.2;
const SAFE = 0.05;

// Fits every text of an overlay, then squeezes the whole until it is no taller than its style allows.
export function fitOverlay(section) {
  const fields = visible(section, "[data-lines]");
  let squeeze = 1;
  for (;;) {
    section.style.setProperty("--squeeze", squeeze);
    fitFields(fields);
    const room = heightRoom(section);
    if (room >= 1 || squeeze <= LEAST_SQUEEZE) return;
    squeeze *= Math.min(0.97, room ** 0.7); // smaller texts take fewer lines
  }
}

// Whether an overlay has to be fitted again when the room that its neighbours leave to it changes.
export function isTight(section) {
  return heightRoom(section) < 1 || section.style.getPropertyValue("--squeeze") !== "1";
}

// 1 or more when an overlay is as tall as its content; below, the part of the content that there is room for.
function heightRoom(section) {
  const style = getComputedStyle(section);
  if (style.maxHeight === "none") return 1;
  const ends = [...section.children].map((child) => child.offsetTop + child.offsetHeight);
  return (section.clientHeight + 1) / (Math.max(...ends) + parseFloat(style.paddingBottom));
}

// Whether every text stands inside the safe area and inside its overlay.
export function isInside(section) {
  const [wide, high] = [innerWidth * SAFE, innerHeight * SAFE];
  const safe = { left: wide, right: innerWidth - wide, top: high, bottom: innerHeight - high };
  const plate = section.getBoundingClientRect();
  return visible(section, "[data-field]").every((field) => {
    const box = textBox(field);
    const within = (outer) =>
      box.left >= outer.left - 1 && box.right <= outer.right + 1 && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
    return within(safe) && within(plate);
  });
}

// All fields try together, so that the browser lays the page out once for each try and not once for each text.
function fitFields(fields) {
  let trying = fields.map((field) => ({ field, tries: attempts(field) }));
  while (trying.length) {
    for (const one of trying) one.attempt = one.tries.next(one.room).value;
    for (const { field, attempt } of trying) dress(field, attempt);
    for (const one of trying) one.room = roomOf(one.field, one.attempt.lines);
    trying = trying.filter(({ attempt, room }) => !attempt.last && room < 1);
  }
  // A wrapped text leaves its box as wide as the place: the plate closes round its longest line.
  const wrapped = fields.filter((field) => field.classList.contains("wrapped"));
  const widths = wrapped.map((field) => Math.ceil(textBox(field).width) + 2);
  wrapped.forEach((field, place) => { field.style.width = `${widths[place]}px`; });
}

// What to try for a text, best first; the last one is taken whatever happens. Each time it is told the room there was.
function* attempts(field) {
  const most = Number(field.dataset.lines);
  const { text, short } = field.dataset;
  for (const said of short ? [text, short] : [text]) {
    for (const [lines, condensed, largest, smallest] of FORMS) {
      if (lines > most) continue;
      let size = largest;
      while (size >= smallest - 0.001) {
        const room = yield { said, lines, condensed, size };
        size = lines === 1 ? Math.min(Math.floor(size * room * 100) / 100, size - 0.01) : size - STEP;
      }
    }
  }
  // Longer than anything foreseen: one line more, as small as it takes.
  for (let size = 0.6; size > SMALLEST; size -= STEP) yield { said: short || text, lines: most + 1, condensed: true, size };
  yield { said: short || text, lines: most + 1, condensed: true, size: SMALLEST, last: true };
}

function dress(field, { said, lines, condensed, size }) {
  field.style.width = "";
  field.classList.toggle("condensed", condensed);
  field.classList.toggle("wrapped", lines > 1);
  if (field.textContent !== said) field.textContent = said;
  field.style.setProperty("--fit", size);
}

// 1 or more when a text fits on so many lines; below, the part of its width that there is room for.
function roomOf(field, lines) {
  if (field.scrollWidth > field.clientWidth + 1) return field.clientWidth / field.scrollWidth;
  const taken = Math.round(field.clientHeight / parseFloat(getComputedStyle(field).lineHeight));
  return taken <= lines ? 1 : lines / taken;
}

function visible(section, wanted) {
  return [...section.querySelectorAll(wanted)].filter((field) => field.getClientRects().length);
}

function textBox(field) {
  const range = document.createRange();
  range.selectNodeContents(field);
  return range.getBoundingClientRect();
}
