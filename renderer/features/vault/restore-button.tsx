/** Brings a backup in as a book of its own; the file is chosen in a dialog of the system. */
import { Button, type ButtonProps } from '@mantine/core';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCommand } from '../../bridge/queries.ts';
import { showDone } from '../../components/toasts.tsx';

export type RestoreButtonProps = Pick<ButtonProps, 'variant' | 'size'> & {
  readonly label: string;
  /** Added to the message when it worked: where to find the book now. */
  readonly hint?: string;
  onFault(fault: Fault | null): void;
};

export function RestoreButton({ label, hint, onFault, variant, size }: RestoreButtonProps) {
  const restore = useCommand('book.restore');
  const press = () => {
    onFault(null);
    restore.mutate(
      {},
      {
        onSuccess: ({ officeName }) => {
          const found = hint ?? 'Open it with the passphrase it had when the backup was made.';
          showDone(`“${officeName}” was restored as a book of its own. ${found}`);
        },
        onError: ({ fault }) => {
          // Closing the dialog is an answer, not a failure.
          if (fault.code !== 'file.dialog_cancelled') onFault(fault);
        },
      },
    );
  };
  return (
    <Button variant={variant ?? 'default'} size={size ?? 'xs'} loading={restore.isPending} onClick={press}>
      {label}
    </Button>
  );
}
