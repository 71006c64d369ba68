// What public pages do beyond plain HTML: leave quickly, come back to nothing, and work a little before a form is sent.
// Every page works without it.

// --- leaving: the link, or Escape three times; nothing typed stays, and Back does not lead here

function leave() {
  for (const form of document.forms) for (const field of form.elements) if (field.type !== 'hidden') field.value = '';
  document.body.hidden = true;
  location.replace(document.getElementById('leave').href);
}

let escapes = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  escapes = [...escapes.filter((time) => Date.now() - time < 3000), Date.now()];
  if (escapes.length >= 3) leave();
});
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[href]');
  if (link && link.href === document.getElementById('leave')?.href) {
    event.preventDefault();
    leave();
  }
});
const onward = document.querySelector('[data-leave-to]');
if (onward) location.replace(onward.href);
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

// --- work before sending, where the page asks for it: a nonce whose SHA-256 with the challenge begins with zero bits

const ROUND = new Uint32Array(64);
const START = new Uint32Array(8);
(() => {
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  for (let n = 2, found = 0; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    ROUND[found++] = fraction(Math.cbrt(n));
  }
})();

const turn = (x, n) => (x >>> n) | (x << (32 - n));
const words = new Uint32Array(64);

// SHA-256 of a short text of plain letters, as its first 32 bits: crypto.subtle is absent over plain http
function sha256Start(text) {
  const length = text.length;
  const blocks = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  for (let i = 0; i < length; i++) blocks[i] = text.charCodeAt(i);
  blocks[length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 4, length * 8);
  const hash = Uint32Array.from(START);
  for (let block = 0; block < blocks.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15], y = words[i - 2];
      words[i] = words[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { hash[i] += word; });
  }
  return hash[0];
}

// In slices of 40 ms, so that the page stays alive; resolves with the nonce
function work(challenge, bits) {
  return new Promise((resolve) => {
    const next = new MessageChannel();
    let nonce = 0;
    next.port1.onmessage = () => {
      for (const until = performance.now() + 40; performance.now() < until;) {
        for (let i = 0; i < 50; i++, nonce++) {
          if (Math.clz32(sha256Start(challenge + ':' + nonce)) >= bits) return resolve(String(nonce));
        }
      }
      next.port2.postMessage(0);
    };
    next.port2.postMessage(0);
  });
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  const asked = form.querySelector('[data-work]');
  const nonce = form.elements.namedItem('nonce');
  if (!asked || nonce.value) return;
  event.preventDefault();
  if (!asked.hidden) return;
  asked.hidden = false;
  work(asked.dataset.work, Number(asked.dataset.bits)).then((found) => {
    nonce.value = found;
    form.requestSubmit(event.submitter);
  });
});
