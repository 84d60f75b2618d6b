import { describe, expect, it } from 'vitest';
import { detectDecimal, detectLayout, readSample } from '../../../../shared/domain/import/detect-reading.ts';

const layout = (text: string) => {
  const found = detectLayout(text, true);
  return found && { delimiter: found.delimiter, headerLine: found.headerLine };
};

describe('detectLayout', () => {
  it.each([
    ['comma', 'Name,Amount\nAna,1.00\nBen,2.00\n', { delimiter: ',', headerLine: 1 }],
    ['semicolon with decimal commas', 'Name;Amount\nAna;1,50\nBen;2,50\n', { delimiter: ';', headerLine: 1 }],
    [
      'tab with commas in the cells',
      'Name\tCity\nAbara, Ana\tAustin, TX\nBirch, Ben\tWaco, TX\n',
      { delimiter: '\t', headerLine: 1 },
    ],
    ['bar', 'Name|Amount\nAna|1.00\n', { delimiter: '|', headerLine: 1 }],
    ['the sign Excel states', 'sep=;\nName;Amount\nAna, Ms;1,00\n', { delimiter: ';', headerLine: 2 }],
    [
      'junk above the names',
      'Open invoices, by age\n\nHarbor Lane\nCustomer,Invoice,Amount\nAna,1,1.00\nBen,2,2.00\n',
      { delimiter: ',', headerLine: 4 },
    ],
    [
      'a title as wide as the table',
      'Ninja v4,,\n,,\nINVOICES,,\nClient,Invoice Number,Amount\nAna,1,1.00\n',
      { delimiter: ',', headerLine: 4 },
    ],
    ['no names', 'Ana Abara,12.00,1/2/2025\nBen Birch,13.00,1/3/2025\n', { delimiter: ',', headerLine: 0 }],
    ['unknown names over figures', 'x,y\n1,2\n3,4\n', { delimiter: ',', headerLine: 1 }],
  ])('%s', (_, text, expected) => {
    expect(layout(text)).toEqual(expected);
  });

  it('sees no table in prose', () => {
    expect(layout('Dear Sir or Madam\nplease find my file below\nYours\n')).toBeNull();
  });
});

describe('detectDecimal', () => {
  it.each([
    ['x;1.234,50\ny;2,00\n', ';', ','],
    ['x;1234.50\n', ';', '.'],
    ['x;"1,234.50"\ny;"2,000"\n', ';', '.'],
    ['x;y\n', ';', '.'],
  ] as const)('%j', (text, delimiter, expected) => {
    expect(detectDecimal(readSample(text, delimiter, true).records, delimiter)).toBe(expected);
  });
});
