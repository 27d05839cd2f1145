import { blocks } from './blocks.js';
import { callList } from './call-list.js';
import { calls } from './calls.js';
import { groups } from './groups.js';
import { members } from './members.js';
import { users } from './users.js';

/** People, their groups and their calls. */
export const people = { ...users, ...blocks, ...groups, ...members, ...calls, ...callList };
