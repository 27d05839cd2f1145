import type { AppSettings } from '../../../protocol/settings.js';
import { command, query, type OwnManagement } from '../context.js';
import { booleanOf, given, refuse, withoutUndefined } from '../checks/input.js';
import { rightsChanged } from '../rules/roles.js';
import { settingsKey } from '../settings.js';

/** M9, M11: what moves a conversation, and where large groups begin. */
export const manageSettings: Pick<OwnManagement, 'settings.get' | 'settings.update'> = {
  'settings.get': query(({ settings }) => Promise.resolve(settings)),

  'settings.update': command((context, params) => {
    const { work, settings, sessions } = context;
    const flag = (name: keyof AppSettings) =>
      given(params[name], (value) => booleanOf(value, name));
    const count = (name: keyof AppSettings) => given(params[name], (value) => countOf(value, name));
    const changed: AppSettings = {
      ...settings,
      ...withoutUndefined({
        updateOnCallActivity: flag('updateOnCallActivity'),
        updateOnGroupActions: flag('updateOnGroupActions'),
        updateOnCustomMessage: flag('updateOnCustomMessage'),
        updateOnReplies: flag('updateOnReplies'),
        moderation: flag('moderation'),
        receiptMembers: count('receiptMembers'),
        typingMembers: count('typingMembers'),
      }),
    };
    work.put('meta', { key: settingsKey, value: JSON.stringify(changed) });
    rightsChanged(context, sessions.online());
    return Promise.resolve(changed);
  }),
};

/** A whole number of anything, zero included. */
function countOf(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw refuse('invalid', 'MISSING_PARAMETERS', `"${what}" must be a whole number.`);
}
