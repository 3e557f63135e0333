/** What every screen has with scripts: menu on a phone, choices that submit themselves, and words said to screen readers. */

document.documentElement.classList.add('scripted');

for (const select of document.querySelectorAll('select[data-submits]')) {
  select.addEventListener('change', () => select.form.requestSubmit());
}

/** What is said there changes nothing on the page, and no answer on it is lost. */
for (const form of document.querySelectorAll('form[data-keeps-page]')) {
  const send = (event) => {
    event.preventDefault();
    void fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
    });
  };
  form.addEventListener('change', send);
  form.addEventListener('submit', send);
}

/** `now`: breaks into what is being read. */
export function say(text, now = false) {
  // Beside an open dialog nothing is read out.
  const place =
    document.querySelector(`dialog[open] [data-say="${now ? 'now' : 'polite'}"]`) ??
    document.getElementById(now ? 'say-now' : 'say-polite');
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
