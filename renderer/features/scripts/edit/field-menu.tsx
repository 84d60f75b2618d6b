/** The fields a text may name, to be put in where the cursor stands; those that tell of the debt say so. */
import { Button, Menu, ScrollArea, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { type Reveals, scriptFields } from '../../../../shared/scripts/fields.ts';

const groups: readonly { readonly reveals: Reveals; readonly title: string }[] = [
  { reveals: 'nothing', title: 'May be said to anybody' },
  { reveals: 'office', title: 'The office: to the right party, or on asking' },
  { reveals: 'debt', title: 'The debt: to the right party only' },
];

export function FieldMenu({ onInsert }: { onInsert(text: string): void }) {
  return (
    <Menu position="bottom-end" width={340} returnFocus={false}>
      <Menu.Target>
        <Button variant="default" size="compact-xs" leftSection={<IconBraces size={14} aria-hidden />}>
          Insert a field
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto">
          {groups.map(({ reveals, title }) => (
            <div key={reveals}>
              <Menu.Label>{title}</Menu.Label>
              {scriptFields
                .filter((field) => field.reveals === reveals)
                .map((field) => (
                  <Menu.Item key={field.name} onClick={() => onInsert(textOf(field.name, field.optional))}>
                    <Text size="sm">{field.label}</Text>
                    <Text size="xs" c="dimmed">
                      {field.example}
                      {field.optional ? ', may be missing' : ''}
                    </Text>
                  </Menu.Item>
                ))}
            </div>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

/** One that may be missing comes with the condition that leaves it out. */
function textOf(name: string, optional: boolean): string {
  return optional ? `{% if ${name} %}{{ ${name} }}{% endif %}` : `{{ ${name} }}`;
}
