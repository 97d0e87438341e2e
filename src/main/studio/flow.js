// Drawings on a page: to look at, to move about, and to find a step of one in the list above.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import { fit } from './fit.js';
import { walk } from './walk.js';

const STEP = 1.25;
// Ids of elements that stand out, by the class that they get
const MARKS = { open: 'now', added: 'added', removed: 'removed', changed: 'changed' };

function show(id) {
  document.querySelectorAll('.here').forEach((block) => block.classList.remove('here'));
  const block = document.getElementById(id);
  if (block) {
    block.classList.add('here');
    block.scrollIntoView({ block: 'center' });
  }
}

async function draw(picture) {
  // The wheel scrolls the page
  const viewer = new NavigatedViewer({ container: picture, zoomScroll: { enabled: false } });
  const canvas = viewer.get('canvas');
  const again = () => {
    // What is not shown has no size to fit into
    if (picture.clientWidth && picture.clientHeight) {
      fit(canvas);
    }
  };

  const response = await fetch(picture.dataset.diagram);
  const xml = await response.text();
  await viewer.importXML(xml);
  fit(canvas);
  Object.entries(MARKS).forEach(([ids, mark]) => (picture.dataset[ids] ?? '').split(' ')
    .filter((id) => id && viewer.get('elementRegistry').get(id))
    .forEach((id) => canvas.addMarker(id, mark)));

  viewer.get('eventBus').on('element.click', ({ element }) => show(element.id));
  picture.parentElement.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => {
    const by = { in: STEP, out: 1 / STEP }[button.dataset.zoom];
    if (by) {
      canvas.zoom(canvas.zoom() * by);
    } else {
      fit(canvas);
    }
  }));
  picture.parentElement.querySelector('[data-walk]')?.addEventListener('click', (event) => walk(event.target.dataset.walk, xml));
  window.addEventListener('resize', again);
  window.matchMedia('print').addEventListener('change', again);
  picture.dataset.drawn = 'true';
}

await Promise.all([...document.querySelectorAll('[data-diagram]')].map(draw));
