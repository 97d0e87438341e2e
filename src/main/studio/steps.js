// Shows of a step's form what is asked with the answers so far, by the FEEL that Tasklist goes by. Without this everything is there.
import { unaryTest } from 'feelin';

for (const form of document.querySelectorAll('form.step:has([data-hide])')) {
  const facts = Object.fromEntries([...form.querySelectorAll('data')].map(fact => [fact.dataset.fact, fact.value]));
  const parts = [...form.querySelectorAll('[data-hide]')];
  const ask = () => {
    const known = { ...facts, ...answers(form) };
    parts.forEach(part => show(part, unaryTest(part.dataset.hide, known) !== true));
  };
  form.classList.add('asks');
  form.addEventListener('input', ask);
  form.addEventListener('change', ask);
  window.addEventListener('pageshow', ask);
  ask();
}

function show(part, shown) {
  part.hidden = !shown;
  for (const field of part.querySelectorAll('input, select, textarea')) {
    field.disabled = !shown;
    if (part.dataset.must && field.type !== 'checkbox') {
      field.required = shown;
    }
  }
}

/** What is answered so far, in parts that are not shown, too, as a form in Tasklist keeps it. */
function answers(form) {
  const answers = {};
  for (const field of form.querySelectorAll('[name^=input_]')) {
    const { name } = field;
    if (field.type === 'radio') {
      answers[name] = field.checked ? field.value : answers[name] ?? null;
    } else if (field.type === 'checkbox' && field.closest('fieldset')) {
      answers[name] = [...answers[name] ?? [], ...field.checked ? [field.value] : []];
    } else if (field.type === 'checkbox') {
      answers[name] = field.checked;
    } else if (field.type === 'number') {
      answers[name] = field.value === '' ? null : Number(field.value);
    } else {
      answers[name] = field.value === '' ? null : field.value;
    }
  }
  return answers;
}
