/**
 * A dialog that is there only while it is asked for. When it goes, the focus returns to what opened it; a menu
 * is gone by then, so its button takes the focus instead.
 */
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

export type DialogProps = Omit<ModalProps, 'opened' | 'centered'>;

export function Dialog(props: DialogProps) {
  const [opener] = useState(findOpener);
  useEffect(
    () => () => {
      // After the dialog has left the page and whatever it was closed for has been drawn.
      setTimeout(() => {
        if (document.activeElement === document.body && opener?.isConnected) opener.focus();
      });
    },
    [opener],
  );
  return <Modal {...props} opened centered />;
}

function findOpener(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const menu = active.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
}
