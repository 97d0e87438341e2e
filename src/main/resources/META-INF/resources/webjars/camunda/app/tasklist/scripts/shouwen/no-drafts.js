/*
 * Forgets forms that were filled in and not sent. When a login expires Tasklist keeps them in the browser, where the
 * next person at a shared computer would find them.
 * No plugin: runs once, before Tasklist starts. Listed under customScripts in ../config.js.
 */

Object.keys(localStorage)
  .filter(key => key.startsWith('camunda-form:'))
  .forEach(key => localStorage.removeItem(key));
