/**
 * The native menu. Every entry has the key a user of that system expects; what needs an open book is grey
 * without one. It is built anew when the book, the theme or the zoom changes.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { DeviceSettings } from '../../shared/contract/app.ts';
import type { GoTarget } from '../../shared/contract/events.ts';
import { nextZoom } from './zoom.ts';

export type MenuActions = {
  go(to: GoTarget): void;
  lock(): void;
  quit(): void;
  setTheme(theme: DeviceSettings['theme']): void;
  setZoom(zoomPercent: number): void;
};

export type MenuState = { readonly bookOpen: boolean; readonly settings: DeviceSettings };

const areas = [
  { label: 'Today', to: 'today' },
  { label: 'Accounts', to: 'accounts' },
  { label: 'Calendar', to: 'calendar' },
  { label: 'Letters', to: 'letters' },
  { label: 'Plans and promises', to: 'plans' },
  { label: 'Scripts', to: 'scripts' },
  { label: 'Strategies', to: 'strategies' },
  { label: 'Reports', to: 'reports' },
  { label: 'Import', to: 'import' },
  { label: 'Money received', to: 'incoming' },
  { label: 'Law and rules', to: 'rules' },
] as const satisfies readonly { label: string; to: GoTarget }[];

export function menuTemplate(
  { bookOpen, settings }: MenuState,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const mac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const goTo = (label: string, to: GoTarget, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    enabled: bookOpen,
    click: () => actions.go(to),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const quit: MenuItemConstructorOptions = {
    label: mac ? 'Quit Duebook' : 'Exit',
    accelerator: 'CmdOrCtrl+Q',
    click: () => actions.quit(),
  };
  const settingsItem = goTo('Settings…', 'settings', 'CmdOrCtrl+,');
  const about: MenuItemConstructorOptions = { label: 'About Duebook', click: () => actions.go('about') };
  const theme = (label: string, value: DeviceSettings['theme']): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings.theme === value,
    click: () => actions.setTheme(value),
  });
  const zoom = (label: string, percent: number, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    enabled: percent !== settings.zoomPercent,
    click: () => actions.setZoom(percent),
  });
  const larger = nextZoom(settings.zoomPercent, 1);

  const macMenu: MenuItemConstructorOptions = {
    label: 'Duebook',
    submenu: [
      about,
      separator,
      settingsItem,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      separator,
      quit,
    ],
  };
  return [
    ...(mac ? [macMenu] : []),
    {
      label: '&File',
      submenu: [
        goTo('New account…', 'new-account', 'CmdOrCtrl+N'),
        goTo('Import…', 'import', 'CmdOrCtrl+I'),
        separator,
        goTo('Back up the book…', 'back-up'),
        {
          label: 'Lock the book',
          accelerator: 'CmdOrCtrl+L',
          enabled: bookOpen,
          click: () => actions.lock(),
        },
        ...(mac ? [] : [separator, settingsItem, separator, quit]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        goTo('Find…', 'find', 'CmdOrCtrl+K'),
        goTo('Search all notes…', 'notes', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        zoom('Larger', larger, 'CmdOrCtrl+Plus'),
        // The same key without Shift, as most keyboards have it.
        { ...zoom('Larger', larger, 'CmdOrCtrl+='), visible: false, acceleratorWorksWhenHidden: true },
        zoom('Smaller', nextZoom(settings.zoomPercent, -1), 'CmdOrCtrl+-'),
        zoom('Usual size', 100, 'CmdOrCtrl+0'),
        separator,
        theme('As the computer', 'system'),
        theme('Light', 'light'),
        theme('Dark', 'dark'),
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: '&Go',
      // Nine digits; Mod+0 is the usual size.
      submenu: areas.map(({ label, to }, index) =>
        goTo(
          label,
          to,
          index < 9 ? `CmdOrCtrl+${index + 1}` : to === 'incoming' ? 'CmdOrCtrl+Shift+M' : undefined,
        ),
      ),
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    {
      label: '&Help',
      role: 'help',
      submenu: [
        {
          label: 'Keyboard shortcuts',
          accelerator: 'F1',
          enabled: bookOpen,
          click: () => actions.go('shortcuts'),
        },
        ...(mac ? [] : [separator, about]),
      ],
    },
  ];
}

export function showMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)));
}
