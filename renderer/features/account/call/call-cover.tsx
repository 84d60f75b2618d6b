/** What stands in the place of everything that tells of the debt, while it may not be seen. */
import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { CallInProgress } from '../../../bridge/current-call.ts';
import { partyOnLine } from '../../../bridge/current-call.ts';
import { addressLines } from '../facts/address-lines.ts';

export type CallCoverProps = {
  readonly call: CallInProgress;
  readonly debtor: DebtorFacts;
  onGone(): void;
};

export function CallCover({ call, debtor, onGone }: CallCoverProps) {
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
      {other ? null : <ToCompare debtor={debtor} />}
      {call.overheard ? (
        <Button size="compact-sm" variant="default" onClick={onGone}>
          They are gone
        </Button>
      ) : null}
    </section>
  );
}

/** Where the person lives tells nothing of a debt, and is what their answers are held against. */
function ToCompare({ debtor }: { readonly debtor: DebtorFacts }) {
  const known = debtor.addresses.filter(({ status }) => status !== 'bad');
  return (
    <div className="call-compare">
      <h3>On file, to compare</h3>
      {known.length === 0 ? <p>No address.</p> : null}
      <ul>
        {known.map((address) => (
          <li key={address.addressId}>
            {addressLines(address).join(', ')}
            {address.status === 'former' ? ' (former)' : ''}
          </li>
        ))}
      </ul>
      <p className="call-compare-never">Let them tell you; read nothing out.</p>
    </div>
  );
}
