/** Facts for a letter: a valid default that a test changes where it matters. All people are invented. */
import type { LetterData } from '../../shared/templates/letter-facts.ts';

export function makeLetterData(change: Partial<LetterData> = {}): LetterData {
  return {
    today: '2026-03-12',
    sample: false,
    sender: {
      name: 'Harbor Lane Recovery',
      addressLines: ['210 Harbor Lane, Suite 4', 'Portsmouth NH 03801'],
      phone: '(603) 555-0142',
      email: 'office@harborlane.example',
      hours: 'Monday to Friday, 9 to 5',
      howToPay: '',
    },
    debtor: {
      kind: 'consumer',
      name: 'Rosa Delgado',
      addressLines: ['Rosa Delgado', '18 Mill Road, Apt 2', 'Dover NH 03820'],
    },
    account: { number: '1042', clientName: 'Seacoast Family Dental', originalCreditor: '' },
    charges: [
      {
        kind: 'charge',
        reference: 'INV-5501',
        memo: 'Crown, upper left',
        effectiveOn: '2025-10-02',
        dueOn: '2025-11-01',
        chargedCents: 98_000,
        openCents: 48_000,
      },
      {
        kind: 'fee',
        reference: '',
        memo: 'Returned check',
        effectiveOn: '2025-12-04',
        dueOn: '2025-12-04',
        chargedCents: 2500,
        openCents: 2500,
      },
    ],
    balanceCents: 50_500,
    ...change,
  };
}
