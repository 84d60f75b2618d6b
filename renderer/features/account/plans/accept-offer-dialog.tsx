/** Accepting an offer: what it makes and what a default does are said first; afterwards its papers are offered. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import { planKindWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { FloorNote, noOverride, OverrideFields, overrideOf } from './floor-note.tsx';
import { acceptWords } from './offer-words.ts';
import { PapersDialog } from './papers-dialog.tsx';
import { onDefaultWords, planDefaultWords } from './schedule-words.ts';

export type AcceptOfferDialogProps = {
  readonly offer: OfferRow;
  readonly mayGoBelow: string;
  onClose(): void;
};

export function AcceptOfferDialog({ offer, mayGoBelow, onClose }: AcceptOfferDialogProps) {
  const accept = useOnce('offers.accept');
  const [override, setOverride] = useState(noOverride);
  const [asked, setAsked] = useState(false);
  const [planId, setPlanId] = useState<number | null>(null);
  const kind = planKindWords[offer.kind].toLowerCase();
  // The office's own offer below a floor was allowed when it was made; the debtor's is allowed here or not at all.
  const needsOverride = offer.brokenFloors.length > 0 && offer.allowedBy === '';
  const confirm = async () => {
    const given = overrideOf(override);
    if (needsOverride && given === null) return setAsked(true);
    const result = await accept.run({ offerId: offer.offerId, override: given });
    if (result.ok) setPlanId(result.value.planId);
  };
  if (planId !== null) return <PapersDialog planId={planId} kind={offer.kind} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={`Accept this ${kind}?`} size="md">
      <Stack gap="sm">
        <Text size="sm">{acceptWords(offer)}</Text>
        <Text size="sm" fw={600}>
          {offer.settlement ? onDefaultWords[offer.settlement.onDefault] : planDefaultWords}
        </Text>
        {offer.brokenFloors.length > 0 ? <FloorNote broken={offer.brokenFloors} /> : null}
        {needsOverride ? (
          <OverrideFields value={override} mayGoBelow={mayGoBelow} asked={asked} onChange={setOverride} />
        ) : null}
        <FaultAlert fault={accept.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not yet
          </Button>
          <Button
            data-autofocus
            aria-busy={accept.pending || undefined}
            onClick={() => void confirm()}
          >{`Accept and start the ${kind}`}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
