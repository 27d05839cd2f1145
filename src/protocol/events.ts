import type { ErrorRecord } from './errors.js';
import type { Changes, JsonObject } from './records.js';
import type { OperationName } from './operations.js';

/** What a backend pushes. Delivery is at least once and in any order: records carry `rev`, messages `seq`. */
export type BackendEvent =
  | {
      readonly type: 'changed';
      readonly changes: Changes;
      /** What caused it, and who did it: `appUser`, where the app did. `preview`: a page behind a link was read. */
      readonly cause?: OperationName | 'presence' | 'management' | 'preview';
      readonly actor?: string;
      /** Only to its author: names the command that is thereby confirmed, even if its reply was lost. */
      readonly commandId?: string;
    }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly uid: string;
      readonly typing: boolean;
      /** The thread it is written in. */
      readonly parentId?: string;
      readonly metadata?: JsonObject;
    }
  | {
      readonly type: 'transient';
      readonly conversationId: string;
      readonly uid: string;
      readonly data: JsonObject;
    }
  /**
   * Changed in bulk, or the viewer's own rights in it have: whatever is shown of it is fetched again. Without a
   * conversation everything is, and `session.get` too: their role or the app's settings have changed (N4).
   */
  | { readonly type: 'refetch'; readonly conversationId?: string }
  /** Someone's interactions have met the goal of an interactive message: to its author and to them. */
  | {
      readonly type: 'goal';
      readonly conversationId: string;
      readonly messageId: string;
      readonly uid: string;
      readonly at: number;
    }
  /** The session is over (token deleted, signed out elsewhere, deactivated). Nothing follows. */
  | { readonly type: 'ended'; readonly error: ErrorRecord };

/**
 * `online`: connected, nothing was missed. `resync`: connected, but events may have been missed, so whatever is on
 * screen must be fetched again before anyone says "up to date".
 */
export type ConnectionStatus = 'connecting' | 'online' | 'resync' | 'offline';
