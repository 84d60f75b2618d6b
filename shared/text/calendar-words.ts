/** What the kinds of the calendar are called: one of them, as in a file without names, and all. */
/** The kinds by the words of `shared/contract/calendar.ts`; text imports no contract. */
type Kind =
  | 'reminder'
  | 'promise'
  | 'instalment'
  | 'held'
  | 'step'
  | 'strategy'
  | 'validation'
  | 'limitation'
  | 'renewal';

export const calendarKindWords: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> = {
  reminder: { one: 'Reminder', many: 'Reminders' },
  promise: { one: 'Promise due', many: 'Promises' },
  instalment: { one: 'Instalment due', many: 'Instalments' },
  held: { one: 'Held payment', many: 'Held payments' },
  step: { one: 'Next step', many: 'Next steps' },
  strategy: { one: 'Strategy step', many: 'Strategy steps' },
  validation: { one: 'Validation period ends', many: 'Validation ends' },
  limitation: { one: 'Time to sue ends', many: 'Time to sue ends' },
  renewal: { one: 'Renewal', many: 'Renewals' },
};
