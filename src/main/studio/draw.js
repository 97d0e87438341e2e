// The drawing board: a manager changes a flow with building blocks. What the guard says stands on the elements while he draws.
import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import { fieldsOf, read, templateOf, written } from './blocks.js';
import { fit } from './fit.js';
import { element } from './later.js';
import { preview } from './preview.js';
import { add as addQuestion, asks, change as changeQuestion, chooses, fresh, KINDS, nameOf, steering } from './questions.js';
import { walk } from './walk.js';

const WAIT_MS = 700;
const ZOOM = 1.25;
const GAP = 50;
const OWN_STEP = 'org.shouwen.step';
// The parameter that names the table which a step asks
const TABLE = { binding: { type: 'camunda:inputParameter', name: 'table' } };
const FORM_REF = 'camunda:formRef';
const PREFIXES = {
  'bpmn:UserTask': 'userTask_', 'bpmn:SendTask': 'sendTask_', 'bpmn:ServiceTask': 'serviceTask_', 'bpmn:BusinessRuleTask': 'businessRuleTask_',
  'bpmn:IntermediateCatchEvent': 'event_', 'bpmn:ExclusiveGateway': 'gateway_', 'bpmn:EndEvent': 'endEvent_',
};
// Beside the templates: what has nothing to be filled in but its name
const PLAIN = [
  { id: 'gateway', name: '分支', appliesTo: ['bpmn:ExclusiveGateway'], properties: [] },
  { id: 'end', name: '结束', appliesTo: ['bpmn:EndEvent'], properties: [] },
];

const board = document.getElementById('draw');
const picture = document.getElementById('picture');
const panel = document.getElementById('inside');
const said = document.getElementById('said');
const state = document.getElementById('state');
const { base, files: path, blocks, check: checkAt, propose: proposeAt, list: listAt } = board.dataset;
const csrf = (page) => page.querySelector('#draw input[name=_csrf]');
const forms = new Map();
let dirty = false;
let sent = false;

// ---- the modeler, reduced

const missing = new Set();
const WORDS = {
  'Remove': '删除', 'Search in diagram': '在图里找', 'Connect': '连到', 'flow elements must be children of pools/participants': '要画在框里',
};
const translate = (text, replacements) => {
  const key = text.trim();
  if (!(key in WORDS)) {
    missing.add(key);
    picture.dataset.missing = [...missing].join('|');
  }
  return (WORDS[key] ?? text).replace(/{([^}]+)}/g, (all, name) => replacements?.[name] ?? all);
};

function OwnPad(contextPad, connect, modeling) {
  contextPad.registerProvider(this);
  this.getContextPadEntries = (element) => ({
    ...(element.waypoints ? {} : {
      connect: {
        group: 'connect', title: translate('Connect'), html: '<div class="entry own">连</div>',
        action: {
          click: (event) => connect.start(event, element), dragstart: (event) => connect.start(event, element),
        },
      },
    }),
    remove: {
      group: 'edit', title: translate('Remove'), html: '<div class="entry own">删</div>',
      action: { click: () => modeling.removeElements([element]) },
    },
  });
}
OwnPad.$inject = ['contextPad', 'connect', 'modeling'];

// No menu of all that BPMN has, whatever key is pressed
function NoMenus(popupMenu) {
  ['bpmn-replace', 'bpmn-append', 'bpmn-create'].forEach((id) => popupMenu.registerProvider(id, 100, {
    getPopupMenuEntries: () => () => ({}), getPopupMenuHeaderEntries: () => () => ({}),
  }));
}
NoMenus.$inject = ['popupMenu'];

// What is written in a diagram stays written, also where it says what goes without saying
camunda.types.flatMap((type) => type.properties ?? []).forEach((property) => delete property.default);

const modeler = new Modeler({
  container: picture,
  moddleExtensions: { camunda },
  additionalModules: [{
    __init__: ['noMenus'],
    noMenus: ['type', NoMenus],
    contextPadProvider: ['type', OwnPad],
    paletteProvider: ['value', {}],
    translate: ['value', translate],
  }],
});
const canvas = modeler.get('canvas');
const registry = modeler.get('elementRegistry');
const modeling = modeler.get('modeling');
const factory = modeler.get('bpmnFactory');
const selection = modeler.get('selection');
const commands = modeler.get('commandStack');
const overlays = modeler.get('overlays');

// What is made beside a block is named as the house names it, too
const ensureId = factory._ensureId;
factory._ensureId = function named(made) {
  if (!made.id && made.$type === 'bpmn:SequenceFlow') {
    made.id = `flow_own${letters()}`;
  }
  ensureId.call(this, made);
};

const response = await fetch(`${path}/${encodeURIComponent(board.dataset.file)}`);
await modeler.importXML(await response.text());
const templates = await (await fetch(blocks)).json();
await Promise.all(registry.filter((one) => !one.labelTarget && one.businessObject.get?.('camunda:modelerTemplate') === OWN_STEP)
  .map((one) => one.businessObject.get(FORM_REF)).filter(Boolean)
  .map(async (id) => {
    const found = await fetch(`${path}/${fileOf(id)}`);
    if (found.ok) {
      forms.set(id, { json: JSON.parse(await found.text()), changed: false });
    }
  }));
fit(canvas);

// ---- what is undone at once

/** What is one step for people is one, of however many commands it is made. */
function OneStep() {
  this.preExecute = ({ steps }) => steps();
}

/** A form on the board is undone and done again like what is drawn. */
function OtherForm() {
  const swap = (context) => {
    const there = forms.get(context.id);
    forms.set(context.id, context.form);
    context.form = there;
    return [];
  };
  this.execute = swap;
  this.revert = swap;
}
commands.registerHandler('step', OneStep);
commands.registerHandler('form', OtherForm);
const asOne = (steps) => commands.execute('step', { steps });

/** @param how changes the form's JSON */
function alter(id, how) {
  const json = structuredClone(forms.get(id).json);
  how(json);
  commands.execute('form', { id, form: { json, changed: true } });
}

function fileOf(form) {
  return `${form.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.form`;
}

function letters() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((n) => String.fromCharCode(97 + (n % 26))).join('');
}

// ---- adding

function make(block) {
  const type = block.appliesTo[0];
  const businessObject = factory.create(type, { id: `${PREFIXES[type]}own${letters()}`, name: block === PLAIN[0] ? '' : block.name });
  if (!PLAIN.includes(block)) {
    businessObject.set('camunda:modelerTemplate', block.id);
    businessObject.set('camunda:modelerTemplateVersion', block.version);
  }
  block.properties.filter((property) => property.value)
    .forEach((property) => assign(businessObject, written(factory, businessObject, property, property.value)));
  if (block.id === OWN_STEP) {
    const form = `own${letters()}`;
    businessObject.set(FORM_REF, form);
    forms.set(form, { json: fresh(form), changed: true });
  }
  const more = type === 'bpmn:IntermediateCatchEvent' ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {};
  return modeler.get('elementFactory').createShape({ type, businessObject, ...more });
}

function assign(businessObject, attributes) {
  Object.entries(attributes).forEach(([name, value]) => businessObject.set(name, value));
}

/** The longest straight piece of an arrow. */
function piece(flow) {
  const pieces = flow.waypoints.slice(1).map((to, i) => ({ from: flow.waypoints[i], to }));
  return pieces.reduce((best, one) => (length(one) > length(best) ? one : best));
}
const length = ({ from, to }) => Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
const middle = ({ from, to }) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });

/** Everything beyond the middle of an arrow makes room; what is drawn stays as it is beside that. */
function makeRoom(flow, shape) {
  const here = piece(flow);
  const across = here.from.y === here.to.y ? 'x' : 'y';
  const needed = (across === 'x' ? shape.width : shape.height) + 2 * GAP - length(here);
  if (needed <= 0) {
    return;
  }
  const forward = here.to[across] > here.from[across];
  const space = modeler.get('spaceTool');
  const start = middle(here)[across];
  const { movingShapes, resizingShapes } = space.calculateAdjustments(
    selfAndAllChildren(canvas.getRootElement(), true), across, forward ? needed : -needed, start);
  const direction = across === 'x' ? (forward ? 'e' : 'w') : (forward ? 's' : 'n');
  const delta = { x: 0, y: 0, [across]: forward ? needed : -needed };
  space.makeSpace(movingShapes, resizingShapes, delta, direction, start);
}

function put(block) {
  const [at] = selection.get();
  if (!at || at === canvas.getRootElement()) {
    tell('先在图上点一条箭头或一步（也可以在“选一处”里选），再点要加的构件。');
    return;
  }
  const shape = make(block);
  let added;
  asOne(() => {
    if (at.waypoints) {
      makeRoom(at, shape);
      added = modeling.createShape(shape, middle(piece(at)), at);
    } else {
      added = modeler.get('autoPlace').append(at, shape);
    }
  });
  selection.select(added);
  panel.querySelector('input, select')?.focus();
}

function adding() {
  return [...templates, ...PLAIN].map((block) => {
    const button = element('button', { type: 'button', className: 'second', textContent: `加${block.name}`, title: block.description ?? '' });
    button.addEventListener('click', () => put(block));
    return button;
  });
}

// ---- what is inside

let fields = 0;
function field(label, input, hint) {
  fields += 1;
  input.id = `inside-${fields}`;
  const made = element('div', { className: 'field' }, element('label', { htmlFor: input.id, textContent: label }), input);
  if (hint) {
    made.append(element('p', { className: 'help', textContent: hint }));
  }
  return made;
}
function choice(options, value, changed) {
  const known = options.some((option) => option.value === value);
  const select = element('select', {}, ...[...(known ? [] : [{ value, label: value ? value : '请选择' }]), ...options]
    .map((option) => element('option', { value: option.value, textContent: option.label, selected: option.value === value })));
  select.addEventListener('change', () => changed(select.value));
  return select;
}
function typed(value, changed, tag = 'input') {
  const input = element(tag, { value });
  input.addEventListener('change', () => changed(input.value.trim()));
  return input;
}

const titleOf = (one) => {
  const name = (one.businessObject.name ?? '').replace(/\s+/g, '');
  if (name && !one.waypoints) {
    return name;
  }
  if (one.waypoints) {
    return `${titleOf(one.source)} → ${titleOf(one.target)}${name ? `（${name}）` : ''}`;
  }
  return one.type.endsWith('Gateway') ? '菱形' : '没有名字的一处';
};

function show() {
  const [at] = selection.get();
  panel.replaceChildren();
  panel.classList.toggle('nothing', !at);
  if (!at || at === canvas.getRootElement() || at.labelTarget) {
    panel.append(element('p', { className: 'help', textContent: '点一条箭头或一步，这里是它的内容。在箭头上加一步：点箭头，再点上面的构件。' }));
    return;
  }
  const bo = at.businessObject;
  const block = templateOf(templates, bo);
  panel.append(element('h3', { textContent: block?.name ?? (at.waypoints ? '箭头' : '这一处') }));
  panel.append(at.waypoints ? wordsOn(at)
    : field(at.type.endsWith('Gateway') && listed() ? '要分的是什么' : '名称', typed(bo.name ?? '', (name) => modeling.updateProperties(at, { name }))));
  if (at.type === 'bpmn:UserTask') {
    const text = (value) => modeling.updateProperties(at, {
      documentation: value ? [factory.create('bpmn:Documentation', { text: value })] : [],
    });
    panel.append(field('说明', typed(bo.documentation?.[0]?.text ?? '', text, 'textarea'), '谁办，怎样算办完'));
  }
  fieldsOf(templates, bo).forEach((property) => panel.append(field(
    property.label,
    choice(property.choices.map((one) => ({ value: one.value, label: one.name })), read(bo, property),
      (value) => modeling.updateProperties(at, written(factory, bo, property, value))))));
  if (!block && !at.waypoints && !at.type.endsWith('Gateway') && at.type !== 'bpmn:EndEvent') {
    panel.append(element('p', { className: 'help', textContent: '这一处是程序的：名称、说明和通知的文字可以改；谁办、到什么时候、填什么由程序定。' }));
  }
  if (block?.id === OWN_STEP) {
    questions(bo.get(FORM_REF));
  }
  if (bo.get(FORM_REF)) {
    const look = element('button', { type: 'button', className: 'second', textContent: '预览表单' });
    look.addEventListener('click', async () => preview(titleOf(at), await schema(bo.get(FORM_REF))));
    panel.append(element('p', { className: 'actions' }, look));
  }
  if (at.waypoints && listed()) {
    panel.append(element('p', { className: 'help', textContent: '在这里：' }), element('p', { className: 'actions adding' }, ...adding()));
  }
  if (at.waypoints && at.source.type === 'bpmn:ExclusiveGateway' && at.source.outgoing.length > 1) {
    panel.append(condition(at));
  }
  const isDiamond = at.type === 'bpmn:ExclusiveGateway';
  if (listed() && isDiamond) {
    ways(at);
  }
  if (!at.waypoints && at.type !== 'bpmn:EndEvent' && (!listed() || isDiamond)) {
    connection(at);
  }
  const remove = element('button', { type: 'button', className: 'second', textContent: '去掉' });
  remove.addEventListener('click', () => modeling.removeElements([at]));
  const actions = element('p', { className: 'actions' }, remove);
  if (listed()) {
    const close = element('button', { type: 'button', className: 'second', textContent: '收起' });
    close.addEventListener('click', leave);
    actions.append(' ', close);
  }
  panel.append(actions);
}

const isWay = (one) => one.type === 'bpmn:SequenceFlow';
const wordsOn = (flow) => field(listed() ? '这条路叫什么' : '箭头上的字',
  typed(flow.businessObject.name ?? '', (name) => modeling.updateProperties(flow, { name })));

/** @returns what can decide where a flow goes on: what a step of one's own asks, what a table says */
function answers() {
  const all = [...forms.values()].flatMap(({ json }) => steering(json)).flatMap((question) => (question.values ?? []).map((one) => ({
    value: `\${${nameOf(question)} == '${one.value}'}`, label: `“${question.label}”选“${one.label}”`,
  })));
  const asked = registry.filter((one) => one.type === 'bpmn:BusinessRuleTask').map((one) => read(one.businessObject, TABLE));
  document.querySelectorAll('#answers optgroup').forEach((table) => {
    if (asked.includes(table.dataset.table)) {
      all.push(...[...table.children].map(({ value, textContent }) => ({ value, label: textContent })));
    }
  });
  return all;
}

/** 走这条的条件: one answer, or all others. */
function condition(flow) {
  const gateway = flow.source.businessObject;
  const now = flow.businessObject.conditionExpression?.body ?? '';
  const all = answers();
  if (now && !all.some((one) => one.value === now)) {
    // What the program decides has the words of the drawing
    all.push({ value: now, label: `${titleOf(flow.source)}：${flow.businessObject.name || '程序定的'}` });
  }
  const value = gateway.default === flow.businessObject ? 'default' : now;
  return field('什么时候走这条', choice([{ value: 'default', label: '其余的都走这条' }, ...all], value, (chosen) => asOne(() => {
    if (chosen === 'default') {
      modeling.updateProperties(flow, { conditionExpression: undefined });
      modeling.updateProperties(flow.source, { default: flow.businessObject });
      return;
    }
    if (gateway.default === flow.businessObject) {
      modeling.updateProperties(flow.source, { default: undefined });
    }
    modeling.updateProperties(flow, { conditionExpression: factory.create('bpmn:FormalExpression', { body: chosen }) });
  })), all.length ? '要有一条“其余的都走这条”。' : '还没有可以分路的回答：在前面加一个人工步骤，问一个单选的问题，或者加查表。');
}

/** Where one comes to on a way, past diamonds that only bring ways together. */
function leadsTo(flow) {
  const { target } = flow;
  const on = target.outgoing.filter(isWay);
  return target.type.endsWith('Gateway') && !target.businessObject.name && on.length === 1 ? leadsTo(on[0]) : titleOf(target);
}

/** The ways out of a diamond, for those who do not see it: what each is called, when it is gone, where it leads. */
function ways(at) {
  const all = at.outgoing.filter(isWay);
  if (all.length < 2) {
    return;
  }
  all.forEach((flow) => {
    const remove = element('button', { type: 'button', className: 'second', textContent: '去掉这条路' });
    remove.addEventListener('click', () => {
      modeling.removeElements([flow]);
      show();
    });
    panel.append(element('fieldset', { className: 'questions' }, element('legend', { textContent: `走到“${leadsTo(flow)}”的路` }),
      wordsOn(flow), condition(flow), element('p', { className: 'actions' }, remove)));
  });
}

const APART = 8;
const segments = (points) => points.slice(1).map((to, i) => ({ from: points[i], to }));
const between = (a, b, c, d) => Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));

/** Whether two straight pieces look like one. */
function alike(one, other) {
  const level = one.from.y === one.to.y;
  if (level !== (other.from.y === other.to.y)) {
    return false;
  }
  return level
    ? Math.abs(one.from.y - other.from.y) < APART && between(one.from.x, one.to.x, other.from.x, other.to.x) > 0
    : Math.abs(one.from.x - other.from.x) < APART && between(one.from.y, one.to.y, other.from.y, other.to.y) > 0;
}

/** A way below or above everything between, on no other arrow and through no shape; none: the modeler finds one. */
function route(at, target) {
  const lines = registry.filter((one) => one.waypoints).flatMap((one) => segments(one.waypoints));
  const shapes = registry.filter((one) => one.parent === at.parent && !one.waypoints && !one.labelTarget && one !== at && one !== target);
  const crosses = ({ from, to }) => shapes.some((box) => between(from.x, to.x, box.x, box.x + box.width) >= 0
    && between(from.y, to.y, box.y, box.y + box.height) >= 0);
  const x = at.x + at.width / 2;
  for (let n = 0; n < 12; n += 1) {
    for (const below of [true, false]) {
      for (const aside of [0, 20, -20, 35, -35]) {
        const edge = (one) => (below ? one.y + one.height : one.y);
        const outer = below ? Math.max(edge(at), edge(target)) : Math.min(edge(at), edge(target));
        const y = outer + (below ? 1 : -1) * (30 + 12 * n);
        const to = target.x + target.width / 2 + aside;
        const waypoints = [{ x, y: edge(at) }, { x, y }, { x: to, y }, { x: to, y: edge(target) }];
        const pieces = segments(waypoints);
        const inside = Math.abs(aside) < target.width / 2;
        if (inside && !pieces.some((piece) => crosses(piece) || lines.some((line) => alike(piece, line)))) {
          return { waypoints };
        }
      }
    }
  }
  return {};
}

/** The first way goes for everything else, until somebody says otherwise. */
function connect(at, target) {
  const [first, ...more] = at.outgoing.filter(isWay);
  let made;
  asOne(() => {
    if (at.type === 'bpmn:ExclusiveGateway' && first && !more.length && !first.businessObject.conditionExpression) {
      modeling.updateProperties(at, { default: first.businessObject });
    }
    made = modeling.connect(at, target, { type: 'bpmn:SequenceFlow', ...route(at, target) });
  });
  if (listed()) {
    show();
    [...panel.querySelectorAll('.questions')].pop()?.querySelector('input').focus();
  } else {
    selection.select(made);
  }
}

function connection(at) {
  const others = registry.filter((one) => one.parent === at.parent && one !== at && !one.waypoints && !one.labelTarget
    && one.type !== 'bpmn:StartEvent' && one.type !== 'bpmn:BoundaryEvent' && one.type !== 'bpmn:TextAnnotation'
    && !one.businessObject.triggeredByEvent && !(listed() && one.type.endsWith('Gateway') && !one.businessObject.name)
    && !at.outgoing.some((flow) => flow.target === one));
  const select = choice([{ value: '', label: '—' }, ...others.map((one) => ({ value: one.id, label: titleOf(one) }))], '', (id) => {
    if (id) {
      connect(at, registry.get(id));
    }
  });
  panel.append(field(listed() ? '再加一条路，走到' : '再连一条箭头到', select));
}

// ---- the form of a step

/** @returns a form as it is on the board, or as it is shown in the version that is being changed */
async function schema(id) {
  return forms.get(id)?.json ?? (await fetch(`${path}/${fileOf(id)}`)).json();
}

function questions(id) {
  const form = forms.get(id);
  if (!form) {
    return;
  }
  const list = element('fieldset', { className: 'questions' }, element('legend', { textContent: '要填什么' }));
  form.json.components.filter(asks).forEach((question) => {
    const change = (what) => alter(id, (json) => changeQuestion(json.components.find((one) => one.key === question.key), what));
    const about = element('div', { className: 'question' });
    about.append(field('问题', typed(question.label ?? '', (label) => change({ label }))));
    about.append(field('怎么答', choice(Object.entries(KINDS).map(([value, label]) => ({ value, label })), question.type, (kind) => {
      change({ kind });
      show();
    })));
    if (chooses(question)) {
      const options = element('textarea', { rows: 3, value: (question.values ?? []).map((one) => one.label).join('\n') });
      options.addEventListener('change', () => change({ options: options.value }));
      about.append(field('选项，一行一个', options, '单选的回答可以决定后面的菱形走哪条。'));
    }
    const required = element('input', { type: 'checkbox', checked: question.validate?.required ?? false });
    required.addEventListener('change', () => change({ required: required.checked }));
    const remove = element('button', { type: 'button', className: 'second', textContent: '去掉这个问题' });
    remove.addEventListener('click', () => {
      alter(id, (json) => {
        json.components = json.components.filter((one) => one.key !== question.key);
      });
      show();
    });
    about.append(element('p', { className: 'actions' }, element('label', {}, required, ' 必须填'), remove));
    list.append(about);
  });
  const more = element('button', { type: 'button', className: 'second', textContent: '加一个问题' });
  more.addEventListener('click', () => {
    alter(id, addQuestion);
    show();
    [...panel.querySelectorAll('.question')].pop()?.querySelector('input').focus();
  });
  list.append(more);
  panel.append(list);
}

// ---- what the guard says

async function handed() {
  // bpmn-js keeps the place of a word that was undone
  registry.filter((one) => one.di?.label && !one.label && !one.businessObject.name
    && one.businessObject.$instanceOf('bpmn:FlowElement')).forEach((one) => {
    delete one.di.label;
  });
  const { xml } = await modeler.saveXML({ format: true });
  const body = new FormData();
  body.append('_csrf', csrf(document)?.value ?? '');
  body.append('base', base);
  body.append('file', new File([xml], board.dataset.file));
  const shown = new Set(registry.filter((one) => one.businessObject?.get?.(FORM_REF)).map((one) => one.businessObject.get(FORM_REF)));
  forms.forEach((form, id) => {
    if (form.changed && shown.has(id)) {
      body.append('file', new File([JSON.stringify(form.json, null, 2)], fileOf(id)));
    }
  });
  return body;
}

const OVER = '登录已经失效，画的都还在。';

/**
 * What is on the board goes to the server. Whoever signed in again meanwhile goes on: his page has another token.
 *
 * @returns the answer; null where nobody is signed in
 */
async function send(address, more = {}) {
  for (const again of [true, false]) {
    const body = await handed();
    Object.entries(more).forEach(([name, value]) => body.append(name, value));
    const answer = await fetch(address, { method: 'POST', body });
    if (!answer.redirected && answer.status !== 401 && answer.status !== 403) {
      return answer;
    }
    const page = new DOMParser().parseFromString(await (await fetch(window.location.pathname)).text(), 'text/html');
    if (!again || !csrf(page)) {
      break;
    }
    csrf(document).value = csrf(page).value;
  }
  over();
  return null;
}

function over() {
  said.replaceChildren(element('li', { className: 'bad' }, OVER,
    element('a', { href: board.dataset.signin, target: '_blank', rel: 'noopener', textContent: '在新窗口重新登录' }), '，再回到这里接着画。'));
  state.textContent = '没有检查';
}

/** An element as the guard calls it, which puts prefixes before what an editor made up. */
const find = (id) => registry.get(id) ?? registry.get(id.replace(/^userTask_/, ''));

const findings = new Map();
function mark({ faults = [], warnings = [] }) {
  overlays.remove({ type: 'guard' });
  said.replaceChildren();
  findings.clear();
  [...faults.map((one) => ({ ...one, bad: true })), ...warnings].forEach((one) => {
    const there = find(one.element);
    const line = element('li', { className: one.bad ? 'bad' : 'mild' });
    const words = element(there ? 'button' : 'span', { className: 'say', textContent: one.sentence });
    if (there) {
      words.type = 'button';
      words.addEventListener('click', () => go(there));
      findings.set(there, [...(findings.get(there) ?? []), one]);
    }
    line.append(words);
    said.append(line);
  });
  findings.forEach((all, there) => {
    const bad = all.some((one) => one.bad);
    const sign = element('div', { className: `guard ${bad ? 'bad' : 'mild'}`, textContent: bad ? '!' : '?', title: all.map((one) => one.sentence).join('\n') });
    overlays.add(there, 'guard', { position: { top: -10, left: -10 }, html: sign });
  });
  tellCards();
  picture.dataset.faults = faults.length;
  state.textContent = faults.length ? `有 ${faults.length} 处要改，改好才能提出` : '没有要改的，可以提出';
}

// ---- the same as a list

const list = document.getElementById('list');
const listed = () => board.dataset.shows === 'list';

/** Goes to an element, in the picture or on the list. */
function go(there) {
  selection.select(there);
  if (listed()) {
    card(there.id)?.scrollIntoView({ block: 'start' });
    panel.querySelector('input, select')?.focus({ preventScroll: true });
  } else {
    canvas.scrollToElement(there);
  }
}

const card = (id) => document.getElementById(id) ?? list.querySelector(`[data-way="${id}"]`);

/** A button on the list that opens what it is about. */
function opens(id, className, textContent, name) {
  const made = element('button', { type: 'button', className: `second ${className}`, textContent, ariaLabel: name });
  made.dataset.opens = id;
  made.addEventListener('click', () => go(registry.get(id)));
  return made;
}

let readings = 0;

/** As the server reads what is drawn, with a way into each step and a place to put one on each arrow. */
async function reread() {
  readings += 1;
  const mine = readings;
  const answer = await send(listAt);
  const cards = await answer?.text();
  // What was asked for later is newer, whichever comes first
  if (!answer?.ok || mine !== readings) {
    return;
  }
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.opens : null;
  list.innerHTML = cards;
  list.querySelectorAll('[id], [data-way]').forEach((one) => {
    const there = registry.get(one.id || one.dataset.way);
    if (!there) {
      return;
    }
    const title = one.querySelector(':scope > .title, :scope > .answer');
    title?.append(opens(there.id, 'change', '改', `改“${titleOf(there)}”`));
    const ways = there.waypoints ? [there] : there.outgoing.filter((way) => way.type === 'bpmn:SequenceFlow');
    const arrow = ways.length === 1 && ways[0];
    if (arrow && !list.querySelector(`.plus[data-opens="${arrow.id}"]`)) {
      const plus = opens(arrow.id, 'plus', one.matches('.join') ? '＋ 汇合以后' : '＋', `在“${titleOf(arrow)}”加一步`);
      if (one.matches('.branch, .event')) {
        title.after(plus);
      } else {
        one[there.waypoints ? 'before' : 'after'](plus);
      }
    }
  });
  chosen();
  tellCards();
  if (focused) {
    list.querySelector(`[data-opens="${focused}"]`)?.focus();
  }
}

/** Back to where the list was left. */
function leave() {
  const [at] = selection.get();
  selection.select(null);
  list.querySelector(`[data-opens="${at?.id}"]`)?.focus();
}
panel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && listed()) {
    leave();
  }
});

function chosen() {
  list.querySelectorAll('.chosen').forEach((one) => one.classList.remove('chosen'));
  selection.get().forEach((one) => card(one.id)?.classList.add('chosen'));
}

/** What the guard says stands on the cards. */
function tellCards() {
  list.querySelectorAll('.told').forEach((one) => one.remove());
  findings.forEach((all, there) => {
    const told = element('ul', { className: 'told' },
      ...all.map((one) => element('li', { className: one.bad ? 'bad' : 'mild', textContent: one.sentence })));
    const on = listed() && card(there.id);
    if (on) {
      (on.querySelector(':scope > .title, :scope > .answer') ?? on).after(told);
    }
  });
}

async function view(how) {
  board.dataset.shows = how;
  document.querySelectorAll('[data-view]').forEach((one) => one.setAttribute('aria-pressed', one.dataset.view === how));
  list.hidden = !listed();
  document.getElementById('held').inert = listed();
  if (listed()) {
    await reread();
  } else {
    fit(canvas);
  }
  show();
}
document.querySelectorAll('[data-view]').forEach((one) => one.addEventListener('click', () => view(one.dataset.view)));

// ---- the guard, a moment after each change

let asked = 0;
let timer;
async function judge() {
  asked += 1;
  const mine = asked;
  if (listed()) {
    await reread();
  }
  state.textContent = '正在检查……';
  try {
    const answer = await send(checkAt);
    const told = await answer?.json();
    if (told && mine === asked) {
      mark(told.faults ? told : { faults: [{ element: '', sentence: told.detail ?? told.message ?? '检查不了，请稍后再试' }] });
    }
  } catch (lost) {
    state.textContent = '连不上服务器，没有检查';
  }
}

function changed() {
  dirty = true;
  picture.dataset.faults = '';
  window.clearTimeout(timer);
  timer = window.setTimeout(judge, WAIT_MS);
}

const tell = (words) => {
  state.textContent = words;
};

// ---- the page

const where = document.getElementById('where');
function places() {
  const all = registry.filter((one) => one !== canvas.getRootElement() && !one.labelTarget && one.type !== 'bpmn:Association'
    && one.type !== 'bpmn:TextAnnotation' && (one.waypoints || one.businessObject.name));
  const [at] = selection.get();
  where.replaceChildren(element('option', { value: '', textContent: '选一处' }), ...all
    .map((one) => ({ id: one.id, title: titleOf(one) })).sort((a, b) => a.title.localeCompare(b.title, 'zh'))
    .map(({ id, title }) => element('option', { value: id, textContent: title, selected: at?.id === id })));
}
where.addEventListener('change', () => {
  const there = registry.get(where.value);
  if (there) {
    go(there);
  }
});

document.getElementById('blocks').append(...adding());
document.querySelectorAll('[data-do]').forEach((button) => button.addEventListener('click', () => {
  const what = button.dataset.do;
  if (what === 'undo' || what === 'redo') {
    commands[what]();
  } else if (what === 'walk') {
    modeler.saveXML().then(({ xml }) => walk(board.dataset.title, xml));
  } else if (what === 'fit') {
    fit(canvas);
  } else {
    canvas.zoom(canvas.zoom() * (what === 'in' ? ZOOM : 1 / ZOOM));
  }
}));

const events = modeler.get('eventBus');
events.on('selection.changed', () => {
  show();
  chosen();
  places();
});
events.on('commandStack.changed', () => {
  changed();
  places();
  // A field that is being typed in stays
  if (!panel.contains(document.activeElement)) {
    show();
  }
});

window.addEventListener('beforeunload', (event) => {
  if (dirty && !sent) {
    event.preventDefault();
  }
});

document.getElementById('propose').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await send(proposeAt, { reason: event.target.elements.reason.value });
  const told = await answer?.json();
  if (!told) {
    return;
  }
  if (answer.ok && told.page) {
    sent = true;
    window.location.assign(told.page);
  } else {
    mark(told.faults ? told : { faults: [{ element: '', sentence: told.detail ?? '没有提出，请稍后再试' }] });
  }
});

places();
const wanted = new URLSearchParams(window.location.search).get('view');
await view(wanted === 'list' ? 'list' : 'picture');
const here = registry.get(decodeURIComponent(window.location.hash.slice(1)));
if (here) {
  go(here);
}
picture.dataset.drawn = 'true';
