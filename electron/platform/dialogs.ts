/**
 * The system's own dialogs. Paths come into Duebook here (and by dropping a file) and nowhere else; the
 * window never sees one.
 */
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import { backupExtension, sealedExtension } from './file-names.ts';

/** What lists, entries and hand-overs leave as. */
export type LeavingFormat = 'csv' | 'xlsx' | 'iif' | 'zip';

const leavingNames: Readonly<Record<LeavingFormat, string>> = {
  csv: 'Table as text (CSV)',
  xlsx: 'Spreadsheet (XLSX)',
  iif: 'QuickBooks Desktop (IIF)',
  zip: 'Packed file (ZIP)',
};

/** `null` always means that the user changed their mind. */
export type Dialogs = {
  openImportFile(): Promise<string | null>;
  openRulePack(): Promise<string | null>;
  openScripts(): Promise<string | null>;
  openLetters(): Promise<string | null>;
  openBackup(): Promise<string | null>;
  saveBackup(suggestedName: string): Promise<string | null>;
  savePdf(suggestedName: string): Promise<string | null>;
  /** Any kind of file, several at once; none when the user changed their mind. */
  openAttachments(): Promise<readonly string[]>;
  openPicture(): Promise<string | null>;
  saveCopy(suggestedName: string): Promise<string | null>;
  saveCalendar(suggestedName: string): Promise<string | null>;
  saveTable(suggestedName: string, format: LeavingFormat): Promise<string | null>;
  /** The folder of a file in the system’s file manager, the file marked; nothing is opened with it. */
  showInFolder(path: string): void;
  /** The whole book as tables and documents; `sealed` when it lies under a passphrase. */
  saveWholeBook(suggestedName: string, sealed: boolean): Promise<string | null>;
  openWholeBook(): Promise<string | null>;
};

export function makeDialogs(): Dialogs {
  const parent = () => BrowserWindow.getFocusedWindow();

  async function open(options: OpenDialogOptions): Promise<string | null> {
    const over = parent();
    const answer = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }

  async function save(options: SaveDialogOptions): Promise<string | null> {
    const over = parent();
    const answer = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  }

  return {
    openImportFile: () =>
      open({
        title: 'Choose a file to import',
        properties: ['openFile'],
        filters: [
          { name: 'Tables as text', extensions: ['csv', 'tsv', 'txt'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    openRulePack: () =>
      open({
        title: 'Choose a rule pack',
        properties: ['openFile'],
        filters: [
          { name: 'Rule packs', extensions: ['duebook-rules', 'json'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    openScripts: () =>
      open({
        title: 'Choose a file of scripts',
        properties: ['openFile'],
        filters: [
          { name: 'Scripts', extensions: ['json'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    openLetters: () =>
      open({
        title: 'Choose a file of letters',
        properties: ['openFile'],
        filters: [
          { name: 'Letters', extensions: ['json'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    openBackup: () =>
      open({
        title: 'Choose a backup',
        properties: ['openFile'],
        filters: [
          { name: 'Duebook backup', extensions: [backupExtension] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    saveBackup: (suggestedName) =>
      save({
        title: 'Back up the book',
        defaultPath: suggestedName,
        filters: [{ name: 'Duebook backup', extensions: [backupExtension] }],
      }),
    savePdf: (suggestedName) =>
      save({
        title: 'Save as PDF',
        defaultPath: suggestedName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      }),
    async openAttachments() {
      const options: OpenDialogOptions = {
        title: 'Choose files to keep with this account',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'All files', extensions: ['*'] }],
      };
      const over = parent();
      const answer = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options));
      return answer.canceled ? [] : answer.filePaths;
    },
    openPicture: () =>
      open({
        title: 'Choose a picture',
        properties: ['openFile'],
        filters: [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg'] }],
      }),
    saveCopy: (suggestedName) => save({ title: 'Save a copy', defaultPath: suggestedName }),
    saveWholeBook: (suggestedName, sealed) =>
      save({
        title: 'Take the whole book out',
        defaultPath: suggestedName,
        filters: [
          sealed
            ? { name: 'Whole book under a passphrase', extensions: [sealedExtension] }
            : { name: 'Whole book', extensions: ['zip'] },
        ],
      }),
    openWholeBook: () =>
      open({
        title: 'Choose a whole book that was taken out',
        properties: ['openFile'],
        filters: [
          { name: 'Whole book', extensions: ['zip', sealedExtension] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    saveCalendar: (suggestedName) =>
      save({
        title: 'Save the calendar',
        defaultPath: suggestedName,
        filters: [{ name: 'iCalendar', extensions: ['ics'] }],
      }),
    saveTable: (suggestedName, format) =>
      save({
        title: 'Save',
        defaultPath: suggestedName,
        filters: [{ name: leavingNames[format], extensions: [format] }],
      }),
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
