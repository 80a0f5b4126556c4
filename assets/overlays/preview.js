// The designer's page: plays each overlay with the hardest texts, over light, dark and busy pictures.

const samples = JSON.parse(document.getElementById("samples").textContent);
const part = (name) => document.getElementById(name);
const page = part("page");
const EVERY_MS = 5000;
let epoch = 0;
let after = null;

function tell(overlays) {
  epoch += 1;
  page.contentWindow.postMessage({ now_ms: Date.now(), snapshot: { epoch, overlays } }, location.origin);
}

function show(place) {
  const kind = part("kind").value;
  const data = { ...samples[kind][place].data };
  if ("ends_in_s" in data) data.ends_ms = Date.now() + data.ends_in_s * 1000;
  tell({ [kind]: { data, since_ms: Date.now(), until_ms: null } });
}

function listSamples() {
  part("sample").replaceChildren(...samples[part("kind").value].map((each, place) => new Option(each.label, place)));
}

// Opens the page anew, then does `then` once it is ready.
function open(then) {
  const width = Number(part("size").value);
  const height = (width * 9) / 16;
  const scale = Math.min(part("screen").clientWidth / width, part("screen").clientHeight / height);
  Object.assign(page.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
  const area = { left: width * 0.05, top: height * 0.05, width: width * 0.9, height: height * 0.9 };
  for (const [side, length] of Object.entries(area)) part("area").style[side] = `${length * scale}px`;
  page.dataset.picture = part("picture").value;
  after = then;
  page.src = `all?preview${part("still").checked ? "&motion=none" : ""}`;
}

function play() {
  open(() => show(Number(part("sample").value)));
}

function every(left = Object.keys(samples)) {
  if (!left.length) return;
  part("kind").value = left[0];
  listSamples();
  part("sample").value = String(samples[left[0]].length - 1);
  play();
  setTimeout(() => every(left.slice(1)), EVERY_MS);
}

addEventListener("message", (event) => {
  if (event.origin === location.origin && event.data === "ready" && after) after();
});
part("kind").replaceChildren(...Object.keys(samples).map((kind) => new Option(kind, kind)));
listSamples();
part("kind").onchange = () => { listSamples(); play(); };
for (const name of ["sample", "size", "still"]) part(name).onchange = play;
part("picture").onchange = () => { page.dataset.picture = part("picture").value; };
part("safe").onchange = () => { part("area").hidden = !part("safe").checked; };
part("play").onclick = play;
part("change").onclick = () => {
  const next = (Number(part("sample").value) + 1) % samples[part("kind").value].length;
  part("sample").value = String(next);
  show(next);
};
part("stop").onclick = () => tell({});
part("every").onclick = () => every();
addEventListener("resize", play);
play();
