// A form as Tasklist shows it.
import { element, later, open } from './later.js';

/** What a ticket brings is not there: where it would be shown stands a word for it. */
const facts = (schema) => Object.fromEntries([...JSON.stringify(schema).matchAll(/\bshow_\w+/g)].map(([name]) => [name, '（工单的情况）']));

/** @param schema the form's JSON */
export async function preview(title, schema) {
  const form = element('div', { className: 'preview' });
  const dialog = open(`预览：${title}`, '和任务列表里的一样；工单的内容办的时候才有，填了不保存。', form);
  const { render } = await later('form');
  await render(form, schema, facts(schema));
  dialog.dataset.shown = 'true';
}

document.querySelectorAll('button[data-form]').forEach((button) => button.addEventListener('click', async () => {
  const answer = await fetch(button.dataset.form);
  await preview(button.dataset.title, await answer.json());
}));
