import { describe, expect, it } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { dialNumber } from '../../../../electron/book/services/dial.ts';
import { insertDebtor, insertPhone } from '../../../../electron/book/store/queries/debtors.ts';
import type { PhoneStatus } from '../../../../shared/domain/debtor.ts';
import { makeTestStore } from '../../../builders/store.ts';

function dialAt(status: PhoneStatus, number = '+15125550144') {
  const store = makeTestStore();
  const debtorId = insertDebtor(store, {
    kind: 'consumer',
    name: 'Noor Featherstone',
    reference: '',
    importId: null,
    createdAt: 0,
  });
  const phoneId = insertPhone(store, {
    debtorId,
    kind: 'mobile',
    status,
    number,
    display: '(512) 555-0144',
    source: '',
    sinceOn: '2026-01-05',
    importId: null,
  });
  return dialNumber({ store } as ErrandContext, { phoneId });
}

describe('a number handed to the phone program', () => {
  it('is the one of the book', async () => {
    expect(await dialAt('current')).toEqual({ ok: true, value: { number: '+15125550144' } });
  });

  it('is refused when nobody may call it, whatever the window asks', async () => {
    expect(await dialAt('do_not_call')).toMatchObject({ ok: false, error: { code: 'phone.do_not_call' } });
  });

  it('is digits only, so that nothing else is ever opened', async () => {
    expect(await dialAt('current', '512;ext=1')).toMatchObject({
      ok: false,
      error: { code: 'phone.invalid' },
    });
  });
});
