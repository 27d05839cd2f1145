import type { AppSettings } from '../../protocol/settings.js';
import type { MetaRow } from './storage/rows.js';
import type { App } from './types.js';

/** Holds what management has changed of the settings that the app was opened with. */
export const settingsKey = 'settings';

export function settingsFrom({ settings }: App, row: MetaRow | undefined): AppSettings {
  return { ...settings, ...(row && (JSON.parse(String(row.value)) as Partial<AppSettings>)) };
}
