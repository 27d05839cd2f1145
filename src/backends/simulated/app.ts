import { pages } from './people/pages.js';
import type { App } from './types.js';

/** The one app of a simulated world. Its keys open nothing but a database in this browser. */
export const demoApp: App = {
  appId: 'demo',
  region: 'local',
  authKey: 'demo-auth-key',
  restApiKey: 'demo-rest-api-key',
  name: 'Demo',
  roles: [
    'potter',
    'designer',
    'apprentice',
    'bookkeeper',
    'guide',
    'engineer',
    'photographer',
  ].map((role) => ({ role, name: role[0]!.toUpperCase() + role.slice(1) })),
  pages,
  settings: {
    updateOnCallActivity: true,
    updateOnGroupActions: true,
    updateOnCustomMessage: true,
    updateOnReplies: false,
  },
};
