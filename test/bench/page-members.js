import { me } from './data.js';
import { openMembers } from './kit.js';
import { createListMeasures } from './measure-list.js';

const world = new URLSearchParams(location.search).get('world');
const kit = openMembers(document.getElementById('root'), world, me);
globalThis.bench = createListMeasures(kit);
globalThis.opened = globalThis.bench.opened();
