/** What stands in the place of everything that tells of the debt, while it may not be seen. */
import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { CallInProgress } from '../../../bridge/current-call.ts';
import { partyOnLine } from '../../../bridge/current-call.ts';

export function CallCover({ call, onGone }: { readonly call: CallInProgress; onGone(): void }) {
  const other = call.overheard || partyOnLine(call) === 'third_party';
  return (
    <section className="call-cover" aria-label="Covered">
      <IconEyeOff size={28} aria-hidden />
      <p className="call-cover-title">{other ? 'Somebody else is on the line' : 'Not confirmed yet'}</p>
      <p>
        {other
          ? 'Nothing of the account is shown. Say nothing of why you call, not even that it is about an account.'
          : `The account comes into view once you know that this is ${call.debtorName}.`}
      </p>
      {call.overheard ? (
        <Button size="compact-sm" variant="default" onClick={onGone}>
          They are gone
        </Button>
      ) : null}
    </section>
  );
}
