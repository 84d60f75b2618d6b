/** How the numbers and addresses came to their marks, the newest first, and taking a slip back. */
import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ReachChange } from '../../../../shared/contract/debtors.ts';
import {
  addressStatusWords,
  emailStatusWords,
  phoneStatusWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { takeMarkBack } from '../facts/marked.ts';

const shownAtFirst = 5;

export function ReachHistory({ debtorId }: { readonly debtorId: number }) {
  const [all, setAll] = useState(false);
  const history = useCall('debtors.reachHistory', { debtorId });
  const changes = history.data?.changes ?? [];
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <section aria-label="Marks on numbers and addresses">
      <h3 className="trace-heading">Marks on numbers and addresses</h3>
      {history.error ? <FaultAlert fault={history.error.fault} /> : null}
      {history.data && changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          None has changed yet. A wrong number, returned mail or an opt-out shows here with who marked it and
          why, and a slip is taken back here.
        </Text>
      ) : null}
      <ul className="trace-list">
        {shown.map((change) => (
          <ChangeRow key={change.changeId} change={change} />
        ))}
      </ul>
      {changes.length > shown.length ? (
        <button type="button" className="account-link" onClick={() => setAll(true)}>
          Show all {changes.length}
        </button>
      ) : null}
    </section>
  );
}

function statusWord({ phoneId, emailId }: ReachChange, status: string): string {
  const words: Readonly<Record<string, string>> =
    phoneId !== null ? phoneStatusWords : emailId !== null ? emailStatusWords : addressStatusWords;
  return wordOf(words, status);
}

function ChangeRow({ change }: { readonly change: ReachChange }) {
  const { what, fromStatus, toStatus, why, at, author, undoable, heldByEvent } = change;
  return (
    <li>
      <div className="trace-line">
        <span>
          {what}: {statusWord(change, fromStatus).toLowerCase()} →{' '}
          <strong>{statusWord(change, toStatus).toLowerCase()}</strong>
        </span>
        {undoable ? (
          <button
            type="button"
            className="account-link"
            aria-label={`Take back: ${what}`}
            onClick={() => void takeBack(change)}
          >
            Take back
          </button>
        ) : null}
      </div>
      <span className="account-reach-detail">
        {why === '' ? '' : `${why}. `}
        <InstantText at={at} />, {author}
        {heldByEvent ? '. An opt-out on file holds it: end that under Events first' : ''}
      </span>
    </li>
  );
}

async function takeBack({ changeId, what }: ReachChange): Promise<void> {
  if (await takeMarkBack(changeId)) showDone(`${what}: marked as before.`);
}
