/*
 * A session may end while somebody fills in a form. Tasklist keeps the form in the browser then and shows a login of its
 * own, in English, which is closed here: people go to ours instead and come back to their task, where they find it as
 * they left it. Whoever else signs in at a shared computer finds nothing.
 * No plugin: runs once, before Tasklist starts. Listed under customScripts in ../config.js.
 */

const FORM = 'camunda-form:';
// As on our own pages: desk.js and login.js
const DRAFT = 'draft';
const PERSON = '/camunda/api/admin/auth/user/default';
const LOGIN = '#/login';

// Asked for when somebody begins to type: at the end of his session nobody can say any more who he was
let me = null;
document.addEventListener('input', async () => {
  const who = await fetch(PERSON, { headers: { Accept: 'application/json' } });
  me = who.ok ? (await who.json()).userId : null;
}, { once: true, capture: true });

const forms = Object.keys(localStorage).filter(key => key.startsWith(FORM));
if (forms.length > 0 && !isBack()) {
  forms.forEach(key => localStorage.removeItem(key));
}

function isBack() {
  const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  if (!kept?.interrupted || !kept.page.startsWith(location.pathname)) {
    return false;
  }
  sessionStorage.removeItem(DRAFT);
  // Before Tasklist opens the task: whose form it is has to be known by then
  const who = new XMLHttpRequest();
  who.open('GET', PERSON, false);
  who.setRequestHeader('Accept', 'application/json');
  who.send();
  me = who.status === 200 ? JSON.parse(who.responseText).userId : null;
  return me === kept.me;
}

window.addEventListener('hashchange', change => toOurLogin(change.oldURL));
toOurLogin(location.href);

function toOurLogin(from) {
  if (!location.hash.startsWith(LOGIN)) {
    return;
  }
  const page = new URL(from);
  const typed = me !== null && Object.keys(localStorage).some(key => key.startsWith(FORM));
  if (typed) {
    sessionStorage.setItem(DRAFT, JSON.stringify({
      me, interrupted: true, page: page.pathname + page.search + page.hash,
    }));
  }
  location.replace(typed ? '/login?interrupted' : '/login');
}
