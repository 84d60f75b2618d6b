/** A fault where it happened: what went wrong and what to do, in words. */
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Fault } from '../../shared/errors/result.ts';
import { sentenceOf } from '../../shared/text/faults.ts';

export type FaultAlertProps = {
  /** Nothing is shown for `null`. */
  readonly fault: Fault | null | undefined;
  /** Buttons that help out of it. */
  readonly children?: ReactNode;
};

export function FaultAlert({ fault, children }: FaultAlertProps) {
  if (!fault) return null;
  const { what, todo } = sentenceOf(fault);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={what}
      data-fault={fault.code}
    >
      <Text size="sm">{todo}</Text>
      {children}
    </Alert>
  );
}
