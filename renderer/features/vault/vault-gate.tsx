/**
 * What stands before the book: nothing of it is shown until one is open. A book that was just made shows its
 * recovery code first; until its sheet has been tested, a line says so above every screen.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { clearToasts } from '../../components/toasts.tsx';
import { CopyLine } from './copy-line.tsx';
import { followBookForCopies } from './copy-work.ts';
import { CreateBook } from './create-book.tsx';
import { FirstStart } from './first-start.tsx';
import { GateCard } from './gate-card.tsx';
import { OpeningCard, useOpeningStep } from './opening-words.tsx';
import { RecoveryBanner } from './recovery-banner.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import { Unlock } from './unlock.tsx';
import { UseRecovery } from './use-recovery.tsx';
import './vault.css';

export type VaultGateProps = { readonly children: ReactNode };

type Step =
  /** Follows the state: the first start without books, the lock with some, the book when one is open. */
  | { readonly at: 'door' }
  /** Kept while the book is being made, which opens it before the code has been shown. */
  | { readonly at: 'create' }
  | { readonly at: 'sheet'; readonly code: string }
  | { readonly at: 'recover'; readonly bookId: string };

const door: Step = { at: 'door' };

export function VaultGate({ children }: VaultGateProps) {
  const state = useCall('book.state', {});
  const [step, setStep] = useState<Step>(door);
  const opening = useOpeningStep();
  const book = state.data;
  // What was on screen goes when the book is locked: a code must not wait there for whoever unlocks next, and a
  // message may name a debtor.
  const isShut = book?.state === 'closed';
  useEffect(() => {
    if (!isShut) return;
    setStep((now) => (now.at === 'sheet' ? door : now));
    clearToasts();
  }, [isShut]);
  useEffect(() => followBookForCopies(), []);
  if (state.error) {
    return (
      <GateCard title="The books cannot be listed">
        <FaultAlert fault={state.error.fault} />
      </GateCard>
    );
  }
  if (!book) return null;

  if (step.at === 'create') {
    return <CreateBook onMade={(code) => setStep({ at: 'sheet', code })} onBack={() => setStep(door)} />;
  }
  if (book.state === 'open') {
    if (step.at === 'sheet') {
      return (
        <GateCard title="Your recovery sheet" width="sheet">
          <RecoverySheet code={step.code} onDone={() => setStep(door)} onLater={() => setStep(door)} />
        </GateCard>
      );
    }
    const isTested = book.sample || book.recoveryConfirmed;
    return (
      <div className="vault-open">
        {isTested ? null : <RecoveryBanner />}
        <CopyLine />
        <div className="vault-book">{children}</div>
      </div>
    );
  }
  if (book.state === 'opening') return <OpeningCard step={opening ?? book.step} />;
  const own = book.books.filter((listing) => !listing.sample);
  if (step.at === 'recover') {
    const listing = own.find((one) => one.bookId === step.bookId);
    if (listing)
      return <UseRecovery book={listing} onBack={() => setStep(door)} onOpened={() => setStep(door)} />;
  }
  const hasSample = own.length < book.books.length;
  const create = () => setStep({ at: 'create' });
  return own.length === 0 ? (
    <FirstStart hasSample={hasSample} onCreate={create} />
  ) : (
    <Unlock
      books={own}
      hasSample={hasSample}
      onCreate={create}
      onRecover={(bookId) => setStep({ at: 'recover', bookId })}
    />
  );
}
