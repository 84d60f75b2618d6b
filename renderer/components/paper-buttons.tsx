/** Print and save, beside a page that is shown as it will be; says while the page is being made. */
import { Button, Loader } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';

/** What a page that is shown is busy with. */
export type PaperWork = 'preview' | 'print' | 'save' | null;

export type PaperButtonsProps = {
  /** `null` while there is no page yet. */
  readonly previewId: string | null;
  readonly pending: PaperWork;
  /** What is being made, for who cannot see the sign: `Making the page`. */
  readonly making: string;
  /** Print has the focus at first. */
  readonly focusPrint?: boolean;
  onPrint(previewId: string): void;
  onSave(previewId: string): void;
};

export function PaperButtons(props: PaperButtonsProps) {
  const { previewId, pending, making, focusPrint = false, onPrint, onSave } = props;
  const disabled = pending !== null || previewId === null;
  return (
    <>
      <Button
        leftSection={<IconPrinter size={15} aria-hidden />}
        loading={pending === 'print'}
        disabled={disabled}
        onClick={() => previewId !== null && onPrint(previewId)}
        {...(focusPrint ? { 'data-autofocus': true } : {})}
      >
        Print…
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        loading={pending === 'save'}
        disabled={disabled}
        onClick={() => previewId !== null && onSave(previewId)}
      >
        Save as PDF…
      </Button>
      {pending === 'preview' ? <Loader size="sm" role="status" aria-label={making} /> : null}
    </>
  );
}
