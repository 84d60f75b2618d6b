/** What an opening is busy with when it takes longer than a moment. */
import { Group, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OpeningStep } from '../../../shared/contract/book.ts';
import { onEvent } from '../../bridge/calls.ts';
import { GateCard } from './gate-card.tsx';

export const openingWords: Readonly<Record<OpeningStep, string>> = {
  sample: 'Preparing the sample office…',
  check: 'The book was not closed properly last time; checking it…',
  update: 'Copying the book, then bringing it up to date for this Duebook…',
  open: 'Opening the book…',
};

/** The step main told last; `null` when none is under way. */
export function useOpeningStep(): OpeningStep | null {
  const [step, setStep] = useState<OpeningStep | null>(null);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'opening') setStep(event.step);
      }),
    [],
  );
  return step;
}

/** Stands where no form does that would say it, as when the program was started with the sample office. */
export function OpeningCard({ step }: { readonly step: OpeningStep }) {
  return (
    <GateCard title={step === 'sample' ? 'Sample office' : 'Opening the book'}>
      <Group gap="sm" wrap="nowrap">
        <Loader size="sm" aria-hidden />
        <Text size="sm" role="status">
          {openingWords[step]}
        </Text>
      </Group>
    </GateCard>
  );
}
