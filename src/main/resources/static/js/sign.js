// A signature with a finger, a pen or a mouse. Without it the other ways to keep a proof remain.

{
  const form = document.querySelector('form.signing');
  const pad = form?.querySelector('canvas');
  const keep = form?.querySelector('button:not([type])');

  if (pad) {
    form.hidden = false;
    const pen = pad.getContext('2d');
    let drawn = 0;

    function clear() {
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, pad.width, pad.height);
      pen.strokeStyle = '#000';
      pen.lineWidth = 3;
      pen.lineCap = pen.lineJoin = 'round';
      drawn = 0;
      keep.disabled = true;
    }

    function at(event) {
      const box = pad.getBoundingClientRect();
      return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height];
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
      drawn += 1;
      keep.disabled = drawn < 8;
    });
    form.addEventListener('reset', clear);
    form.addEventListener('submit', () => { form.elements.drawn.value = pad.toDataURL('image/png'); });
    clear();
  }
}
