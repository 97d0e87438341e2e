// Small conveniences; every page works without them.
(() => {
  'use strict';

  // One click sends a form once. The field of the clicked button must still be sent, so the buttons are locked afterwards.
  for (const form of document.querySelectorAll('form[data-once]')) {
    form.addEventListener('submit', () => setTimeout(() => lock(form, true)));
  }
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-once]').forEach(form => lock(form, false)));

  function lock(form, locked) {
    form.querySelectorAll('button').forEach(button => { button.disabled = locked; });
  }

  // What is sent when the session has ended is kept in this tab, and filled in again for the same person after the login
  const DRAFT = 'draft';
  const me = document.body.dataset.me;
  const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  if (kept && (!kept.interrupted || kept.me !== me)) {
    sessionStorage.removeItem(DRAFT);
  } else if (kept && kept.page === here()) {
    sessionStorage.removeItem(DRAFT);
    const form = [...document.querySelectorAll('form[data-once]')].find(each => each.getAttribute('action') === kept.action);
    if (form) {
      fill(form, kept.fields);
    }
  }
  for (const form of document.querySelectorAll('form[data-once]')) {
    form.addEventListener('submit', () => {
      const fields = [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
      sessionStorage.setItem(DRAFT, JSON.stringify({
        me, fields, page: form.dataset.page ?? here(), action: form.getAttribute('action'),
      }));
    });
  }

  function here() {
    return location.pathname + location.search;
  }

  function fill(form, fields) {
    for (const field of form.elements) {
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = values.includes(field.value);
      } else if (values.length > 0 && !['file', 'submit'].includes(field.type) && field.name !== '_csrf') {
        field.value = values[0];
      }
    }
    form.elements[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    form.closest('details')?.setAttribute('open', 'open');
    const note = document.createElement('p');
    note.className = 'flash';
    note.setAttribute('role', 'status');
    note.textContent = '刚才没有提交的内容已经填回来了（照片和文件要重新选），请核对后再提交。';
    form.prepend(note);
    form.scrollIntoView({ block: 'center' });
  }

  // One stop of the tab key for all of them; the arrow keys go round, so that none of a dozen is farther than half of them
  for (const bar of document.querySelectorAll('[role=toolbar]')) {
    const buttons = [...bar.querySelectorAll('button')];
    buttons.forEach((button, at) => { button.tabIndex = at === 0 ? 0 : -1; });
    bar.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const at = buttons.indexOf(event.target);
      if (step && at >= 0) {
        event.preventDefault();
        const next = buttons[(at + step + buttons.length) % buttons.length];
        buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
        next.focus();
      }
    });
  }

  // "/" goes to the search box
  const search = document.querySelector('[data-slash]');
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName);
    if (search && event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
  });

  // What others do shows up while the page is looked at: a list is another one, of a ticket it is said, for its forms may be half filled in
  const fresh = document.querySelector('[data-fresh]');
  if (fresh) {
    let tag = '';
    const looking = setInterval(() => {
      if (document.hidden) {
        return;
      }
      fetch(here(), { headers: { Accept: 'text/html', 'Shouwen-Refresh': '1', 'If-None-Match': tag }, redirect: 'manual', cache: 'no-store' })
        .then(answer => {
          if (answer.status === 200) {
            tag = answer.headers.get('ETag') ?? '';
            return answer.text().then(renew);
          }
          if (answer.status !== 304 && answer.status < 500) {
            clearInterval(looking);
          }
          return null;
        })
        .catch(() => { /* looked for again */ });
    }, 20000);
  }

  function renew(html) {
    const part = new DOMParser().parseFromString(html, 'text/html').getElementById(fresh.id);
    if (!part || words(part) === words(fresh)) {
      return;
    }
    const at = fresh.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    fresh.replaceChildren(...part.childNodes);
    if (at) {
      fresh.querySelector(`[href="${CSS.escape(at)}"]`)?.focus();
    }
    if (fresh.dataset.fresh && !document.getElementById('news')) {
      const news = document.createElement('p');
      const again = document.createElement('a');
      news.id = 'news';
      news.className = 'flash';
      news.setAttribute('role', 'status');
      again.href = here();
      again.textContent = '看新的';
      news.append(fresh.dataset.fresh, again);
      document.getElementById('content').prepend(news);
    }
  }

  function words(part) {
    return part.textContent.replace(/\s+/g, ' ').trim();
  }

  // A slot is two hours unless somebody says otherwise
  const from = document.querySelector('[data-slot-from]');
  const to = document.querySelector('[data-slot-to]');
  from?.addEventListener('change', () => {
    if (from.value && (!to.value || to.value <= from.value)) {
      const end = new Date(from.value);
      end.setHours(end.getHours() + 2);
      const two = n => String(n).padStart(2, '0');
      to.value = `${end.getFullYear()}-${two(end.getMonth() + 1)}-${two(end.getDate())}T${two(end.getHours())}:${two(end.getMinutes())}`;
    }
  });

  // Only what the chosen kind asks is shown, and sent
  const kinds = document.querySelector('[data-kinds]');
  function ask() {
    const chosen = kinds.selectedOptions[0]?.dataset.kind ?? 'REPAIR';
    for (const part of document.querySelectorAll('form [data-kind]:not(option)')) {
      part.hidden = part.dataset.kind !== chosen;
      part.querySelectorAll('input, select, textarea').forEach(field => { field.disabled = part.hidden; });
    }
  }
  if (kinds) {
    kinds.addEventListener('change', ask);
    window.addEventListener('pageshow', ask);
    ask();
  }

  // As soon as it is known what a call is about, the tickets that may be the same matter are offered. Where the browser
  // cannot, the server offers them once, when the form is sent
  const registration = document.querySelector('form[data-similar]');
  const about = registration?.querySelector('[name="category"]');
  about?.addEventListener('change', offer);
  if (about?.value && !registration.querySelector('.offers')) {
    offer();
  }

  function offer() {
    const told = new FormData(registration);
    const asked = new URLSearchParams();
    asked.set('kind', about.selectedOptions[0]?.dataset.kind ?? 'REPAIR');
    for (const name of ['category', 'home', 'place']) {
      if (told.get(name)) {
        asked.set(name, told.get(name));
      }
    }
    fetch(`${registration.dataset.similar}?${asked}`, { headers: { Accept: 'text/html' } })
      .then(answer => (answer.ok ? answer.text() : ''))
      .then(html => {
        const offers = new DOMParser().parseFromString(html, 'text/html').getElementById('similar');
        if (offers && asked.get('category') === about.value) {
          document.getElementById('similar').replaceWith(offers);
        }
      })
      .catch(() => { /* nothing is offered */ });
  }

  // A notice that is opened is read
  for (const form of document.querySelectorAll('form[data-read]')) {
    const message = form.closest('details');
    message.addEventListener('toggle', () => {
      if (message.open && message.classList.contains('fresh')) {
        fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
          .then(() => read(message))
          .catch(() => { /* it stays unread */ });
      }
    });
  }

  function read(message) {
    const unread = document.getElementById('unread');
    message.classList.remove('fresh');
    if (unread) {
      unread.textContent = Math.max(0, Number(unread.textContent) - 1);
      unread.closest('.count').hidden = unread.textContent === '0';
    }
  }

  for (const field of document.querySelectorAll('[data-select]')) {
    field.addEventListener('focus', () => field.select());
  }
})();
