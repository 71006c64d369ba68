// What questions do beyond plain HTML: say where somebody is, and draw. Every question works without it.

{
  function point({ latitude, longitude, altitude, accuracy }) {
    return [latitude.toFixed(7), longitude.toFixed(7), (altitude ?? 0).toFixed(1), accuracy.toFixed(1)].join(' ');
  }

  // what follows may be asked for meanwhile, so that the field and what is said of it are looked for again
  function locate(button) {
    const { locate: id, waits, denied, failed } = button.dataset;
    const say = (words) => { const said = document.getElementById(id + '=said'); if (said) said.textContent = words; };
    say(waits);
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const field = document.getElementById(id);
      if (!field) return;
      say('');
      field.value = field.matches('textarea') && field.value.trim() ? field.value.trim() + '\n' + point(coords) : point(coords);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, (error) => say(error.code === error.PERMISSION_DENIED ? denied : failed), { enableHighAccuracy: true, timeout: 30000 });
  }

  function prepare(box) {
    const pad = box.querySelector('canvas');
    const keep = box.querySelector('[data-keep]');
    const pen = pad.getContext('2d');

    function clear() {
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, pad.width, pad.height);
      pen.strokeStyle = '#000';
      pen.lineWidth = 3;
      pen.lineCap = pen.lineJoin = 'round';
      keep.disabled = true;
    }

    function at(event) {
      const around = pad.getBoundingClientRect();
      return [(event.clientX - around.left) * pad.width / around.width, (event.clientY - around.top) * pad.height / around.height];
    }

    pad.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      pad.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(...at(event));
    });
    pad.addEventListener('pointermove', (event) => {
      if (!pad.hasPointerCapture(event.pointerId)) return;
      for (const step of event.getCoalescedEvents?.() ?? [event]) pen.lineTo(...at(step));
      pen.stroke();
      keep.disabled = false;
    });
    box.querySelector('[data-clear]').addEventListener('click', clear);
    keep.addEventListener('click', () => pad.toBlob((drawn) => {
      const field = document.getElementById(box.dataset.draw);
      const files = new DataTransfer();
      files.items.add(new File([drawn], 'drawing.png', { type: 'image/png' }));
      field.files = files.files;
      keep.disabled = true;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, 'image/png'));
    clear();
    box.hidden = false;
  }

  const prepared = new WeakSet();

  function ready() {
    if (navigator.geolocation && isSecureContext) document.querySelectorAll('[data-locate]').forEach((button) => { button.hidden = false; });
    document.querySelectorAll('[data-draw]').forEach((box) => {
      if (!prepared.has(box)) prepare(box);
      prepared.add(box);
    });
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-locate]');
    if (button) locate(button);
  });
  // what was folded out stays so when the questions come anew
  let open = [];
  document.addEventListener('htmx:beforeSwap', () => { open = [...document.querySelectorAll('details[id][open]')].map((one) => one.id); });
  document.addEventListener('htmx:afterSwap', () => open.forEach((id) => document.getElementById(id)?.setAttribute('open', '')));
  document.addEventListener('htmx:afterSettle', ready);
  ready();
}
