import type { JsonObject, GroupType, Scope } from './records.js';
import type { BatchResult } from './operations.js';

/** One line of a chat log, as it stands in the file. */
export interface LogLine {
  /** ISO 8601. */
  readonly at: string;
  /** An `action` is "/me waves". */
  readonly kind: 'message' | 'action';
  readonly from: string;
  readonly text: string;
}
export interface ImportResult {
  readonly accepted: number;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
}

/**
 * What the app's own server does, with a REST API Key: never from a browser session.
 * Every operation is idempotent by `commandId` as those of a session are.
 */
export interface ManagementOperations {
  'user.create': {
    params: {
      readonly uid: string;
      readonly name: string;
      readonly avatar?: string;
      readonly role?: string;
      readonly statusMessage?: string;
      readonly metadata?: JsonObject;
      readonly tags?: readonly string[];
    };
    result: { readonly uid: string };
  };
  'user.deactivate': { params: { readonly uid: string }; result: object };
  'user.reactivate': { params: { readonly uid: string }; result: object };
  'token.create': { params: { readonly uid: string }; result: { readonly token: string } };
  /** One token, or all of a user: ends those sessions at once. */
  'token.delete': { params: { readonly uid: string; readonly token?: string }; result: object };
  'friend.add': {
    params: { readonly uid: string; readonly uids: readonly string[] };
    result: BatchResult;
  };
  'friend.remove': {
    params: { readonly uid: string; readonly uids: readonly string[] };
    result: BatchResult;
  };
  'group.create': {
    params: {
      readonly guid: string;
      readonly name: string;
      readonly type: GroupType;
      readonly owner: string;
      readonly password?: string;
      readonly description?: string;
      readonly icon?: string;
      readonly members?: Readonly<Record<string, Scope>>;
    };
    result: { readonly guid: string };
  };
  /** Lines of a log into a group, oldest first; people who are not there yet are created and become members. */
  'message.import': {
    params: {
      readonly guid: string;
      readonly firstLine: number;
      readonly lines: readonly string[];
    };
    result: ImportResult;
  };
}
export type ManagementName = keyof ManagementOperations;

/** Made by a backend's factory from App ID and REST API Key. */
export interface Management {
  request<N extends ManagementName>(
    name: N,
    params: ManagementOperations[N]['params'],
    commandId?: string,
  ): Promise<ManagementOperations[N]['result']>;
}
