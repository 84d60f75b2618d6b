/**
 * The settings of this computer: theme, zoom, when to lock. Kept outside the book because they are needed
 * while it is locked, so nothing about a debtor may ever stand here; the schema has no place for it.
 * A damaged file costs the fields that cannot be read, never the start.
 */
import { type DeviceSettings, deviceSettings } from '../../shared/contract/app.ts';
import { type JsonWriter, makeJsonWriter, readJson } from './atomic-json.ts';

export const defaultSettings: DeviceSettings = {
  theme: 'system',
  zoomPercent: 100,
  lockAfterMinutes: 15,
  lockWhenComputerLocks: true,
  notifyReminders: true,
  namesInNotifications: false,
  keepInTray: false,
  startAtLogin: false,
  startHidden: false,
};

/** Takes from a stored value each field that is valid, and the default for the rest. */
export function settingsFrom(stored: unknown): DeviceSettings {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return defaultSettings;
  const valid: Record<string, unknown> = { ...defaultSettings };
  for (const [field, schema] of Object.entries(deviceSettings.shape)) {
    if (!Object.hasOwn(stored, field)) continue;
    const checked = schema.safeParse((stored as Record<string, unknown>)[field]);
    if (checked.success) valid[field] = checked.data;
  }
  return deviceSettings.parse(valid);
}

export type SettingsFile = {
  current(): DeviceSettings;
  /** Fields left out keep their value; in force at once, on disk soon after. */
  change(fields: { readonly [F in keyof DeviceSettings]?: DeviceSettings[F] | undefined }): DeviceSettings;
  settled(): Promise<void>;
};

export async function openSettingsFile(
  file: string,
  failed: (error: unknown) => void,
): Promise<SettingsFile> {
  let settings = settingsFrom(await readJson(file));
  const writer: JsonWriter = makeJsonWriter(file, failed);
  return {
    current: () => settings,
    change(fields) {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      settings = deviceSettings.parse({ ...settings, ...given });
      writer.write(settings);
      return settings;
    },
    settled: () => writer.settled(),
  };
}
