// What staff pages do beyond plain HTML: keys, the lock after a while, drafts, and a word when the connection is gone.
// Every page works without it.

const $ = (selector) => document.querySelector(selector);
const shown = (element) => element.getClientRects().length > 0;
const typing = (element) => element.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');

// --- keys: / search, g and a letter to go somewhere, j and k along a list, ? help; else what carries the letter itself

const ROWS = '.queue-row a, .line a, .step a, .ledger tbody th a';
let going = 0;

function along(list, step) {
  const rows = [...document.querySelectorAll(ROWS)].filter(shown);
  const here = rows.indexOf(document.activeElement);
  if (here < 0 && list) return false;
  rows[here < 0 ? 0 : here + step]?.focus();
  return rows.length > 0;
}

function act(key) {
  if (Date.now() - going < 1500) {
    going = 0;
    const place = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    place?.click();
    return Boolean(place);
  }
  switch (key) {
    case '/': $('#search')?.focus(); return true;
    case 'g': going = Date.now(); return true;
    case 'j': return along(false, 1);
    case 'k': return along(false, -1);
    case 'ArrowDown': return along(true, 1);
    case 'ArrowUp': return along(true, -1);
    case '?': location.assign('/help/keys'); return true;
    case 's': {
      const tick = document.activeElement.closest('.queue-row')?.querySelector('[type="checkbox"]');
      if (!tick) break;
      tick.click();
      return true;
    }
  }
  const target = [...document.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(key)}"]`)].find(shown);
  target?.click();
  return Boolean(target);
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || localStorage.keys === 'off') return;
  if (typing(event.target)) {
    if (event.key === 'Escape') event.target.blur();
  } else if (act(event.key)) {
    event.preventDefault();
  }
});

const keys = $('[data-keys]');
if (keys) {
  const say = () => { keys.textContent = localStorage.keys === 'off' ? keys.dataset.on : keys.dataset.off; };
  keys.hidden = false;
  keys.addEventListener('click', () => { localStorage.keys = localStorage.keys === 'off' ? 'on' : 'off'; say(); });
  say();
}

// --- forms: what is typed and not yet sent is guarded, and kept as a draft when the screen locks

const OURS = new Set(['_csrf', '_draft', '_page', 'op']);
let unsent = null;

document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (form?.method === 'post' && form.getAttribute('role') !== 'search') unsent = form;
});
document.addEventListener('submit', () => { unsent = null; });
addEventListener('beforeunload', (event) => { if (unsent?.isConnected) event.preventDefault(); });

function typed(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (!OURS.has(name) && typeof value === 'string') (fields[name] ??= []).push(value);
  }
  return JSON.stringify(fields);
}

async function keep(form) {
  const body = new URLSearchParams({
    _csrf: $('[name="_csrf"]')?.value ?? '', page: location.pathname, action: form.getAttribute('action'), fields: typed(form),
  });
  await fetch('/drafts', { method: 'POST', body });
  sessionStorage.draft = location.pathname;
}

function fill(form, fields, id) {
  form.insertAdjacentHTML('afterbegin', '<input type="hidden" name="_draft">');
  form.elements._draft.value = id;
  const follows = form.querySelector('#questions');
  for (const [name, values] of Object.entries(fields)) {
    if (follows && !form.elements[name]) values.forEach((value) => follows.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
    form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((field, i) => {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else field.value = values[i] ?? field.value;
    });
  }
  form.before($('#draft-kept').content.cloneNode(true));
  unsent = form;
  follows?.dispatchEvent(new Event('change'));
}

async function restore() {
  const answer = await fetch('/drafts?page=' + encodeURIComponent(location.pathname));
  if (answer.status !== 200) return;
  const draft = await answer.json();
  sessionStorage.removeItem('draft');
  const form = [...document.forms].find((each) => each.getAttribute('action') === draft.action);
  if (form) fill(form, draft.fields, draft.id);
}

const address = new URL(location);
if (address.searchParams.has('draft') || sessionStorage.draft === location.pathname) restore().catch(() => {});
if (address.searchParams.has('draft') || address.searchParams.has('done')) {
  address.searchParams.delete('draft');
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
}

// --- the lock: one clock for all tabs

const lockAfter = Number(document.body.dataset.lockAfter) * 1000;

function touch() { localStorage.touched = Date.now(); }

async function lock() {
  try {
    if (unsent?.isConnected) await keep(unsent);
    unsent = null;
  } finally {
    if (!unsent) location.assign('/lock?page=' + encodeURIComponent(location.pathname));
  }
}

if (lockAfter) {
  touch();
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(event, touch, { passive: true, capture: true });
  setInterval(() => { if (Date.now() - localStorage.touched > lockAfter) lock().catch(() => {}); }, Math.min(lockAfter, 10000));
}

// --- questions that follow from answers come anew; what was answered while they were asked for is asked again, and kept

const questions = $('#questions');
const focused = () => (typing(document.activeElement) ? document.activeElement : null);
const answered = () => [...new FormData(questions.closest('form'))].filter(([name]) => !OURS.has(name) && name !== focused()?.name).join('\n');

questions?.addEventListener('htmx:configRequest', (event) => { event.detail.answered = answered(); });
document.addEventListener('htmx:beforeSwap', (event) => {
  if (!questions || event.detail.target !== questions || !event.detail.shouldSwap) return;
  const field = focused();
  if (event.detail.requestConfig.answered === answered()) {
    const open = [...questions.querySelectorAll('details[open][id]')].map((one) => one.id);
    questions.addEventListener('htmx:afterSwap', () => open.forEach((id) => document.getElementById(id)?.setAttribute('open', '')), { once: true });
    if (field) questions.addEventListener('htmx:afterSwap', () => {
      const again = field.id && document.getElementById(field.id);
      if (again) again.value = field.value;
    }, { once: true });
  } else {
    event.detail.shouldSwap = false;
    const asked = event.detail.requestConfig.elt;
    if (asked === questions || !asked.isConnected) questions.dispatchEvent(new Event('change'));
    else asked.click();
  }
});

// --- parts that come anew: when they do not, the page says so

const away = (gone) => { const notice = $('#away'); if (notice) notice.hidden = !gone; };

document.addEventListener('htmx:sendError', () => away(true));
document.addEventListener('htmx:responseError', () => away(true));
document.addEventListener('htmx:beforeSwap', (event) => {
  const came = new URL(event.detail.xhr.responseURL || location, location).pathname;
  if (came === '/lock' || came === '/sign-in') {
    event.detail.shouldSwap = false;
    location.assign('/lock?page=' + encodeURIComponent(location.pathname));
  } else if (event.detail.xhr.status < 400) {
    away(false);
  }
});

// --- a file that is taken along: how far it is, while the browser receives it

const taking = $('[data-progress]');
taking?.addEventListener('submit', () => {
  const box = taking.querySelector('[data-progress-box]');
  const look = async () => {
    const answer = await fetch(`${taking.dataset.progress}?op=${taking.elements.op.value}`, { headers: { 'Haki-Poll': 'yes' } }).catch(() => null);
    if (answer?.status === 200 && !answer.redirected) box.innerHTML = await answer.text();
    if (!box.querySelector('[data-over]')) setTimeout(look, 1000);
  };
  box.replaceChildren();
  setTimeout(look, 300);
});
