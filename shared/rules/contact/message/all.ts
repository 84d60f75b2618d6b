import type { ContactRule } from '../../rule.ts';
import { debtCollectorNoticeRule } from './debt-collector-notice.ts';
import { envelopeRule } from './envelope.ts';
import { limitedContentUseRule } from './limited-content-use.ts';
import { optOutLineRule } from './opt-out-line.ts';
import { postcardRule } from './postcard.ts';
import { voicemailOverheardRule } from './voicemail-overheard.ts';

export const messageRules: readonly ContactRule[] = [
  limitedContentUseRule,
  debtCollectorNoticeRule,
  optOutLineRule,
  postcardRule,
  envelopeRule,
  voicemailOverheardRule,
];
