/** Opening the sample office, and deleting it in one step. */
import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCommand } from '../../bridge/queries.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { showDone } from '../../components/toasts.tsx';

type WithFault = { onFault(fault: Fault | null): void };

type OpenSampleProps = WithFault & { readonly label: string; readonly size?: 'xs' | 'sm' };

export function OpenSampleButton({ onFault, label, size = 'sm' }: OpenSampleProps) {
  const open = useCommand('book.openSample');
  const press = () => {
    onFault(null);
    open.mutate({}, { onError: (error) => onFault(error.fault) });
  };
  return (
    <Button size={size} variant="default" loading={open.isPending} onClick={press}>
      {label}
    </Button>
  );
}

/** `as` a link inside a sentence, or a button of its own. */
export function DeleteSampleButton({
  onFault,
  as = 'link',
}: WithFault & { readonly as?: 'link' | 'button' }) {
  const [asking, setAsking] = useState(false);
  const remove = useCommand('book.deleteSample');
  const confirm = () => {
    onFault(null);
    remove.mutate(
      {},
      {
        onSuccess: () => showDone('The sample office was deleted.'),
        onError: (error) => onFault(error.fault),
        onSettled: () => setAsking(false),
      },
    );
  };
  return (
    <>
      {as === 'link' ? (
        <Anchor component="button" type="button" size="sm" onClick={() => setAsking(true)}>
          Delete it
        </Anchor>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          Delete the sample office
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title="Delete the sample office?"
        confirmLabel="Delete the sample office"
        dangerous
        pending={remove.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        Its invented accounts and whatever you entered among them are removed from this computer. Your own
        books are not touched. The sample office can be made anew at any time, as it was on the first day.
      </ConfirmDialog>
    </>
  );
}
