import { me } from './data.js';
import { openKit } from './kit.js';
import { createMeasures } from './measure.js';

const count = Number(new URLSearchParams(location.search).get('n'));
const kit = openKit(document.getElementById('root'), `bench-${count}`, me);
globalThis.bench = createMeasures(kit, { last: `m${count - 1}:`, older: () => [] });
globalThis.opened = globalThis.bench.opened();
