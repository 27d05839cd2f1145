import { createContext } from '@lit/context';
import type { ChatClient } from '../client/types.js';
import type { Target } from '../protocol/ids.js';

// Keys by name and major version: two copies of the kit on one page share them.

/** The client of the nearest scope. */
export const clientContext = createContext<ChatClient | undefined>(
  Symbol.for('chat-elements/client@0'),
);
/** The conversation on show in the nearest scope. */
export const targetContext = createContext<Target | undefined>(
  Symbol.for('chat-elements/target@0'),
);
