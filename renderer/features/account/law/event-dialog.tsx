/**
 * Recording what the law attaches something to: first what happened, found by its words, then the few particulars its rule looks
 * at. Half-typed it is a draft, like every form of the account.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Radio, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { holdOfEvent, type LegalEventKind } from '../../../../shared/domain/law.ts';
import { holdKindWords, legalEventKindWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayInput, LineInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { ParticularFields } from './event-fields.tsx';
import { blankEvent, eventFields, eventOf, eventSchema } from './event-form.ts';
import {
  type EventGroup,
  eventForms,
  eventGroupWords,
  findKinds,
  isAlwaysAboutPerson,
} from './event-kinds.ts';

export type EventDialogProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  /** Chosen already, from where the dialog was opened. */
  readonly kind: LegalEventKind | null;
  onClose(): void;
};

export function EventDialog({ account, today, kind: asked, onClose }: EventDialogProps) {
  const schema = useMemo(() => eventSchema(today), [today]);
  const first = useMemo(() => (asked === null ? blankEvent : eventOf(asked)), [asked]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: first });
  const draft = useFormDraft(
    `event:${account.accountId}${asked === null ? '' : `.${asked}`}`,
    form,
    eventFields,
    first,
  );
  const kind = useWatch({ control: form.control, name: 'kind' });
  const record = useOnce('law.recordEvent');
  const choose = (next: LegalEventKind | null) =>
    form.reset(eventOf(next, form.getValues()), { keepDefaultValues: true });
  const submit = form.handleSubmit(async (event) => {
    const result = await record.run({ accountId: account.accountId, ...event });
    if (!result.ok) return;
    draft.clear();
    onClose();
    const hold = holdOfEvent(event.kind);
    showDone(
      hold === null
        ? `Recorded: ${legalEventKindWords[event.kind]}.`
        : `Recorded: ${legalEventKindWords[event.kind]}. On hold: ${holdKindWords[hold].toLowerCase()}.`,
    );
  });
  return (
    <Dialog
      onClose={onClose}
      title={kind === null ? 'What happened?' : legalEventKindWords[kind]}
      size="lg"
      className="law-event-dialog"
    >
      {kind === null ? (
        <KindChooser onChoose={choose} />
      ) : (
        <form onSubmit={submit} onKeyDown={submitOnPress(record.pending)} onChange={record.forget} noValidate>
          <Stack gap="sm">
            <div className="law-effect">
              <Text size="sm">{eventForms[kind].does}</Text>
              {eventForms[kind].ends === '' ? null : (
                <Text size="sm" c="dimmed">
                  Ends: {eventForms[kind].ends}
                </Text>
              )}
              <button type="button" className="account-link" onClick={() => choose(null)}>
                Something else happened
              </button>
            </div>
            <div className="account-pair">
              <DayInput
                control={form.control}
                name="on"
                label="Day it happened or came in"
                required
                today={today}
                leaning="behind"
              />
              {isAlwaysAboutPerson(kind) ? (
                <Text size="sm" c="dimmed" pt="lg">
                  About every debt of this person.
                </Text>
              ) : (
                <Controller
                  control={form.control}
                  name="allDebts"
                  render={({ field }) => (
                    <Radio.Group
                      size="xs"
                      label="It is about"
                      value={field.value ? 'all' : 'one'}
                      onChange={(value) => field.onChange(value === 'all')}
                    >
                      <Stack gap={4} mt={4}>
                        <Radio value="one" label={`This debt, ${account.number}`} />
                        <Radio value="all" label="Every debt of this person" />
                      </Stack>
                    </Radio.Group>
                  )}
                />
              )}
            </div>
            <ParticularFields form={form} debtor={account.debtor} today={today} />
            <LineInput
              control={form.control}
              name="source"
              label="Where this is known from"
              required
              placeholder="Letter of 12 March, the debtor on the phone, notice of the court"
            />
            <LineInput
              control={form.control}
              name="document"
              label="Document"
              placeholder="Where the paper is: folder, file name, page"
            />
            <Textarea
              label="Remark"
              autosize
              minRows={2}
              maxRows={6}
              error={form.formState.errors.memo?.message}
              {...form.register('memo')}
            />
            <FaultAlert fault={record.fault} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <SubmitButton
                pending={record.pending}
                disabled={!draft.ready}
                rightSection={<KeyHint keys="Mod+Enter" />}
              >
                Record
              </SubmitButton>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

/** Found by typing; arrow keys go from the field into the list and through it. */
function KindChooser({ onChoose }: { onChoose(kind: LegalEventKind): void }) {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const found = findKinds(typed, legalEventKindWords);
  const groups = new Map<EventGroup, LegalEventKind[]>();
  for (const kind of found) {
    const { group } = eventForms[kind];
    groups.set(group, [...(groups.get(group) ?? []), kind]);
  }
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the list inside
    <div onKeyDown={move}>
      <TextInput
        label="Find it by a word"
        placeholder="bankruptcy, attorney, stop, dispute, consent"
        data-autofocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found[0];
          if (event.key === 'Enter' && typed.trim() !== '' && only !== undefined) {
            event.preventDefault();
            onChoose(only);
          }
        }}
      />
      <div className="law-kinds" ref={list}>
        {found.length === 0 ? (
          <Text size="sm" c="dimmed" mt="sm" role="status">
            Nothing is called that. Try another word, or empty the field to see everything.
          </Text>
        ) : null}
        {[...groups].map(([group, kinds]) => (
          <section key={group} aria-label={eventGroupWords[group]}>
            <h3 className="law-kind-group">{eventGroupWords[group]}</h3>
            {kinds.map((kind) => (
              <UnstyledButton key={kind} className="law-kind" onClick={() => onChoose(kind)}>
                <span className="law-kind-name">{legalEventKindWords[kind]}</span>
                <span className="law-kind-does">{eventForms[kind].does}</span>
              </UnstyledButton>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
