/** The menu of the right mouse button: what a text field needs, and spelling where the system offers it. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

export function addContextMenu(window: BrowserWindow): void {
  const page = window.webContents;
  page.on('context-menu', (_event, at) => {
    const items: MenuItemConstructorOptions[] = [];
    for (const word of at.dictionarySuggestions.slice(0, 5)) {
      items.push({ label: word, click: () => page.replaceMisspelling(word) });
    }
    if (items.length > 0) items.push({ type: 'separator' });
    if (at.isEditable) {
      items.push(
        { role: 'undo', enabled: at.editFlags.canUndo },
        { role: 'redo', enabled: at.editFlags.canRedo },
        { type: 'separator' },
        { role: 'cut', enabled: at.editFlags.canCut },
        { role: 'copy', enabled: at.editFlags.canCopy },
        { role: 'paste', enabled: at.editFlags.canPaste },
        { role: 'selectAll', enabled: at.editFlags.canSelectAll },
      );
    } else if (at.selectionText.trim() !== '') {
      items.push({ role: 'copy', enabled: at.editFlags.canCopy });
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
