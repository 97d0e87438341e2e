// Renders a form in the version that Tasklist renders with.
import { createForm } from '@bpmn-io/form-js-viewer';

import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';

export const render = (container, schema, data) => createForm({ container, schema, data });
