// The drawing on a flow's page: to look at, to move about, and to find a step of it in the list above.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

const STEP = 1.25;
const ROOM = 16;

const picture = document.getElementById('picture');
// The wheel scrolls the page
const viewer = new NavigatedViewer({ container: picture, zoomScroll: { enabled: false } });
const canvas = viewer.get('canvas');

function fit() {
  canvas.zoom('fit-viewport');
  const box = canvas.viewbox();
  canvas.viewbox({ ...box, x: box.inner.x - ROOM, y: box.inner.y - ROOM, width: box.inner.width + 2 * ROOM,
    height: box.inner.height + 2 * ROOM });
}

function show(id) {
  document.querySelectorAll('.here').forEach((block) => block.classList.remove('here'));
  const block = document.getElementById(id);
  if (block) {
    block.classList.add('here');
    block.scrollIntoView({ block: 'center' });
  }
}

const response = await fetch(picture.dataset.diagram);
await viewer.importXML(await response.text());
fit();
(picture.dataset.open ?? '').split(' ').filter((id) => id && viewer.get('elementRegistry').get(id))
  .forEach((id) => canvas.addMarker(id, 'now'));

viewer.get('eventBus').on('element.click', ({ element }) => show(element.id));
document.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => {
  const by = { in: STEP, out: 1 / STEP }[button.dataset.zoom];
  if (by) {
    canvas.zoom(canvas.zoom() * by);
  } else {
    fit();
  }
}));
const again = () => {
  // What is not shown has no size to fit into
  if (picture.clientWidth && picture.clientHeight) {
    canvas.resized();
    fit();
  }
};
window.addEventListener('resize', again);
window.matchMedia('print').addEventListener('change', again);
picture.dataset.drawn = 'true';
