/** What speaks for an account and what against it: a mark and a phrase each, never colour alone. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { IncomingProposal } from '../../../shared/contract/incoming.ts';

export function BecauseList({ because }: { readonly because: IncomingProposal['because'] }) {
  return (
    <ul className="incoming-because">
      {because.map(({ text, agrees }) => (
        <li key={text} data-agrees={agrees}>
          {agrees ? (
            <IconCheck size={14} role="img" aria-label="For it:" />
          ) : (
            <IconAlertTriangle size={14} role="img" aria-label="Against it:" />
          )}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
