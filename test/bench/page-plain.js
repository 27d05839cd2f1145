import { conversation } from './data.js';
import { createMeasures } from './measure.js';
import { openPlain } from './plain.js';

const count = Number(new URLSearchParams(location.search).get('n'));
const messages = [...conversation(count)];
const kit = openPlain(document.getElementById('root'), messages);
const older = () => [...conversation(30, 'o')];
globalThis.bench = createMeasures(kit, { last: `m${count - 1}:`, older });
globalThis.opened = globalThis.bench.opened();
