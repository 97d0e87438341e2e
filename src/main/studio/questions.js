// The form of a step of one's own as a list of questions, over the JSON that Tasklist shows.

export const KINDS = {
  textfield: '一行文字', textarea: '几行文字', number: '数字', radio: '单选', select: '下拉单选', checklist: '可选多项', checkbox: '勾选', datetime: '日期',
};
const CHOOSES = ['radio', 'select', 'checklist', 'taglist'];
const INPUT = 'input_';

/** @returns a form that asks nothing yet, and shows the facts of the ticket */
export function fresh(id) {
  return {
    id, type: 'default', schemaVersion: 16, executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0',
    components: [{ type: 'text', id: `${id}_facts`, text: '{{show_facts}}' }],
  };
}

export const asks = (component) => (component.key ?? '').startsWith(INPUT);
export const chooses = (component) => CHOOSES.includes(component.type);
/** @returns the questions that may steer the flow */
export const steering = (form) => form.components.filter((one) => asks(one) && ['radio', 'select'].includes(one.type));
/** @returns the name under which a flow asks for its answer */
export const nameOf = (component) => component.key.slice(INPUT.length);

/** What is written for a choice; people read its label. It is no other's, nor was it: a condition may ask for it still. */
function code(label, taken) {
  const plain = label.replace(/[^\w\u4e00-\u9fff]/g, '').slice(0, 36) || '选项';
  const made = [plain, ...[...Array(99).keys()].map((i) => `${plain}_${i + 2}`)].find((one) => !taken.has(one));
  taken.add(made);
  return made;
}

export function add(form) {
  const key = [...Array(99).keys()].map((i) => `${INPUT}${form.id}_${i + 1}`)
    .find((one) => form.components.every((component) => component.key !== one));
  form.components.push({ type: 'textarea', id: key.slice(INPUT.length), key, label: '', validate: { required: true, maxLength: 500 } });
}

/** @param what of kind, label, required, options (a line each) */
export function change(component, what) {
  if (what.kind && what.kind !== component.type) {
    component.type = what.kind;
    delete component.values;
    delete component.subtype;
    delete component.dateLabel;
    component.validate = { required: component.validate?.required ?? false };
    if (chooses(component)) {
      component.values = [{ label: '是', value: '是' }, { label: '否', value: '否' }];
    }
    if (what.kind === 'datetime') {
      component.subtype = 'date';
      component.dateLabel = component.label;
    }
  }
  if (what.label !== undefined) {
    component.label = what.label;
    if (component.type === 'datetime') {
      component.dateLabel = what.label;
    }
  }
  if (what.required !== undefined) {
    component.validate = { ...component.validate, required: what.required };
  }
  if (what.options !== undefined) {
    const old = component.values ?? [];
    const taken = new Set(old.map((one) => one.value));
    component.values = [...new Set(what.options.split('\n').map((line) => line.trim()).filter(Boolean))]
      .map((label) => old.find((one) => one.label === label) ?? { label, value: code(label, taken) });
  }
}
