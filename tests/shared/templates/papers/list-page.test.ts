import { describe, expect, it } from 'vitest';
import { listPage } from '../../../../shared/templates/papers/list-page.ts';

const page = (columns: number) =>
  listPage({
    officeName: 'Marlow & Finch',
    sample: false,
    title: 'Accounts',
    about: [],
    made: 'As of today',
    columns: Array.from({ length: columns }, (_, index) => ({
      columnId: `c${index}`,
      title: index === 0 ? 'Balance' : `Heading ${index}`,
      kind: index === 0 ? 'money' : 'text',
      shown: true,
      summed: index === 0,
    })),
    rows: [1, 2].map((row) =>
      Array.from({ length: columns }, (_, index) =>
        index === 0 ? row * 150 : index === 1 ? '' : 'Abernethy',
      ),
    ),
    leftOut: 0,
  });

describe('a list on paper', () => {
  it('is a table as long as its columns can be read', () => {
    expect(page(8)).toContain('<table');
    expect(page(8)).not.toContain('class="record');
  });

  it('has a block for each row where columns would fall apart to letters, with what is filled and the sums', () => {
    const html = page(38);
    expect(html).not.toContain('<table');
    expect(html.match(/class="record /g)).toHaveLength(3);
    expect(html).toContain('<b>Heading 37</b>');
    expect(html).not.toContain('<b>Heading 1</b>');
    expect(html).toContain('<b>Balance</b>4.50');
  });
});
