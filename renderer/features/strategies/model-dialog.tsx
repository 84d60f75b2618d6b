/** Where a new strategy begins: one of the models that come with Duebook, or nothing. */
import { Button, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { everybody, type StrategyBody } from '../../../shared/domain/strategy.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import type { Edited } from './strategy-editor.tsx';

const blank: StrategyBody = {
  about: '',
  forWhom: everybody,
  steps: [],
  stops: ['payment', 'promise', 'plan'],
};

export type ModelDialogProps = {
  readonly opened: boolean;
  /** Names in use. */
  readonly taken: readonly string[];
  onClose(): void;
  onChoose(edited: Edited): void;
};

/** The name, or the name with a number behind it. */
function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!used.has(tried.toLowerCase())) return tried;
  }
}

export function ModelDialog({ opened, taken, onClose, onChoose }: ModelDialogProps) {
  const models = useCall('strategies.models', {}, { enabled: opened });
  const choose = (name: string, body: StrategyBody) => {
    onClose();
    onChoose({ strategyId: null, name, body, state: 'draft', active: 0 });
  };
  return (
    <Modal opened={opened} onClose={onClose} title="New strategy" size="lg">
      <Stack gap="xs">
        <Text size="sm">
          Begin with a model and change what you like. Nothing happens before you turn it on.
        </Text>
        <FaultAlert fault={models.error?.fault} />
        {(models.data?.models ?? []).map(({ code, name, body }) => (
          <UnstyledButton
            key={code}
            className="strategy-model"
            onClick={() => choose(freeName(name, taken), body)}
          >
            <span className="strategy-model-name">{name}</span>
            <span>{body.about}</span>
            <span className="strategy-dim">{body.steps.length} steps</span>
          </UnstyledButton>
        ))}
        <Button variant="default" onClick={() => choose('', blank)}>
          Begin with nothing
        </Button>
      </Stack>
    </Modal>
  );
}
