// Fits texts into their places: smaller, condensed, on more lines, in the short form. Nothing is ever cut.

// [lines, condensed, largest, smallest], in parts of the size that the style gives
const FORMS = [
  [1, false, 1, 0.8],
  [1, true, 1, 0.8],
  [2, false, 0.8, 0.64],
  [2, true, 0.8, 0.6],
  [3, false, 0.7, 0.6],
  [3, true, 0.7, 0.5],
];
const STEP = 0.04;
const SMALLEST = 0.16;
const LEAST_SQUEEZE = 0.2;
const SAFE = 0.05;

// Fits every text of an overlay, then squeezes the whole until it is no taller than its style allows.
export function fitOverlay(section) {
  const fields = [...section.querySelectorAll("[data-lines]")].filter((field) => !field.hidden);
  let squeeze = 1;
  for (;;) {
    section.style.setProperty("--squeeze", squeeze);
    fitFields(fields);
    const room = section.clientHeight / section.scrollHeight;
    if (room > 0.998 || squeeze <= LEAST_SQUEEZE) return;
    squeeze *= Math.min(0.97, room ** 0.7); // smaller texts also take fewer lines
  }
}

// Whether every text stands inside the safe area and inside its overlay.
export function isInside(section) {
  const [wide, high] = [innerWidth * SAFE, innerHeight * SAFE];
  const safe = { left: wide, right: innerWidth - wide, top: high, bottom: innerHeight - high };
  const plate = section.getBoundingClientRect();
  return [...section.querySelectorAll("[data-field]")].filter((field) => !field.hidden).every((field) => {
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
    for (const one of trying) one.attempt = one.tries.next().value;
    for (const { field, attempt } of trying) dress(field, attempt);
    trying = trying.filter(({ field, attempt }) => !attempt.last && !fits(field, attempt.lines));
  }
  // A wrapped text leaves its box as wide as the place: the plate closes round its longest line.
  const wrapped = fields.filter((field) => field.classList.contains("wrapped"));
  const widths = wrapped.map((field) => Math.ceil(textBox(field).width) + 2);
  wrapped.forEach((field, place) => { field.style.width = `${widths[place]}px`; });
}

// What to try for a text, best first; the last one is taken whatever happens.
function* attempts(field) {
  const most = Number(field.dataset.lines);
  const { text, short } = field.dataset;
  for (const said of short ? [text, short] : [text]) {
    for (const [lines, condensed, largest, smallest] of FORMS) {
      if (lines > most) continue;
      for (let size = largest; size >= smallest - 0.001; size -= STEP) yield { said, lines, condensed, size };
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

function fits(field, lines) {
  if (field.scrollWidth > field.clientWidth + 1) return false;
  return Math.round(field.clientHeight / parseFloat(getComputedStyle(field).lineHeight)) <= lines;
}

function textBox(field) {
  const range = document.createRange();
  range.selectNodeContents(field);
  return range.getBoundingClientRect();
}
