/** Once a plan or settlement stands, its papers are offered: what was agreed belongs in writing. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { usePaper } from '../../../bridge/papers.ts';
import { Dialog } from '../forms/dialog.tsx';

export type PapersDialogProps = {
  readonly planId: number;
  readonly kind: 'plan' | 'settlement';
  onClose(): void;
};

export function PapersDialog({ planId, kind, onClose }: PapersDialogProps) {
  const showPaper = usePaper();
  const show = (paper: 'agreement' | 'coupons') => {
    onClose();
    showPaper({ paper, planId });
  };
  return (
    <Dialog
      onClose={onClose}
      title={kind === 'plan' ? 'The plan is started' : 'The settlement is started'}
      size="md"
    >
      <Stack gap="sm">
        <Text size="sm">
          Send the agreement to the debtor, so that both sides have the terms in writing; the coupon sheet
          goes with it. Both can be printed later from the {kind}.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Later
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => show('coupons')}
          >
            Coupon sheet…
          </Button>
          <Button
            data-autofocus
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => show('agreement')}
          >
            Agreement…
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
