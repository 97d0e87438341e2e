// Small conveniences; the page works without them.
(() => {
  'use strict';

  // One touch sends a form once, and photos take their time on a telephone
  for (const form of document.querySelectorAll('form[data-once]')) {
    form.addEventListener('submit', () => setTimeout(() => lock(form, true)));
  }
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-once]').forEach(form => lock(form, false)));

  function lock(form, locked) {
    form.querySelectorAll('button').forEach(button => { button.disabled = locked; });
  }

  // Too many, or too large: better said before they travel
  for (const field of document.querySelectorAll('input[type="file"]')) {
    field.addEventListener('change', () => {
      const files = [...field.files];
      const large = files.find(file => file.size > 10 * 1024 * 1024);
      field.setCustomValidity(files.length > 9 ? '一次最多 9 个文件' : large ? `“${large.name}”超过 10 MB` : '');
      field.reportValidity();
    });
  }
})();
