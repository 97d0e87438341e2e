// What a building block carries in a diagram: the fields of its element template, read and written.

const PROPERTIES = 'camunda:Properties';
const IN_OUT = 'camunda:InputOutput';
const KINDS = {
  'camunda:property': { outer: PROPERTIES, list: 'values', inner: 'camunda:Property', text: 'value' },
  'camunda:inputParameter': { outer: IN_OUT, list: 'inputParameters', inner: 'camunda:InputParameter', text: 'value' },
};

const extensions = (bo) => bo.get('extensionElements')?.get('values') ?? [];

function holder(bo, kind) {
  return extensions(bo).find((value) => value.$type === kind.outer);
}

/** @returns what stands there, or '' */
export function read(bo, { binding }) {
  const kind = KINDS[binding.type];
  if (!kind) {
    return bo.get(binding.name) ?? '';
  }
  return holder(bo, kind)?.get(kind.list)?.find((one) => one.name === binding.name)?.get(kind.text) ?? '';
}

/** @returns the attributes with which that stands there; what else the element carries is kept */
export function written(factory, bo, { binding }, value) {
  const kind = KINDS[binding.type];
  if (!kind) {
    return { [binding.name]: value || undefined };
  }
  const old = holder(bo, kind);
  const others = (old?.get(kind.list) ?? []).filter((one) => one.name !== binding.name);
  const list = value ? [...others, factory.create(kind.inner, { name: binding.name, [kind.text]: value })] : others;
  const all = factory.create('bpmn:ExtensionElements', { values: extensions(bo).filter((one) => one !== old) });
  if (list.length || old?.get('outputParameters')?.length) {
    const kept = kind.outer === IN_OUT && old ? { outputParameters: old.get('outputParameters') } : {};
    const next = factory.create(kind.outer, { ...kept, [kind.list]: list });
    list.forEach((one) => { one.$parent = next; });
    next.$parent = all;
    all.get('values').push(next);
  }
  all.$parent = bo;
  return { extensionElements: all };
}

/** @returns the template that an element was made with */
export function templateOf(templates, bo) {
  const id = bo?.get?.('camunda:modelerTemplate');
  return templates.find((template) => template.id === id);
}

const NOTICE = 'org.shouwen.notice';
const audience = (stem) => /-([a-z]+)(\.[a-z]+)?$/.exec(stem)?.[1];

/** @returns what can be chosen of an element: the fields of its template; of a notice of the program its wording, for the same person */
export function fieldsOf(templates, bo) {
  const template = templateOf(templates, bo);
  if (template || bo.$type !== 'bpmn:SendTask') {
    return (template?.properties ?? []).filter((property) => property.type === 'Dropdown');
  }
  return (templates.find(({ id }) => id === NOTICE)?.properties ?? []).filter((property) => read(bo, property)).map((property) => ({
    ...property, label: '说什么', choices: property.choices.filter(({ value }) => audience(value) === audience(read(bo, property))),
  }));
}
