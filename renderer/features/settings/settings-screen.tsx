/**
 * Settings of this computer, each applied at once; the policies, which the book keeps; and the book's own (passphrase,
 * recovery), which come from the vault.
 */
import { NativeSelect, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DeviceSettings } from '../../../shared/contract/app.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { showFault } from '../../components/toasts.tsx';
import { PoliciesSection } from './policies-section.tsx';
import './settings.css';

export type SettingsScreenProps = {
  readonly vaultSection: ReactNode;
  /** Opened for what Duebook is and which version. */
  readonly showAbout?: boolean;
};

const zooms = [80, 90, 100, 110, 125, 150, 175, 200];
const lockTimes = [0, 1, 2, 5, 10, 15, 30, 60];

export function SettingsScreen({ vaultSection, showAbout = false }: SettingsScreenProps) {
  const settings = useCall('app.settings', {});
  const change = useCommand('app.changeSettings');
  const set = (part: Partial<DeviceSettings>) =>
    change.mutate(part, {
      onSuccess: () => void settings.refetch(),
      onError: (error) => showFault(error.fault),
    });
  return (
    <div className="screen settings">
      <PageHeader title="Settings" detail="Those of this computer are applied at once" />
      <FaultAlert fault={settings.error?.fault} />
      {settings.data ? <DeviceSection settings={settings.data} set={set} /> : null}
      <PoliciesSection />
      {vaultSection}
      <AboutSection shown={showAbout} />
    </div>
  );
}

type DeviceSectionProps = { readonly settings: DeviceSettings; set(part: Partial<DeviceSettings>): void };

function DeviceSection({ settings, set }: DeviceSectionProps) {
  return (
    <>
      <Section title="Display">
        <Row
          label="Theme"
          control={
            <SegmentedControl
              aria-label="Theme"
              value={settings.theme}
              onChange={(theme) => set({ theme })}
              data={[
                { value: 'system', label: 'As the system' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
            />
          }
        />
        <Row
          label="Zoom"
          control={
            <NativeSelect
              w={140}
              aria-label="Zoom"
              value={String(settings.zoomPercent)}
              onChange={(event) => set({ zoomPercent: Number(event.currentTarget.value) })}
              data={withCurrent(zooms, settings.zoomPercent).map((zoom) => ({
                value: String(zoom),
                label: `${zoom} %`,
              }))}
            />
          }
        />
      </Section>
      <Section title="Locking">
        <Row
          label="Lock after"
          detail="Without a key or the mouse. What you are typing is kept."
          control={
            <NativeSelect
              w={140}
              aria-label="Lock after"
              value={String(settings.lockAfterMinutes)}
              onChange={(event) => set({ lockAfterMinutes: Number(event.currentTarget.value) })}
              data={withCurrent(lockTimes, settings.lockAfterMinutes).map((minutes) => ({
                value: String(minutes),
                label: minutesWords(minutes),
              }))}
            />
          }
        />
        <Row
          label="Lock with the computer"
          detail="When the computer is locked or goes to sleep, the book is too."
          control={
            <Switch
              aria-label="Lock with the computer"
              checked={settings.lockWhenComputerLocks}
              onChange={(event) => set({ lockWhenComputerLocks: event.currentTarget.checked })}
            />
          }
        />
      </Section>
      <Section title="Reminders">
        <Row
          label="Notify when a reminder comes due"
          detail="A notification of the system, even when another window is in front."
          control={
            <Switch
              aria-label="Notify when a reminder comes due"
              checked={settings.notifyReminders}
              onChange={(event) => set({ notifyReminders: event.currentTarget.checked })}
            />
          }
        />
        <Row
          label="Names in notifications"
          detail="Off unless you switch it on: a notification can be read by whoever stands at the desk or sees the locked screen, and would tell them about a debt."
          control={
            <Switch
              aria-label="Names in notifications"
              checked={settings.namesInNotifications}
              disabled={!settings.notifyReminders}
              onChange={(event) => set({ namesInNotifications: event.currentTarget.checked })}
            />
          }
        />
        <MorningRow />
        <Row
          label="Keep running in the tray"
          detail="A mark beside the clock says how many reminders are due, and closing the window leaves Duebook running there. Reminders are told only while the book is unlocked."
          control={
            <Switch
              aria-label="Keep running in the tray"
              checked={settings.keepInTray}
              onChange={(event) => set({ keepInTray: event.currentTarget.checked })}
            />
          }
        />
        <LoginRows settings={settings} set={set} />
      </Section>
    </>
  );
}

/** Kept in the book: the hour belongs to the office, not to one computer. */
function MorningRow() {
  const kept = useCall('reminders.settings', {});
  const change = useCommand('reminders.setMorning');
  if (!kept.data) return null;
  return (
    <Row
      label="Reminders of a day ring at"
      detail="For those that have a day and no hour, in the time zone where you are on that day. Kept in this book."
      control={
        <TextInput
          type="time"
          w={140}
          aria-label="Reminders of a day ring at"
          defaultValue={kept.data.morning}
          onBlur={(event) => {
            const morning = event.currentTarget.value;
            if (!/^\d\d:\d\d$/.test(morning) || morning === kept.data.morning) return;
            change.mutate({ morning }, { onError: (error) => showFault(error.fault) });
          }}
        />
      }
    />
  );
}

function LoginRows({ settings, set }: DeviceSectionProps) {
  const info = useCall('app.info', {});
  const can = info.data?.canStartAtLogin ?? false;
  return (
    <>
      <Row
        label="Start when you log in"
        detail={
          can
            ? 'Duebook opens with its lock: the passphrase is asked for before anything can be read or told.'
            : 'Only an installed Duebook can be started when you log in.'
        }
        control={
          <Switch
            aria-label="Start when you log in"
            checked={settings.startAtLogin}
            disabled={!can}
            onChange={(event) => set({ startAtLogin: event.currentTarget.checked })}
          />
        }
      />
      <Row
        label="Start hidden in the tray"
        detail="Started at login, no window opens until you click the mark in the tray."
        control={
          <Switch
            aria-label="Start hidden in the tray"
            checked={settings.startHidden}
            disabled={!can || !settings.startAtLogin || !settings.keepInTray}
            onChange={(event) => set({ startHidden: event.currentTarget.checked })}
          />
        }
      />
    </>
  );
}

/** The offered values, and the present one if it was set elsewhere (the menu zooms in steps of its own). */
function withCurrent(offered: readonly number[], current: number): readonly number[] {
  return offered.includes(current) ? offered : [...offered, current].sort((a, b) => a - b);
}

function minutesWords(minutes: number): string {
  if (minutes === 0) return 'Never';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function AboutSection({ shown }: { readonly shown: boolean }) {
  const info = useCall('app.info', {});
  const section = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!shown || !info.data) return;
    section.current?.scrollIntoView();
    section.current?.focus();
  }, [shown, info.data]);
  const about = info.data;
  return (
    <section ref={section} tabIndex={-1} aria-label="About Duebook" className="settings-section">
      <h2>About Duebook</h2>
      {about ? (
        <Stack gap={4} p="xs">
          <Text size="sm">Duebook {about.version}</Text>
          <Text size="sm" c="dimmed">
            Electron {about.electron}, Chromium {about.chromium}, {platformWords[about.platform]}, time zone{' '}
            {about.zone}
          </Text>
          {about.fallbackRuntime ? (
            <Text size="sm" c="dimmed">
              This copy runs on the runtime meant for development on restricted networks. Do not keep real
              books with it.
            </Text>
          ) : null}
          <Text size="sm" c="dimmed">
            Everything stays on this computer, encrypted. Duebook never connects to a network. Free software
            under the MIT licence.
          </Text>
        </Stack>
      ) : null}
    </section>
  );
}

const platformWords = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' } as const;

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="settings-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type RowProps = { readonly label: string; readonly detail?: string; readonly control: ReactNode };

function Row({ label, detail, control }: RowProps) {
  return (
    <div className="settings-row">
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        {detail === undefined ? null : (
          <Text size="sm" c="dimmed" maw={460}>
            {detail}
          </Text>
        )}
      </div>
      {control}
    </div>
  );
}
