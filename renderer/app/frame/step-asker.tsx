/** The dialog that asks what comes next for an account, whoever asked for it. */
import { useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { act } from '../../bridge/calls.ts';
import { type NextStepChoice, useAskedNextStep } from '../../bridge/next-step.ts';
import { useCall } from '../../bridge/queries.ts';
import { NextStepDialog } from '../../components/next-step-dialog.tsx';
import { showDone } from '../../components/toasts.tsx';

export function StepAsker() {
  const { asked } = useAskedNextStep();
  const info = useCall('app.info', {});
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  if (asked === null || !info.data) return null;
  const { accountId, debtorName } = asked;
  const end = (choice: NextStepChoice) => {
    setFault(null);
    asked.choose(choice);
  };
  const send = async (choice: NextStepChoice, work: () => ReturnType<typeof act>) => {
    setPending(true);
    setFault(null);
    const result = await work();
    setPending(false);
    if (result.ok) end(choice);
    else setFault(result.error);
  };
  return (
    <NextStepDialog
      key={accountId}
      debtorName={debtorName}
      today={info.data.today}
      pending={pending}
      fault={fault}
      set={(nextStep, nextStepOn) =>
        void send('set', () => act('accounts.setNextStep', { accountId, nextStep, nextStepOn }))
      }
      closeAccount={(reason) =>
        void send('closed', async () => {
          const closed = await act('accounts.close', { accountId, reason });
          if (closed.ok)
            showDone('Account closed.', { undo: () => void act('accounts.reopen', { accountId }) });
          return closed;
        })
      }
      leaveWithout={() => end('left')}
      stay={() => end('stay')}
    />
  );
}
