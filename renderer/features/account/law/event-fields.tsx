/** The particulars of an event, each by its own kind of field; which of them are asked for stands in `event-kinds.ts`. */
import { Chip, Group, Input, SegmentedControl } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { contactChannels } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { consentKinds } from '../../../../shared/domain/law.ts';
import { consentKindWords, contactChannelWords } from '../../../../shared/text/labels.ts';
import { weekdayName } from '../../../../shared/text/moment-words.ts';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { daysAhead, type EventFields, type eventSchema, shownFields } from './event-form.ts';
import type { EventField } from './event-kinds.ts';
import { reachOptions } from './reach-words.ts';

type EventFormOf = UseFormReturn<EventFields, unknown, ReturnType<typeof eventSchema>['_zod']['output']>;

export type ParticularFieldsProps = {
  readonly form: EventFormOf;
  readonly debtor: DebtorFacts;
  readonly today: Day;
};

export function ParticularFields({ form, debtor, today }: ParticularFieldsProps) {
  const kind = useWatch({ control: form.control, name: 'kind' });
  const consent = useWatch({ control: form.control, name: 'consent' });
  const shown = shownFields({ kind, consent });
  if (shown.length === 0) return null;
  return (
    <div className="account-pair">
      {shown.map((field) => (
        <Particular key={field} field={field} form={form} debtor={debtor} today={today} kind={kind} />
      ))}
    </div>
  );
}

const yesNoLabels = {
  direct: 'Given to this office itself',
  written: 'In writing',
  duplicative: 'The same as one answered before',
  codebtor: 'Filed by a co-debtor, not this person',
  secured: 'The debt is secured',
  report: 'An identity-theft report came with it',
  blocked605b: 'A bureau blocked the debt',
  electronic: 'Sent electronically',
  complete: 'Complete',
  reassigned: 'The number was reassigned',
} as const;

const lineLabels = {
  name: 'Name',
  firm: 'Firm',
  address: 'Address',
  phone: 'Phone',
  caseNumber: 'Case number',
  court: 'Court',
  how: 'How it was sent',
} as const;

const dayLabels = {
  untilOn: 'Until, when a day was named',
  diedOn: 'Day of death, if known',
  from: 'From',
  to: 'To, if known',
  sentOn: 'Day it was sent',
  optOutBy: 'Last day to opt out',
  endsOn: 'End printed on it, if any',
} as const;

const none = { value: '', label: 'Choose…' };
const anyOne = { value: '', label: 'No particular one' };

type ParticularProps = ParticularFieldsProps & {
  readonly field: EventField;
  readonly kind: EventFields['kind'];
};

function Particular({ field, form, debtor, today, kind }: ParticularProps) {
  const { control } = form;
  switch (field) {
    case 'reaches':
      return (
        <>
          <ChannelField form={form} none={anyOne.label} />
          <ChoiceInput
            control={control}
            name="phoneId"
            label="Number"
            options={[anyOne, ...onFile('phone', debtor)]}
          />
          <ChoiceInput
            control={control}
            name="emailId"
            label="E-mail address"
            options={[anyOne, ...onFile('email', debtor)]}
          />
          <ChoiceInput
            control={control}
            name="addressId"
            label="Address"
            options={[anyOne, ...onFile('address', debtor)]}
          />
        </>
      );
    case 'channel':
      return <ChannelField form={form} none="Every channel" />;
    case 'phoneId':
      return (
        <ChoiceInput
          control={control}
          name="phoneId"
          label="Number"
          options={[anyOne, ...onFile('phone', debtor)]}
        />
      );
    case 'emailId':
      return (
        <ChoiceInput
          control={control}
          name="emailId"
          label="E-mail address"
          options={[anyOne, ...onFile('email', debtor)]}
        />
      );
    case 'place':
      return (
        <ChoiceInput
          control={control}
          name="place"
          label="Place"
          options={[none, { value: 'home', label: 'At home' }, { value: 'work', label: 'At work' }]}
        />
      );
    case 'consent':
      return (
        <ChoiceInput
          control={control}
          name="consent"
          label="What the consent is for"
          required
          options={[
            { value: '', label: 'Choose…' },
            ...optionsOf(consentKinds, consentKindWords).map(({ value, label }) => ({
              value,
              label: `Consent ${label}`,
            })),
          ]}
        />
      );
    case 'reach':
      return (
        <ChoiceInput
          control={control}
          name="reach"
          label="Can the attorney be reached"
          options={[
            { value: '', label: 'Not known yet' },
            { value: 'known', label: 'Name and address are known' },
            { value: 'findable', label: 'They can be found' },
            { value: 'not_found', label: 'Looked for and not found' },
          ]}
        />
      );
    case 'chapter':
      return (
        <ChoiceInput
          control={control}
          name="chapter"
          label="Chapter"
          options={[
            { value: '', label: 'Not known yet' },
            ...['7', '9', '11', '12', '13'].map((value) => ({ value, label: `Chapter ${value}` })),
          ]}
        />
      );
    case 'route':
      return (
        <ChoiceInput
          control={control}
          name="route"
          label="How the debtor was told"
          required
          options={[
            none,
            { value: 'spoke', label: 'Spoken with, in person or by phone' },
            { value: 'mailed', label: 'Letter mailed' },
            { value: 'sent', label: 'Electronic message sent' },
          ]}
        />
      );
    case 'form':
      return (
        <ChoiceInput
          control={control}
          name="form"
          label="How it was acknowledged"
          required
          options={[
            none,
            { value: 'payment', label: 'A payment' },
            { value: 'signed_writing', label: 'A signed writing' },
            { value: 'oral', label: 'By word of mouth' },
            { value: 'promise', label: 'A promise to pay' },
          ]}
        />
      );
    case 'disputedAmount':
      return (
        <SumInput
          control={control}
          name="disputedAmount"
          label="Sum disputed"
          placeholder="All of it"
          description="Leave it empty when all of it is disputed."
        />
      );
    case 'days':
      return <WeekdayField form={form} />;
    case 'hours':
      return (
        <>
          <LineInput
            control={control}
            name="fromTime"
            label="From"
            placeholder="9, 5pm"
            description="The debtor’s time"
          />
          <LineInput control={control} name="toTime" label="To" placeholder="12, 9pm, midnight" />
        </>
      );
    case 'untilOn':
    case 'diedOn':
    case 'from':
    case 'to':
    case 'sentOn':
    case 'optOutBy':
    case 'endsOn':
      return (
        <DayInput
          control={control}
          name={field}
          label={dayLabels[field]}
          required={kind === 'creditor_email_notice'}
          today={today}
          leaning={daysAhead.includes(field) ? 'ahead' : 'behind'}
        />
      );
    case 'how':
      return kind === 'validation_notice' ? (
        <ChoiceInput
          control={control}
          name="how"
          label="How it was given"
          options={[
            { value: '', label: 'Not known' },
            { value: 'mail', label: 'By mail' },
            { value: 'electronic', label: 'Electronically' },
            { value: 'oral', label: 'All of it said in the first conversation' },
          ]}
        />
      ) : (
        <LineInput control={control} name="how" label={lineLabels.how} />
      );
    case 'name':
    case 'firm':
    case 'address':
    case 'phone':
    case 'caseNumber':
    case 'court':
      return <LineInput control={control} name={field} label={nameLabel(field, kind)} />;
    default:
      return <YesNoField form={form} name={field} label={yesNoLabels[field]} />;
  }
}

function nameLabel(field: keyof typeof lineLabels, kind: EventFields['kind']): string {
  if (field !== 'name') return lineLabels[field];
  switch (kind) {
    case 'attorney':
      return 'Attorney’s name';
    case 'furnished':
    case 'bureau_dispute':
    case 'direct_dispute':
      return 'Credit bureau';
    case 'debt_sold':
    case 'debt_recalled':
      return 'To whom';
    case 'prior_collector_email':
      return 'The earlier collector';
    case 'consent':
      return 'With whom';
    default:
      return 'Name';
  }
}

/** What is on file; an empty choice stands before it. */
function onFile(by: 'phone' | 'email' | 'address', debtor: DebtorFacts) {
  return reachOptions(by, debtor).filter(({ value }) => value !== '');
}

type ChannelProps = {
  readonly form: EventFormOf;
  /** What it means when none is chosen. */
  readonly none: string;
};

function ChannelField({ form, none: label }: ChannelProps) {
  return (
    <ChoiceInput
      control={form.control}
      name="channel"
      label="Channel"
      options={[{ value: '', label }, ...optionsOf(contactChannels, contactChannelWords)]}
    />
  );
}

type YesNoProps = {
  readonly form: EventFormOf;
  readonly name: keyof typeof yesNoLabels;
  readonly label: string;
};

function YesNoField({ form, name, label }: YesNoProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Input.Wrapper size="xs" label={label} error={fieldState.error?.message} labelElement="div">
          <SegmentedControl
            ref={field.ref}
            aria-label={label}
            fullWidth
            value={field.value}
            onChange={field.onChange}
            data={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
              { value: '', label: 'Not known' },
            ]}
          />
        </Input.Wrapper>
      )}
    />
  );
}

function WeekdayField({ form }: { readonly form: EventFormOf }) {
  return (
    <Controller
      control={form.control}
      name="days"
      render={({ field }) => (
        <Input.Wrapper
          size="xs"
          label="Days of the week"
          description="None chosen means every day"
          labelElement="div"
        >
          <Chip.Group multiple value={field.value} onChange={field.onChange}>
            <Group gap={4} mt={4}>
              {['1', '2', '3', '4', '5', '6', '7'].map((day) => (
                <Chip key={day} value={day} size="xs">
                  {weekdayName(Number(day))}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
    />
  );
}
