/** Logging what was offered, by the office or by the debtor, before anybody says yes. */
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import type { Offer } from '../../../../shared/domain/offers.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { FloorNote, OverrideFields, overrideOf } from './floor-note.tsx';
import { scheduleWords } from './schedule-words.ts';
import { sentTerms } from './sent-terms.ts';
import { useTakeOffer } from './take-offer.ts';
import type { WorkshopAsked, WorkshopFields, WorkshopKind } from './workshop-form.ts';

export type LogOfferDialogProps = {
  readonly kind: WorkshopKind;
  readonly accountIds: readonly number[];
  readonly answer: Offer;
  readonly settlement: WorkshopAsked['settlement'];
  readonly countersOfferId: number | null;
  readonly mayGoBelow: string;
  /** Keeps the memo and the override while they are typed. */
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  onLogged(): void;
  onClose(): void;
};

export function LogOfferDialog(props: LogOfferDialogProps) {
  const { kind, accountIds, answer, settlement, countersOfferId, form, onLogged, onClose } = props;
  const make = useOnce('offers.make');
  const take = useTakeOffer();
  const [madeBy, setMadeBy] = useState<OfferRow['madeBy']>('office');
  const [asked, setAsked] = useState(false);
  const fields = form.watch();
  const below = answer.brokenFloors.length > 0;
  // A debtor may ask for anything; only accepting it needs leave.
  const needsOverride = below && madeBy === 'office';
  const override = overrideOf({ reason: fields.overrideReason, allowedBy: fields.allowedBy });
  const { terms } = answer;
  const log = async () => {
    if (needsOverride && override === null) return setAsked(true);
    const [accountId = 0, ...alsoAccountIds] = accountIds;
    const offer = {
      alsoAccountIds,
      kind,
      madeBy,
      countersOfferId,
      terms: sentTerms(terms),
      settlement,
      override: needsOverride ? override : null,
      memo: fields.memo.trim(),
    };
    if (take !== null) {
      const words = scheduleWords(answer.schedule, terms.frequency, terms.uneven != null);
      take({ offer, accepted: false, words: `${madeBy === 'debtor' ? 'By the debtor: ' : ''}${words}.` });
      showDone('The offer is kept with the call.');
      return onLogged();
    }
    const result = await make.run({ accountId, ...offer });
    if (!result.ok) return;
    showDone('The offer is in the log.');
    onLogged();
  };
  return (
    <Dialog onClose={onClose} title="Log this offer?" size="md">
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label="Who made it"
          value={madeBy}
          onChange={(value) => setMadeBy(value === 'debtor' ? 'debtor' : 'office')}
          data={[
            { value: 'office', label: countersOfferId === null ? 'We offered it' : 'We countered' },
            {
              value: 'debtor',
              label: countersOfferId === null ? 'The debtor offered it' : 'The debtor countered',
            },
          ]}
        />
        <Text size="sm">{scheduleWords(answer.schedule, terms.frequency, terms.uneven != null)}.</Text>
        <FloorNote broken={answer.brokenFloors} />
        {needsOverride ? (
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
        <TextInput
          label="What was said about it"
          maxLength={500}
          autoComplete="off"
          data-autofocus
          {...form.register('memo')}
        />
        <FaultAlert fault={make.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Back to the workshop
          </Button>
          <Button aria-busy={make.pending || undefined} onClick={() => void log()}>
            {take === null ? 'Log offer' : 'Keep with the call'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
