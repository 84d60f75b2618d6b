/**
 * To a client: which accounts arrived, with which sums. Legally evidence of the placement and its day, which several periods run from;
 * the client is asked to hold it against its own list. Nothing in it goes to a debtor.
 */
import { doc, facts, h1, h2, p, passage, rows } from '../document/build.ts';
import { aboutLetter, greeting } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const clientAcknowledgement: ShippedLetter = {
  code: 'client-acknowledgement',
  version: 1,
  name: 'Placement received, to the client',
  description: 'Confirms to a client which accounts were placed and for how much.',
  about: aboutLetter({
    stage: 'client',
    roles: ['third_party_collector', 'law_office'],
    to: 'client',
    needs: ['placement'],
    whenPaid: true,
  }),
  doc: doc(
    h1`We have received your accounts`,
    facts(
      { label: 'Client', name: 'client.name' },
      { label: 'Accounts placed', name: 'placement.count' },
      { label: 'Sum placed', name: 'placement.total', strong: true },
    ),
    greeting,
    p`Thank you for your trust. We have received the accounts listed below and have entered them with the sums shown. Please compare the list with yours and tell us if an account is missing, does not belong to it, or has a wrong sum or date.`,
    p`So that we always ask for the right sum, please tell us at once of any payment made to you, any dispute, complaint or request to stop that you receive, any bankruptcy or death you learn of, and any lawyer who writes to you.`,
    passage('reach'),
    passage('closing'),
    h2`The accounts`,
    rows(
      'placed',
      [
        { name: 'item.number', label: 'Your number' },
        { name: 'item.debtor', label: 'Debtor' },
        { name: 'item.debt_date', label: 'Date of debt' },
        { name: 'item.placed_on', label: 'Placed on' },
        { name: 'item.amount', label: 'Amount placed' },
      ],
      { label: 'Together', name: 'placement.total' },
    ),
  ),
};
