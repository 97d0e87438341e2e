// 试走: a token goes through a copy of a drawing, in a window of its own. What is drawn is not touched.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import { element, later, open } from './later.js';

/** @param xml the drawing as it is now */
export async function walk(title, xml) {
  const picture = element('div', { className: 'picture' });
  const told = element('p', { className: 'told' });
  told.setAttribute('role', 'status');
  const pause = element('button', { type: 'button', className: 'second', textContent: '暂停', disabled: true });
  const again = element('button', { type: 'button', className: 'second', textContent: '从头再走' });
  const dialog = open(`试走：${title}`, '点 ▶ 开始；停在哪一步，再点那里的 ▶ 接着走。菱形上的叉口换一条路。试走什么也不改，不发通知。',
    element('p', { className: 'actions' }, pause, ' ', again), told, picture);
  dialog.classList.add('walking');
  const { simulate } = await later('tokens');
  const run = await simulate(NavigatedViewer, picture, xml, {
    tell: (words) => {
      told.textContent = words;
    },
    paused: (may, is) => {
      pause.disabled = !may;
      pause.textContent = is ? '继续' : '暂停';
    },
  });
  pause.addEventListener('click', run.pause);
  again.addEventListener('click', run.again);
  dialog.addEventListener('close', run.end);
  dialog.dataset.shown = 'true';
}
