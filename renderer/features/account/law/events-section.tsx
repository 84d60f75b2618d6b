/** Rights and events in force, by what they are about; what ended is a press away. */

import { Button, Drawer } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { LegalEventRow } from '../../../../shared/contract/law.ts';
import { detailWords, eventTitle } from '../../../../shared/templates/event-words.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { type EventGroup, eventForms, eventGroups, eventGroupWords } from './event-kinds.ts';
import { scopeWords } from './event-words.ts';
import type { LawForm } from './law-form.ts';

export type EventsSectionProps = {
  readonly events: readonly LegalEventRow[];
  readonly debtor: DebtorFacts;
  onForm(form: LawForm): void;
};

export function EventsSection({ events, debtor, onForm }: EventsSectionProps) {
  const [past, setPast] = useState(false);
  const inForce = events.filter((event) => event.endedOn === null && !event.withdrawn);
  const ended = events.filter((event) => event.endedOn !== null || event.withdrawn);
  const groups = eventGroups.flatMap((group) => {
    const members = inForce.filter(({ kind }) => eventForms[kind].group === group);
    return members.length === 0 ? [] : [{ group, members }];
  });
  return (
    <section className="account-group" aria-label="Rights and events">
      <h2 className="account-group-title">Rights and events</h2>
      {groups.length === 0 ? (
        <p className="account-none">
          None recorded. A letter to stop, an attorney, a bankruptcy, a dispute or a consent belongs here.
        </p>
      ) : (
        groups.map(({ group, members }) => (
          <EventGroupList key={group} group={group} events={members} debtor={debtor} onForm={onForm} />
        ))
      )}
      <div className="law-row">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          rightSection={<KeyHint keys="V" />}
          aria-keyshortcuts="V Alt+V"
          onClick={() => onForm({ form: 'record', kind: null })}
        >
          Record…
        </Button>
        {ended.length === 0 ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setPast(true)}>
            {ended.length} ended
          </Button>
        )}
      </div>
      <Drawer
        opened={past}
        onClose={() => setPast(false)}
        position="right"
        title="Rights and events that ended"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ul className="law-events">
          {ended.map((event) => (
            <EventLine key={event.eventId} event={event} debtor={debtor} onForm={onForm} />
          ))}
        </ul>
      </Drawer>
    </section>
  );
}

type GroupProps = {
  readonly group: EventGroup;
  readonly events: readonly LegalEventRow[];
  readonly debtor: DebtorFacts;
  onForm(form: LawForm): void;
};

function EventGroupList({ group, events, debtor, onForm }: GroupProps) {
  return (
    <section aria-label={eventGroupWords[group]}>
      <h3 className="law-group-title">{eventGroupWords[group]}</h3>
      <ul className="law-events">
        {events.map((event) => (
          <EventLine key={event.eventId} event={event} debtor={debtor} onForm={onForm} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  readonly event: LegalEventRow;
  readonly debtor: DebtorFacts;
  onForm(form: LawForm): void;
};

function EventLine({ event, debtor, onForm }: LineProps) {
  const { eventId, withdrawn, endedOn, endedReason } = event;
  const about = [
    event.accountId === null ? 'every debt' : '',
    scopeWords(event, debtor),
    ...detailWords(event),
  ].filter((part) => part !== '');
  return (
    <li className="law-event" data-off={endedOn !== null || withdrawn || undefined}>
      <IconGavel size={14} aria-hidden className="law-event-mark" />
      <div>
        <button type="button" className="law-event-name" onClick={() => onForm({ form: 'event', eventId })}>
          {eventTitle(event)}
        </button>
        <div className="account-reach-detail">
          <DayText day={event.on} />
          {about.length === 0 ? '' : `, ${about.join(', ')}`}. Source: {event.source}
        </div>
        {endedOn === null ? null : (
          <div className="account-reach-detail">
            {withdrawn ? 'Withdrawn' : 'Ended'} <DayText day={endedOn} />
            {endedReason === null ? '' : `: ${endedReason}`}
          </div>
        )}
      </div>
    </li>
  );
}
