// Whoever was writing when his session ended comes back to that page, where what he wrote is filled in again (desk.js).
(() => {
  'use strict';

  const kept = JSON.parse(sessionStorage.getItem('draft') ?? 'null');
  if (kept && new URLSearchParams(location.search).has('interrupted')) {
    sessionStorage.setItem('draft', JSON.stringify({ ...kept, interrupted: true }));
  }
  if (JSON.parse(sessionStorage.getItem('draft') ?? 'null')?.interrupted) {
    const page = document.createElement('input');
    page.type = 'hidden';
    page.name = 'page';
    page.value = kept.page;
    document.querySelector('form').append(page);
  }
})();
