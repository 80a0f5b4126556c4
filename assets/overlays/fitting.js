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
const SMALLEST = 0.2;
const LEAST_SQUEEZE = 0.3;
export const SAFE = 0.05;

// Fits every text of an overlay, then squeezes the whole until it is no taller than its style allows.
export function fitOverlay(section) {
  for (let squeeze = 1; squeeze >= LEAST_SQUEEZE; squeeze -= 0.05) {
    section.style.setProperty("--squeeze", squeeze);
    for (const field of section.querySelectorAll("[data-lines]")) if (!field.hidden) fitField(field);
    if (section.scrollHeight <= section.clientHeight + 1) return;
  }
}

// Whether every text stands inside the safe area and inside its overlay.
export function isInside(section) {
  const room = { left: innerWidth * SAFE, right: innerWidth * (1 - SAFE), top: innerHeight * SAFE, bottom: innerHeight * (1 - SAFE) };
  const plate = section.getBoundingClientRect();
  return [...section.querySelectorAll("[data-field]")].filter((field) => !field.hidden).every((field) => {
    const box = textBox(field);
    return [room, plate].every(
      (outer) => box.left >= outer.left - 1 && box.right <= outer.right + 1 && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1,
    );
  });
}

function fitField(field) {
  const most = Number(field.dataset.lines);
  const forms = FORMS.filter(([lines]) => lines <= most);
  const texts = field.dataset.short ? [field.dataset.text, field.dataset.short] : [field.dataset.text];
  for (const text of texts) {
    for (const form of forms) if (fitForm(field, text, form)) return;
  }
  // Longer than anything foreseen: the whole text, as small as it takes.
  fitForm(field, texts.at(-1), [most + 1, true, 0.6, SMALLEST]);
}

function fitForm(field, text, [lines, condensed, largest, smallest]) {
  field.style.width = "";
  field.classList.toggle("condensed", condensed);
  field.classList.toggle("wrapped", lines > 1);
  if (field.textContent !== text) field.textContent = text;
  if (!fitsAt(field, smallest, lines)) return false;
  let size = largest;
  while (size > smallest && !fitsAt(field, size, lines)) size -= STEP;
  if (size <= smallest) fitsAt(field, smallest, lines);
  // A wrapped text leaves its box as wide as the place: the plate closes round its longest line.
  if (lines > 1) field.style.width = `${Math.ceil(textBox(field).width) + 2}px`;
  return true;
}

function fitsAt(field, size, lines) {
  field.style.setProperty("--fit", size);
  if (field.scrollWidth > field.clientWidth + 1) return false;
  const pitch = parseFloat(getComputedStyle(field).lineHeight);
  return Math.round(field.clientHeight / pitch) <= lines;
}

function textBox(field) {
  const range = document.createRange();
  range.selectNodeContents(field);
  return range.getBoundingClientRect();
}
