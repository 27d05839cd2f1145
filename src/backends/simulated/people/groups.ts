import type { GroupType, Scope } from '../../../protocol/records.js';
import { drawIcon } from './faces.js';

export interface SeedGroup {
  readonly guid: string;
  readonly name: string;
  readonly type: GroupType;
  readonly owner: string;
  readonly description?: string;
  readonly password?: string;
  readonly icon?: string;
  readonly members: Readonly<Record<string, Scope>>;
}

function members(participants: readonly string[], more: Readonly<Record<string, Scope>> = {}) {
  return {
    ...Object.fromEntries(participants.map((uid) => [uid, 'participant' as const])),
    ...more,
  };
}

/** Six groups: Ana owns the first, moderates the second, is a member of the third and not yet of the others. */
export const groups: readonly SeedGroup[] = [
  {
    guid: 'kiln',
    name: 'Kiln & Makers',
    type: 'public',
    owner: 'ana',
    description: 'The studio’s everyday: firings, glazes, tea.',
    members: members(
      ['lena', 'omar', 'yu', 'priya', 'noor', 'mateo', 'ingrid', 'kwame', 'chiara'],
      { ben: 'admin' },
    ),
  },
  {
    guid: 'hikes',
    name: 'Weekend hikes',
    type: 'public',
    owner: 'ingrid',
    description: 'Nobody is too slow. There is always cake.',
    icon: drawIcon(
      [95, 160],
      '<path d="M14 70l22-36 14 20 9-12 23 28z"/><circle cx="68" cy="28" r="7"/>',
    ),
    members: members(['ana', 'lena', 'omar', 'noor'], { kwame: 'admin' }),
  },
  {
    guid: 'rota',
    name: 'Support rota',
    type: 'private',
    owner: 'priya',
    description: 'One week each; an answer within a day.',
    members: members(['ana', 'lena'], { kwame: 'moderator' }),
  },
  {
    guid: 'darkroom',
    name: 'Darkroom club',
    type: 'password',
    owner: 'omar',
    // Whoever wants to try it finds the password here.
    description: 'Film, paper, patience. The password is on the door: fixer',
    password: 'fixer',
    icon: drawIcon(
      [355, 330],
      '<circle cx="48" cy="48" r="24"/><path d="M48 24v20M70 40l-18 10M60 69L50 52M36 69l10-17M26 40l18 10"/>',
    ),
    members: members(['sofia-k', 'ingrid'], { kwame: 'admin' }),
  },
  {
    guid: 'board',
    name: 'Studio board',
    type: 'private',
    owner: 'priya',
    members: members(['kwame'], { ben: 'admin' }),
  },
  {
    guid: 'cinema',
    name: 'Kino am Mittwoch',
    type: 'public',
    owner: 'lena',
    description: 'Every Wednesday one film. Whoever comes, votes.',
    icon: drawIcon(
      [268, 300],
      '<rect x="20" y="30" width="56" height="38" rx="6"/><path d="M41 40v18l16-9z"/>',
    ),
    members: members(['mateo', 'yu', 'noor', 'ingrid'], { chiara: 'moderator' }),
  },
];
