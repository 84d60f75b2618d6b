/** The number behind a phone's id, for the system's phone program. The window only ever names the id. */
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import { findPhone } from '../store/queries/debtors.ts';

export const dialNumber: ErrandHandlers['phones.dialNumber'] = ({ store }, { phoneId }) => {
  if (!store) return fail('book.not_open');
  const phone = findPhone(store, phoneId);
  if (!phone) return fail('phone.not_found');
  if (phone.status === 'do_not_call') return fail('phone.do_not_call', { number: phone.display });
  return /^\+?\d{3,20}$/.test(phone.number)
    ? ok({ number: phone.number })
    : fail('phone.invalid', { text: phone.display });
};
