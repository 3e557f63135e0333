/** Ten minutes without a touch -> the answers are hidden until somebody shows or clears them; nothing is lost. */

const patience = 10 * 60_000;

export function startCover(clear) {
  let timer;
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(cover, patience);
  };
  const cover = () => {
    const main = document.getElementById('main');
    if (main.dataset.step === 'start' || main.classList.contains('covered')) return;
    main.classList.add('covered');
    const told = document.getElementById('t-cover').content.firstElementChild.cloneNode(true);
    document.body.append(told);
    const away = () => {
      told.remove();
      document.getElementById('main').classList.remove('covered');
      wake();
    };
    told.querySelector('[data-shows]').addEventListener('click', away);
    told.querySelector('[data-clears]').addEventListener('click', () => {
      away();
      clear();
    });
  };
  for (const kind of ['pointerdown', 'keydown', 'input'])
    document.addEventListener(kind, wake, { passive: true });
  // For a test, and for a clinic that wants it at once.
  document.addEventListener('desk-cover', cover);
  wake();
}
