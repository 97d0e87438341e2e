// What lets a token go through a drawing; loaded when somebody asks for it.
import Animation from 'bpmn-js-token-simulation/lib/animation';
import ContextPadsModule from 'bpmn-js-token-simulation/lib/features/context-pads';
import ContextPads from 'bpmn-js-token-simulation/lib/features/context-pads/ContextPads';
import PauseHandler from 'bpmn-js-token-simulation/lib/features/context-pads/handler/PauseHandler';
import ElementNotificationsModule from 'bpmn-js-token-simulation/lib/features/element-notifications';
import ElementNotifications from 'bpmn-js-token-simulation/lib/features/element-notifications/ElementNotifications';
import ExclusiveGatewaySettings from 'bpmn-js-token-simulation/lib/features/exclusive-gateway-settings';
import InclusiveGatewaySettings from 'bpmn-js-token-simulation/lib/features/inclusive-gateway-settings';
import NeutralElementColors from 'bpmn-js-token-simulation/lib/features/neutral-element-colors';
import PauseSimulation from 'bpmn-js-token-simulation/lib/features/pause-simulation';
import ResetSimulation from 'bpmn-js-token-simulation/lib/features/reset-simulation';
import SimulationState from 'bpmn-js-token-simulation/lib/features/simulation-state';
import TokenCount from 'bpmn-js-token-simulation/lib/features/token-count';
import Simulator from 'bpmn-js-token-simulation/lib/simulator';
import * as EVENTS from 'bpmn-js-token-simulation/lib/util/EventHelper';

import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';

import { fit } from './fit.js';

// Below this what can be pressed is not shown
const SMALLEST = 0.6;
// When events are heard: before what shows them, and after it
const EARLY = 1500;
const LATE = 100;
// Somebody has to do something there, or something has to happen
const WAITS = ['bpmn:UserTask', 'bpmn:CallActivity'];

const nameOf = (one) => (one.businessObject.name ?? '').replace(/\s+/g, '');

function words(one) {
  const name = nameOf(one) && `“${nameOf(one)}”`;
  if (one.type.endsWith('Gateway')) {
    return `${name || '菱形'}换一条路`;
  }
  if (WAITS.includes(one.type)) {
    return `${name}办完了，接着走`;
  }
  return one.type === 'bpmn:StartEvent' && one.parent.type === 'bpmn:Process' ? '开始' : `${name || '这件事'}发生了`;
}

class Pads extends ContextPads {
  static $inject = ContextPads.$inject;

  // Steps stop of themselves, so that there is nothing to be set
  registerHandler(type, handler) {
    if (handler !== PauseHandler) {
      super.registerHandler(type, handler);
    }
  }

  _addOverlay(one, options) {
    options.html.title = words(one);
    options.html.classList.toggle('way', one.type.endsWith('Gateway'));
    super._addOverlay(one, options);
  }
}

class Finished extends ElementNotifications {
  static $inject = ElementNotifications.$inject;

  addElementNotification(one, options) {
    super.addElementNotification(one, { ...options, text: '走完了' });
  }
}

/**
 * @param Viewer of bpmn-js, which moves about
 * @param page tell(words) where it stands; paused(may, is) whether it may be stopped, and is
 * @returns pause, again, end
 */
export async function simulate(Viewer, container, xml, page) {
  const viewer = new Viewer({
    container,
    additionalModules: [
      Simulator, Animation, ContextPadsModule, SimulationState, PauseSimulation, ResetSimulation, TokenCount,
      ExclusiveGatewaySettings, InclusiveGatewaySettings, NeutralElementColors, ElementNotificationsModule,
      {
        __init__: ['pauseSimulation', 'resetSimulation'],
        contextPads: ['type', Pads],
        elementNotifications: ['type', Finished],
        // The page has buttons with words
        notifications: ['value', { showNotification() {} }],
        tokenSimulationPalette: ['value', { addEntry() {} }],
      },
    ],
  });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const events = viewer.get('eventBus');
  const registry = viewer.get('elementRegistry');
  const simulator = viewer.get('simulator');
  const pausing = viewer.get('pauseSimulation');
  const colors = { primary: '#1b6e3c', auxiliary: '#fff' };

  function home() {
    fit(canvas);
    if (canvas.zoom() < SMALLEST) {
      canvas.zoom(SMALLEST);
      canvas.scrollToElement(registry.find((one) => one.type === 'bpmn:StartEvent' && one.parent.type === 'bpmn:Process'), 60);
    }
  }

  const stands = () => [...new Set(simulator.findSubscriptions(({ event }) => event.type === 'continue'
    || event.element?.type === 'bpmn:IntermediateCatchEvent').map((one) => one.element))];
  let before = [];
  let finished = false;
  function tell() {
    const now = stands();
    const fresh = now.filter((one) => !before.includes(one));
    before = now;
    if (fresh.length) {
      canvas.scrollToElement(fresh[0], 60);
    }
    page.tell(now.length ? `停在：${now.map((one) => nameOf(one) || '等待').join('、')}` : finished ? '走完了' : '');
    // Whoever goes on by keyboard need not look for the place
    if (fresh.length && container.contains(document.activeElement)) {
      viewer.get('overlays').get({ element: fresh[0], type: 'bts-context-menu' })
        .map(({ html }) => html).find((html) => !html.classList.contains('hidden'))?.focus({ preventScroll: true });
    }
  }
  events.on(EVENTS.SCOPE_CREATE_EVENT, EARLY, ({ scope }) => {
    scope.colors = colors;
  });
  events.on(EVENTS.SCOPE_DESTROYED_EVENT, ({ scope }) => {
    if (scope.element.type === 'bpmn:Process') {
      finished = scope.completed;
    }
  });
  events.on('tokenSimulation.simulator.tick', LATE, tell);
  events.on(EVENTS.RESET_SIMULATION_EVENT, LATE, () => {
    finished = false;
    tell();
  });
  events.on([EVENTS.PLAY_SIMULATION_EVENT, EVENTS.PAUSE_SIMULATION_EVENT, EVENTS.RESET_SIMULATION_EVENT, EVENTS.SCOPE_CREATE_EVENT], LATE,
    () => window.queueMicrotask(() => page.paused(pausing.isActive, pausing.isActive && pausing.isPaused)));

  canvas.getContainer().parentNode.classList.add('simulation');
  events.fire(EVENTS.TOGGLE_MODE_EVENT, { active: true });
  registry.filter((one) => WAITS.includes(one.type)).forEach((one) => simulator.waitAtElement(one));
  home();
  return {
    pause: () => pausing.toggle(),
    again: () => {
      viewer.get('resetSimulation').resetSimulation();
      home();
    },
    end: () => viewer.destroy(),
  };
}
