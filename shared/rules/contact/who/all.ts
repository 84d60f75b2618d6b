import type { ContactRule } from '../../rule.ts';
import { profileRule } from './profile.ts';

export const whoRules: readonly ContactRule[] = [profileRule];
