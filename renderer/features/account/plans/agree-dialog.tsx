/**
 * Starting what was agreed on the phone. A plan is started at once; a settlement is logged as an offer and accepted, in two
 * commands, of which a retry does only the one that is missing.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Offer } from '../../../../shared/domain/offers.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { FloorNote, OverrideFields, overrideOf } from './floor-note.tsx';
import { summaryWords } from './plan-summary.tsx';
import { onDefaultWords, planDefaultWords } from './schedule-words.ts';
import { sentTerms } from './sent-terms.ts';
import { useTakeOffer } from './take-offer.ts';
import type { WorkshopAsked, WorkshopFields, WorkshopKind } from './workshop-form.ts';

export type AgreeDialogProps = {
  readonly kind: WorkshopKind;
  /** The account it is kept with, then the others it covers. */
  readonly accountIds: readonly number[];
  readonly answer: Offer;
  readonly settlement: WorkshopAsked['settlement'];
  readonly countersOfferId: number | null;
  readonly owedCents: number;
  readonly mayGoBelow: string;
  /** Keeps the override while it is typed. */
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  onStarted(planId: number): void;
  /** A call took it over: nothing is written yet. */
  onTaken(): void;
  onClose(): void;
};

export function AgreeDialog(props: AgreeDialogProps) {
  const { kind, accountIds, answer, settlement, owedCents, form, onStarted, onClose } = props;
  const begin = useOnce('plans.start');
  const take = useTakeOffer();
  const make = useOnce('offers.make');
  const accept = useOnce('offers.accept');
  const [asked, setAsked] = useState(false);
  const [offerId, setOfferId] = useState<number | null>(null);
  const fields = form.watch();
  const below = answer.brokenFloors.length > 0;
  const override = overrideOf({ reason: fields.overrideReason, allowedBy: fields.allowedBy });
  const pending = begin.pending || make.pending || accept.pending;
  const [accountId = 0, ...alsoAccountIds] = accountIds;
  const terms = sentTerms(answer.terms);

  const start = async () => {
    if (below && override === null) return setAsked(true);
    const given = below ? override : null;
    const offer = {
      alsoAccountIds,
      kind,
      madeBy: 'office' as const,
      countersOfferId: props.countersOfferId,
      terms,
      settlement,
      override: given,
      memo: fields.memo.trim(),
    };
    if (take !== null) {
      take({ offer, accepted: true, words: summaryWords({ kind, answer, owedCents }) });
      return props.onTaken();
    }
    // An answer to a logged offer goes through the log, so that the one it answers gets its outcome.
    if (kind === 'plan' && props.countersOfferId === null) {
      const result = await begin.run({ accountId, alsoAccountIds, terms, override: given });
      if (result.ok) onStarted(result.value.planId);
      return;
    }
    let made = offerId;
    if (made === null) {
      const logged = await make.run({ accountId, ...offer });
      if (!logged.ok) return;
      made = logged.value.offerId;
      setOfferId(made);
    }
    const result = await accept.run({ offerId: made, override: given });
    if (result.ok) onStarted(result.value.planId);
  };

  return (
    <Dialog
      onClose={onClose}
      title={
        take !== null
          ? 'Agreed in this call?'
          : kind === 'plan'
            ? 'Start this plan?'
            : 'Start this settlement?'
      }
      size="md"
    >
      <Stack gap="sm">
        <Text size="sm">
          {summaryWords({ kind, answer, owedCents })} A reminder is set for each instalment’s own day
          {take === null ? '.' : ', once the call is kept.'}
        </Text>
        <Text size="sm" fw={600}>
          {settlement ? onDefaultWords[settlement.onDefault] : planDefaultWords}
        </Text>
        {below ? <FloorNote broken={answer.brokenFloors} /> : null}
        {below ? (
          <OverrideFields
            value={{ reason: fields.overrideReason, allowedBy: fields.allowedBy }}
            mayGoBelow={props.mayGoBelow}
            asked={asked}
            onChange={(value) => {
              form.setValue('overrideReason', value.reason);
              form.setValue('allowedBy', value.allowedBy);
            }}
          />
        ) : null}
        <FaultAlert fault={begin.fault ?? make.fault ?? accept.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Back to the workshop
          </Button>
          <Button
            data-autofocus={below ? undefined : true}
            aria-busy={pending || undefined}
            onClick={() => void start()}
          >
            {take !== null ? 'Keep with the call' : kind === 'plan' ? 'Start plan' : 'Start settlement'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
