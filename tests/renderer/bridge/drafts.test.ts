import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseStored } from '../../../renderer/bridge/drafts.ts';

const schema = z.object({ sort: z.enum(['name', 'balance']) });

it('reads a stored view, and drops one that is missing, broken or of another shape', () => {
  expect(parseStored('{"sort":"name"}', schema)).toEqual({ sort: 'name' });
  for (const text of ['', '{', 'null', '{"sort":"size"}', '[]']) expect(parseStored(text, schema)).toBeNull();
});
