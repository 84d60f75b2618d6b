/** How the library of letters stood: which letter is open, what was searched. Kept in the book like every list. */
import { z } from 'zod';
import { templateCode } from '../../../../shared/contract/templates.ts';
import { useStoredView } from '../../../bridge/drafts.ts';

const stored = z.object({
  open: templateCode.nullable(),
  text: z.string().max(200),
  show: z.enum(['used', 'own', 'drafts', 'unused', 'all']),
});
export type TemplateView = z.output<typeof stored>;

export const plainTemplateView: TemplateView = { open: null, text: '', show: 'all' };

export function useTemplateView() {
  return useStoredView('letter-templates', stored, plainTemplateView);
}
