// Typing in from paper by keyboard alone: Enter goes to the next question, digits choose, ? marks what cannot be read, Ctrl Enter
// saves and goes on. The page works without it.

{
  const sheet = document.querySelector('#clerk');
  const isChoice = (field) => field.matches('[type="radio"], [type="checkbox"]');
  const group = (field) => (isChoice(field) ? [...sheet.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)].filter(isChoice) : [field]);
  const stops = () => {
    const seen = new Set();
    return [...sheet.querySelectorAll('input:not([type="hidden"]), select, textarea, [data-next]')].filter((field) => {
      if (!field.getClientRects().length) return false;
      if (!isChoice(field)) return true;
      const first = !seen.has(field.name);
      seen.add(field.name);
      return first;
    }).map((field) => group(field).find((one) => one.checked) ?? field);
  };

  function go(from, step) {
    const all = stops();
    const here = all.findIndex((field) => field === from || (isChoice(from) && field.name === from.name));
    const to = all[Math.max(0, Math.min(all.length - 1, here + step))];
    to?.focus();
    if (to?.matches('input:not([type="radio"], [type="checkbox"])')) to.select();
  }

  let typed = '';
  let at = 0;
  /** A second digit soon after the first makes one number, where there are so many choices. */
  function number(digit, most) {
    typed = Date.now() - at < 700 ? typed + digit : digit;
    at = Date.now();
    if (Number(typed) > most) typed = digit;
    return Number(typed);
  }

  function choose(field, digit) {
    const choices = field.matches('select') ? [...field.options].filter((option) => option.value) : group(field);
    const unreadable = choices.find((one) => one.value === '?');
    const others = choices.filter((one) => one !== unreadable);
    const picked = digit === '?' ? unreadable
      : field.closest('[data-scale]') ? others.find((one) => one.value === String(number(digit, Math.max(...others.map((each) => each.value)))))
      : others[number(digit, others.length) - 1];
    if (!picked) return;
    if (field.matches('select')) {
      field.value = picked.value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      picked.focus();
      picked.click();
    }
  }

  addEventListener('keydown', (event) => {
    const field = event.target;
    const zoom = event.altKey && !event.ctrlKey && document.querySelector(`[name="zoom"][value="${event.code.replace('Digit', '')}"]`);
    if (zoom) {
      event.preventDefault();
      zoom.checked = true;
      return;
    }
    if (!sheet?.contains(field) || event.isComposing || event.altKey) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      sheet.requestSubmit(sheet.querySelector('[data-next]'));
    } else if (event.key === 'Enter' && field.matches('input, select, textarea')) {
      event.preventDefault();
      go(field, event.shiftKey ? -1 : 1);
    } else if ((isChoice(field) || field.matches('select')) && /^[0-9?]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      choose(field, event.key);
    }
  }, true);

  // what is asked comes anew after an answer: whoever stood at a choice stands there again

  const questions = document.querySelector('#questions');
  let stood = null;
  document.addEventListener('htmx:beforeSwap', (event) => {
    const field = document.activeElement;
    stood = event.detail.target === questions && questions.contains(field) && isChoice(field) ? { name: field.name, value: field.value } : null;
  });
  document.addEventListener('htmx:afterSwap', () => {
    if (!stood) return;
    [...questions.querySelectorAll(`[name="${CSS.escape(stood.name)}"]`)].find((field) => field.value === stood.value)?.focus();
    stood = null;
  });

  if (sheet && !document.querySelector('#errors')) (stops().find((field) => !field.value || isChoice(field)) ?? stops()[0])?.focus();
}
