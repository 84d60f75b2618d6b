/**
 * A letter about one account: choose a template, see the very PDF it will be, print it or save it. The exact
 * copy goes into the book before the paper comes out.
 */
import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFacts } from '../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { LetterChoice } from '../../../shared/contract/letter-choices.ts';
import type { PaperAsked } from '../../../shared/contract/papers.ts';
import { historyKinds } from '../../../shared/contract/papers.ts';
import { addDays, type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import type { PaperName } from '../../../shared/templates/papers/library.ts';
import { holdKindWords, wordOf } from '../../../shared/text/labels.ts';
import { usePaper } from '../../bridge/papers.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { localZone } from '../../components/moments.tsx';
import { LetterVerdict } from './letter-verdict.tsx';
import { LetterDraft } from './panel/letter-draft.tsx';
import { type Choices, LetterPicker } from './panel/letter-picker.tsx';
import { LetterheadDialog } from './setup/letterhead-dialog.tsx';
import './letters.css';

export type LetterPanelProps = { readonly accountId: number };

export function LetterPanel({ accountId }: LetterPanelProps) {
  const account = useCall('accounts.get', { accountId });
  const choices = useCall('letters.choices', { accountId }, { keepPrevious: true });
  const head = useCall('letters.letterhead', {});
  const texts = useCall('wording.texts', {});
  const [chosen, setChosen] = useState<number | null>(null);
  const paper = usePaper();
  const fault = account.error?.fault ?? choices.error?.fault ?? head.error?.fault ?? texts.error?.fault;
  if (fault) return <FaultAlert fault={fault} />;
  if (!account.data || !choices.data || !head.data || !texts.data)
    return <Loader size="sm" role="status" aria-label="Opening the letters" />;
  const { letters, suggestedId, picks } = choices.data;
  const letter =
    letters.find(({ templateId }) => templateId === chosen) ??
    letters.find(({ templateId }) => templateId === suggestedId) ??
    letters[0] ??
    null;
  const { data } = account;
  return (
    <div className="letter-panel">
      <LetterVerdict accountId={accountId} />
      <HoldWarning account={data} />
      <LetterPicker
        choices={choices.data}
        chosen={letter}
        choose={setChosen}
        choosePaper={(name) => paper(paperOf(name, data, choices.data))}
      />
      {letter === null ? (
        <Text size="sm">There is no letter in this book. Letters are written under Letters, Templates.</Text>
      ) : (
        <>
          <LetterNotes letter={letter} />
          <LetterheadHint head={head.data} />
          {letter.why.length > 0 ? (
            <WhyNot letter={letter} />
          ) : (
            <LetterDraft
              key={letter.templateId}
              account={data}
              letter={letter}
              picks={picks}
              facts={JSON.stringify([
                data.balance,
                data.debtor,
                data.status,
                head.data,
                picks,
                texts.data.texts.map(({ approved }) => approved?.madeAt ?? null),
              ])}
            />
          )}
        </>
      )}
    </div>
  );
}

/** What the letter is for, and what has to be read before it may go. */
function LetterNotes({ letter }: { readonly letter: LetterChoice }) {
  return (
    <>
      {letter.description === '' ? null : (
        <Text size="sm" className="letter-description">
          {letter.description}
        </Text>
      )}
      {letter.review === '' ? null : (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {letter.review}
        </Alert>
      )}
    </>
  );
}

function WhyNot({ letter: { why } }: { readonly letter: LetterChoice }) {
  return (
    <Alert
      color="gray"
      icon={<IconBan size={18} aria-hidden />}
      title="This letter does not fit the account now"
      role="status"
    >
      <ul className="letter-why">
        {why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Text size="sm">Choose another letter above; those that fit stand first.</Text>
    </Alert>
  );
}

/** A paper as it is usually wanted; its days can be changed where it is shown. */
function paperOf(name: PaperName, account: AccountFacts, choices: Choices): PaperAsked {
  const { accountId, openedOn } = account;
  const today: Day = dayOfInstant(Date.now(), localZone());
  switch (name) {
    case 'receipt':
      return { paper: name, receiptId: choices.receiptId ?? 0 };
    case 'statement':
      return { paper: name, accountId, fromOn: openedOn, toOn: today };
    case 'payoff':
      return { paper: name, accountId, goodThrough: addDays(today, 10) };
    case 'explanation':
      return { paper: name, accountId, asOf: today };
    case 'coupons':
    case 'agreement':
      return { paper: name, planId: choices.planId ?? 0 };
    case 'contact-history':
      return {
        paper: name,
        accountId,
        scope: 'account',
        fromOn: openedOn,
        toOn: today,
        kinds: [...historyKinds],
      };
  }
}

function HoldWarning({ account }: { readonly account: AccountFacts }) {
  if (account.holds.length === 0) return null;
  const kinds = account.holds.map(({ kind }) => wordOf(holdKindWords, kind)).join(', ');
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={`This account is on hold: ${kinds}`}
    >
      <Text size="sm">
        Look at the hold before anything is sent. Asking for payment may not be allowed now.
      </Text>
    </Alert>
  );
}

function LetterheadHint({ head }: { readonly head: OutputOf<'letters.letterhead'> }) {
  const [opened, setOpened] = useState(false);
  const { letterhead } = head;
  const bare = letterhead.line1 === '' && letterhead.phone === '' && letterhead.email === '';
  return (
    <>
      {bare ? (
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">Your letters show no address or telephone yet.</Text>
          <Button size="compact-xs" variant="default" miw="fit-content" onClick={() => setOpened(true)}>
            Letterhead…
          </Button>
        </Group>
      ) : null}
      <LetterheadDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
