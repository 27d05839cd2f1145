import { me } from './data.js';
import { openKit } from './kit.js';
import { createMeasures } from './measure.js';

const query = new URLSearchParams(location.search);
const count = Number(query.get('n'));
const kit = openKit(document.getElementById('root'), query.get('world'), me);
globalThis.bench = createMeasures(kit, { last: `m${count - 1}:`, older: () => [] });
globalThis.opened = globalThis.bench.opened();
