/** Which columns leave, in the order of the list they come from; those the list does not show follow in their own. */
import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { TableColumn } from '../../../shared/domain/export.ts';

type ColumnChoiceProps = {
  readonly columns: readonly TableColumn[];
  readonly asInList: readonly string[];
  readonly picked: readonly string[];
  readonly disabled: boolean;
  pick(columnIds: readonly string[]): void;
};

export function ColumnChoice({ columns, asInList, picked, disabled, pick }: ColumnChoiceProps) {
  const rest = columns.map(({ columnId }) => columnId).filter((columnId) => !asInList.includes(columnId));
  const order = [...asInList, ...rest];
  const title = new Map(columns.map((column) => [column.columnId, column.title]));
  const chosen = new Set(picked);
  const inOrder = (wanted: ReadonlySet<string>) => order.filter((columnId) => wanted.has(columnId));
  return (
    <fieldset className="export-columns" disabled={disabled}>
      <Group justify="space-between" gap="xs">
        <Text component="legend" size="sm" fw={500}>
          Columns ({picked.length} of {order.length})
        </Text>
        <Group gap={4}>
          <Button size="compact-xs" variant="default" onClick={() => pick(asInList)}>
            As in the list
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => pick(order)}>
            All
          </Button>
        </Group>
      </Group>
      <div className="export-column-grid">
        {order.map((columnId) => (
          <Checkbox
            key={columnId}
            size="xs"
            label={title.get(columnId) ?? columnId}
            checked={chosen.has(columnId)}
            onChange={(event) => {
              const wanted = new Set(chosen);
              if (event.currentTarget.checked) wanted.add(columnId);
              else wanted.delete(columnId);
              pick(inOrder(wanted));
            }}
          />
        ))}
      </div>
      {picked.length === 0 ? (
        <Text size="xs" role="status">
          Tick at least one column.
        </Text>
      ) : null}
    </fieldset>
  );
}
