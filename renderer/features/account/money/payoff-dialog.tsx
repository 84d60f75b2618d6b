/** What pays the account off through a day, and what each further day adds; the quote can be printed. */
import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Money } from '../../../components/money.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { within } from './day-steps.ts';
import { useSettled } from './use-settled.ts';

/** How long a quote usually stands. */
const usualDays = 14;

export type PayoffDialogProps = { readonly account: AccountFacts; readonly today: Day; onClose(): void };

export function PayoffDialog({ account, today, onClose }: PayoffDialogProps) {
  const { accountId } = account;
  const paper = usePaper();
  const [text, setText] = useState(showTypedDay(addDays(today, usualDays)));
  const read = parseTypedDay(text, today);
  const day = read.ok ? within(read.value) : null;
  const past = day !== null && day < today;
  const asked = useSettled({ accountId, asOf: day ?? today, knownOn: null });
  const answer = useCall('ledger.explain', asked, { keepPrevious: true });
  const settled = answer.data?.asOf === day;
  return (
    <Dialog onClose={onClose} title="Payoff quote" size="md">
      <div className="account-form">
        <DayField
          label="Good through"
          required
          today={today}
          value={text}
          onChange={setText}
          error={past ? 'This day has passed. A quote is for today or a later day.' : undefined}
        />
        <FaultAlert fault={answer.error?.fault} />
        {answer.data && day !== null && !past ? (
          <div className="money-quote" role="status" aria-busy={!settled}>
            <div className="account-balance-name">Pays it off through {dayWords(day)}</div>
            <div className="account-balance-sum">
              <Money cents={Math.max(0, answer.data.totalCents)} />
            </div>
            <p className="money-rule">
              {answer.data.perDiem.cents === 0 ? (
                'No interest is added after that day.'
              ) : (
                <>
                  Each further day adds <Money cents={answer.data.perDiem.cents} /> of interest.
                </>
              )}
            </p>
          </div>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            leftSection={<IconPrinter size={14} aria-hidden />}
            disabled={day === null || past}
            onClick={() => {
              if (day !== null) paper({ paper: 'payoff', accountId, goodThrough: day });
            }}
          >
            Print the quote…
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
