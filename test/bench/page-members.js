import 'chat-elements/elements/chat-group-members.js';
import { me } from './data.js';
import { listHandles, openList } from './kit.js';
import { createListMeasures } from './measure-list.js';
import { guid } from './world.js';

const world = new URLSearchParams(location.search).get('world');
const { list } = openList(document.getElementById('root'), 'chat-group-members', world, me);
list.guid = guid;
const kit = listHandles(list);
globalThis.bench = createListMeasures(kit);
globalThis.opened = globalThis.bench.opened();
