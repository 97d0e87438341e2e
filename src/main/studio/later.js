// What is loaded only when somebody asks for it, and the window in which it is shown.

export const element = (tag, attributes = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
};
const made = (file) => new URL(file, import.meta.url).href;

const loaded = new Map();

/** @returns a script of ours, once its style is there */
export function later(name) {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((ready, failed) => {
      document.head.append(element('link', { rel: 'stylesheet', href: made(`${name}.css`), onload: ready, onerror: failed }));
    }).then(() => import(made(`${name}.js`))));
  }
  return loaded.get(name);
}

/** A window over the page, which is gone when it is closed. */
export function open(title, help, ...content) {
  const dialog = element('dialog', { className: 'previewing', ariaLabel: title },
    element('form', { method: 'dialog' }, element('h2', { textContent: title }), element('button', { className: 'second', textContent: '关闭' })),
    element('p', { className: 'help', textContent: help }), ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
