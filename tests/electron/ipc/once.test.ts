import { describe, expect, it } from 'vitest';
import { makeOnce } from '../../../electron/ipc/once.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

describe('a command of main', () => {
  it('is done once for an operation id, also while the first is under way', async () => {
    const once = makeOnce();
    let done = 0;
    const work = async (): Promise<Result<unknown>> => {
      await Promise.resolve();
      return ok(++done);
    };
    const answers = await Promise.all([once('letters.print', 'a', work), once('letters.print', 'a', work)]);
    expect(answers).toEqual([ok(1), ok(1)]);
    expect(await once('letters.print', 'a', work)).toEqual(ok(1));
    expect(await once('letters.print', 'b', work)).toEqual(ok(2));
  });

  it('may be tried again after it failed', async () => {
    const once = makeOnce();
    expect(await once('letters.save', 'a', async () => fail('file.dialog_cancelled'))).toMatchObject({
      ok: false,
    });
    expect(await once('letters.save', 'a', async () => ok(1))).toEqual(ok(1));
    await expect(once('letters.save', 'b', () => Promise.reject(new Error('bug')))).rejects.toThrow();
    expect(await once('letters.save', 'b', async () => ok(2))).toEqual(ok(2));
  });

  it('is refused under the operation id of another', async () => {
    const once = makeOnce();
    await once('letters.save', 'a', async () => ok(1));
    expect(await once('letters.print', 'a', async () => ok(2))).toEqual(fail('call.operation_reused'));
  });

  it('does not keep a recovery code for a repetition', async () => {
    const once = makeOnce();
    await once('book.create', 'a', async () => ok({ recoveryCode: 'AAAA' }));
    expect(await once('book.create', 'a', async () => ok({ recoveryCode: 'BBBB' }))).toEqual(
      fail('call.operation_reused'),
    );
  });
});
