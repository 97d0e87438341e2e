/*
 * Has the Chinese texts at hand before Tasklist starts. On a browser's first visit it would ask for them while it draws
 * the page, and leave names like SEARCH_PLACEHOLDER where it was too early.
 * No plugin: runs once; Tasklist waits for it. Listed under customScripts in ../config.js.
 */

const STORE = 'camunda-web';
const folder = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
const entry = `${folder}_locales_data_zh-CN_${window.bust}`;
const stored = JSON.parse(localStorage.getItem(STORE) || '{}');

if (!stored[entry]) {
  const answer = await fetch(`${folder}zh-CN.json`);
  if (answer.ok) {
    stored[entry] = await answer.text();
    localStorage.setItem(STORE, JSON.stringify(stored));
  }
}
