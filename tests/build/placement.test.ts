import { describe, expect, it } from 'vitest';
import { findMisplaced } from '../../build/checks/placement.ts';

describe('SQL outside the store', () => {
  it.each([
    "const q = 'SELECT id FROM accounts';",
    "const q = 'select id from accounts';",
    'const q = `\n  INSERT INTO notes (id) VALUES (?)`;',
    'const q = `UPDATE accounts SET status = ${status}`;',
    "const q = 'DELETE FROM notes';",
    "const q = 'CREATE TABLE notes (id)';",
    // Even cut in two by a value.
    'const q = `SELECT ${columns} FROM accounts`;',
  ])('is found: %s', (source) => {
    expect(findMisplaced('electron/book/services/notes.ts', source)).toHaveLength(1);
    expect(findMisplaced('electron/book/store/queries/notes.ts', source)).toEqual([]);
  });

  it('is told with its line', () => {
    const [first] = findMisplaced('shared/domain/a.ts', "\n\nconst q = 'DELETE FROM notes';");
    expect(first?.line).toBe(3);
  });

  it.each([
    "const text = 'Select a file from your computer.';",
    "const text = 'Update the address, then set a reminder.';",
    '// SELECT id FROM accounts',
    "const text = 'Delete from the list';",
  ])('is not seen in a sentence: %s', (source) => {
    expect(findMisplaced('shared/text/sentences.ts', source)).toEqual([]);
  });
});

describe('window.duebook', () => {
  it('is touched by the bridge only', () => {
    const source = 'const answer = window.duebook.call("x");';
    expect(findMisplaced('renderer/features/accounts/screen.tsx', source)).toHaveLength(1);
    expect(findMisplaced('renderer/bridge/call.ts', source)).toEqual([]);
  });
});
