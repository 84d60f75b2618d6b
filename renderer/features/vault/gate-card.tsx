/** One card in the middle of an empty window: everything before the book looks like this. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyLine } from './copy-line.tsx';

export type GateCardProps = {
  readonly title: string;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  readonly width?: 'form' | 'sheet' | 'choices';
  readonly children: ReactNode;
  /** Other ways to go, under the card. */
  readonly footer?: ReactNode;
};

export function GateCard({ title, lead, width = 'form', children, footer }: GateCardProps) {
  return (
    <main className="vault-gate">
      <div className="vault-gate-inner" data-width={width}>
        <div className="vault-brand" aria-hidden>
          <span className="vault-brand-mark">D</span>
          <span>Duebook</span>
        </div>
        <section className="vault-card" aria-labelledby="vault-title">
          <Title order={1} size="h2" id="vault-title">
            {title}
          </Title>
          {lead === undefined ? null : (
            <Text size="sm" c="dimmed" mt={4} component="div">
              {lead}
            </Text>
          )}
          <div className="vault-card-body">{children}</div>
        </section>
        <CopyLine />
        {footer === undefined ? null : <div className="vault-footer">{footer}</div>}
      </div>
    </main>
  );
}
