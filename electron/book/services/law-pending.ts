/** Replaced by the services of the law. */
import { fail } from '../../../shared/errors/result.ts';

export const pending = () => fail('call.failed', { incident: 'pending' });
