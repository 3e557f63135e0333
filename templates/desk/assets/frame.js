/** What every screen has with scripts: menu on a phone, choices that submit themselves, and words said to screen readers. */

document.documentElement.classList.add('scripted');

for (const select of document.querySelectorAll('select[data-submits]')) {
  select.addEventListener('change', () => select.form.requestSubmit());
}

/** `now`: breaks into what is being read. */
export function say(text, now = false) {
  const place = document.getElementById(now ? 'say-now' : 'say-polite');
  // The same words twice are told only when they went away in between.
  place.textContent = '';
  setTimeout(() => {
    place.textContent = text;
  }, 60);
}

const numberKeys = document.getElementById('number-keys');
if (numberKeys !== null) {
  numberKeys.checked = localStorage.getItem('number-keys') !== 'off';
  numberKeys.addEventListener('change', () =>
    localStorage.setItem('number-keys', numberKeys.checked ? 'on' : 'off'),
  );
}

const nav = document.getElementById('screens');
const menu = document.querySelector('.menu');
menu?.addEventListener('click', () => {
  const opened = nav.classList.toggle('opened');
  menu.setAttribute('aria-expanded', String(opened));
});
