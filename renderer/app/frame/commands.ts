/**
 * One table of places and commands: the navigation, the palette and the sheet of shortcuts all read it, so
 * that a key cannot be promised in one and missing in another.
 */
import {
  IconArchive,
  IconCalendarCheck,
  IconCalendarMonth,
  IconCashBanknote,
  IconChartBar,
  IconFileImport,
  IconKeyboard,
  IconLock,
  IconMail,
  IconMessages,
  IconNotes,
  IconPlus,
  IconReceipt,
  IconRoute,
  IconScale,
  IconSettings,
  IconTableExport,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export const areas = [
  'today',
  'accounts',
  'calendar',
  'letters',
  'plans',
  'scripts',
  'strategies',
  'reports',
  'import',
  'incoming',
  'rules',
  'settings',
  'notes',
  'exports',
] as const;
export type Area = (typeof areas)[number];

type Icon = ComponentType<{ size?: number }>;

export type AreaEntry = {
  readonly area: Area;
  readonly label: string;
  readonly keys: string;
  readonly icon: Icon;
};

/** In the order of the navigation; the n-th has Alt+n up to 9, the tenth Alt+0. */
export const areaEntries: readonly AreaEntry[] = [
  { area: 'today', label: 'Today', keys: 'Alt+1', icon: IconCalendarCheck },
  { area: 'accounts', label: 'Accounts', keys: 'Alt+2', icon: IconUsers },
  { area: 'calendar', label: 'Calendar', keys: 'Alt+3', icon: IconCalendarMonth },
  { area: 'letters', label: 'Letters', keys: 'Alt+4', icon: IconMail },
  { area: 'plans', label: 'Plans and promises', keys: 'Alt+5', icon: IconReceipt },
  { area: 'scripts', label: 'Scripts', keys: 'Alt+6', icon: IconMessages },
  { area: 'strategies', label: 'Strategies', keys: 'Alt+7', icon: IconRoute },
  { area: 'reports', label: 'Reports', keys: 'Alt+8', icon: IconChartBar },
  { area: 'import', label: 'Import', keys: 'Alt+9', icon: IconFileImport },
  { area: 'incoming', label: 'Money received', keys: 'Mod+Shift+M', icon: IconCashBanknote },
  { area: 'rules', label: 'Law and rules', keys: 'Alt+0', icon: IconScale },
  { area: 'settings', label: 'Settings', keys: 'Mod+,', icon: IconSettings },
];

export type CommandId = 'new-account' | 'back-up' | 'shortcuts' | 'lock' | 'notes' | 'exports';

export type CommandEntry = {
  readonly id: CommandId;
  readonly label: string;
  readonly detail: string;
  readonly keys: string | null;
  readonly icon: Icon;
};

/** What the palette can do beside going somewhere. */
export const commandEntries: readonly CommandEntry[] = [
  {
    id: 'new-account',
    label: 'New account',
    detail: 'Enter a debt by hand',
    keys: 'Mod+N',
    icon: IconPlus,
  },
  {
    id: 'notes',
    label: 'Search all notes',
    detail: 'By the words of any note',
    keys: 'Mod+Shift+F',
    icon: IconNotes,
  },
  {
    id: 'exports',
    label: 'Exports',
    detail: 'What left the book; entries for the bookkeeper',
    keys: null,
    icon: IconTableExport,
  },
  {
    id: 'back-up',
    label: 'Back up the book',
    detail: 'One encrypted file, at a place you choose',
    keys: null,
    icon: IconArchive,
  },
  {
    id: 'lock',
    label: 'Lock the book',
    detail: 'What you are typing is kept',
    keys: 'Mod+L',
    icon: IconLock,
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    detail: 'All keys on one page',
    keys: 'F1',
    icon: IconKeyboard,
  },
];

export type KeySheetGroup = {
  readonly title: string;
  readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[];
};

export const keySheet: readonly KeySheetGroup[] = [
  {
    title: 'Everywhere',
    rows: [
      { keys: ['Mod+K'], does: 'Find a debtor, an account or a command' },
      ...areaEntries.map((entry) => ({ keys: [entry.keys], does: entry.label })),
      { keys: ['Mod+Shift+F'], does: 'Search all notes' },
      { keys: ['Mod+Shift+E'], does: 'Export the list in sight' },
      { keys: ['Mod+N'], does: 'New account' },
      { keys: ['Mod+L'], does: 'Lock the book' },
      { keys: ['Alt+Left', 'Alt+Right'], does: 'Back and forward' },
      { keys: ['F1', 'Mod+/'], does: 'This page' },
    ],
  },
  {
    title: 'Lists',
    rows: [
      { keys: ['Up', 'Down'], does: 'Move by one row' },
      { keys: ['PageUp', 'PageDown'], does: 'Move by one page' },
      { keys: ['Enter'], does: 'Open the account' },
      { keys: ['/', 'Mod+F'], does: 'Search in Accounts' },
      { keys: ['N'], does: 'New account, in Accounts' },
    ],
  },
  {
    title: 'Today',
    rows: [
      { keys: ['Enter'], does: 'Take the item: its account opens, with the bar of what is in work' },
      { keys: ['D'], does: 'Dial: the account opens at the start of a call' },
      { keys: ['X'], does: 'Done; in work the next one follows' },
      { keys: ['K'], does: 'Skip for today, with a word' },
      { keys: ['S'], does: 'Snooze, with a word (Z in work)' },
      { keys: ['?'], does: 'Why it stands where it stands' },
    ],
  },
  {
    title: 'Money received',
    rows: [
      { keys: ['Enter'], does: 'Into the item; Esc back to the list' },
      { keys: ['1', '9'], does: 'Take the account proposed under that number' },
      { keys: ['Mod+Enter'], does: 'Post what is chosen' },
      { keys: ['S'], does: 'Set aside, with a reason' },
      { keys: ['/'], does: 'Search' },
    ],
  },
  {
    title: 'Script of a call',
    rows: [
      { keys: ['1', '9'], does: 'Choose the answer of that number; from the tenth on with Shift' },
      { keys: ['0'], does: 'Tick what is open next' },
      { keys: ['Backspace'], does: 'Back to the step before' },
      { keys: ['/'], does: 'Search the objection cards' },
      { keys: ['Mod+S', 'Mod+Z', 'Mod+Y'], does: 'Save, undo and redo, while a script is edited' },
      { keys: ['Alt+Up', 'Alt+Down'], does: 'Move the chosen step, while a script is edited' },
    ],
  },
  {
    title: 'Calendar',
    rows: [
      { keys: ['Left', 'Right', 'Up', 'Down'], does: 'Move by a day or a week' },
      { keys: ['PageUp', 'PageDown'], does: 'Move by a page' },
      { keys: ['M', 'W', 'A'], does: 'Month, week, agenda' },
      { keys: ['T'], does: 'Today' },
      { keys: ['Enter'], does: 'Into the day, then open what is due' },
      { keys: ['N'], does: 'New reminder on the day' },
      { keys: ['Shift+Left', 'Shift+Right'], does: 'Move a reminder by a day, with Up and Down by a week' },
    ],
  },
  {
    title: 'Import',
    rows: [
      { keys: ['Mod+V'], does: 'Bring in a table copied from another program' },
      { keys: ['1', '9'], does: 'People: the same as the candidate of that number' },
      { keys: ['N'], does: 'People: somebody new' },
      { keys: ['Backspace'], does: 'People: take the decision back' },
      { keys: ['Enter'], does: 'Dry run: keep the cell put right and go to the next' },
    ],
  },
  {
    title: 'Account',
    rows: [
      { keys: ['N'], does: 'Write a note' },
      { keys: ['D'], does: 'Call: choose a number and start' },
      { keys: ['I'], does: 'They are calling: take the call' },
      { keys: ['C'], does: 'Log a contact by hand' },
      { keys: ['Mod+J'], does: 'Choose a phrase, in a note; ; and its code put it in at once' },
      { keys: ['Alt+Enter'], does: 'Open the suggestion of a promise or a reminder, in a note' },
      { keys: ['P'], does: 'Record a payment' },
      { keys: ['L'], does: 'Make a plan' },
      { keys: ['Mod+1', 'Mod+5'], does: 'Choose the first to the fifth offer, in Plan' },
      { keys: ['R'], does: 'Set a reminder' },
      { keys: ['T'], does: 'Letter' },
      { keys: ['F'], does: 'Files and tracing' },
      { keys: ['S'], does: 'Set the next step' },
      { keys: ['E'], does: 'Explain the balance' },
      { keys: ['W'], does: 'May I contact this person: why not now' },
      { keys: ['V'], does: 'Record an event: stop, attorney, bankruptcy, dispute, consent' },
      { keys: ['Esc'], does: 'Leave the field, then the account' },
    ],
  },
  {
    title: 'In a call',
    rows: [
      { keys: ['1', '9'], does: 'Answer the script' },
      { keys: ['0'], does: 'Tick what is open next' },
      { keys: ['Backspace'], does: 'One step back' },
      { keys: ['/'], does: 'Search the objection cards' },
      { keys: ['N'], does: 'Write what is said' },
      { keys: ['O'], does: 'Overheard: cover the account, or uncover it' },
      { keys: ['Mod+Enter'], does: 'End the call; keep it' },
    ],
  },
];
