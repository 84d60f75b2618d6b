/** What never to say: sentences that hold for many steps, written once. */
import type { ScriptAudience } from '../script.ts';
import { isCollector } from './build.ts';

/** Before anybody is confirmed. */
export function neverBefore(audience: ScriptAudience): readonly string[] {
  if (audience === 'commercial') {
    return [
      'Never say what is open, or for how much, to somebody who only answers the phone.',
      'Never ask an employee whether the business is in trouble.',
    ];
  }
  return [
    'Never say what the call is about, nor that money has anything to do with it.',
    'Never read out a detail for them to confirm: ask, and let them tell.',
    isCollector(audience)
      ? 'Never name your office unless they expressly ask for it.'
      : 'Never say which treatment or service it concerns, nor that they are known to the office.',
  ];
}

/** In front of somebody else. */
export function neverToOthers(audience: ScriptAudience): readonly string[] {
  if (audience === 'commercial') {
    return [
      'Never tell somebody without authority what is owed.',
      'Never ask them to put pressure on the owner.',
    ];
  }
  return [
    'Never say or hint that there is a debt, a bill or an account. “I cannot say” with weight in the voice is a hint too.',
    'Never ask them to pay, or to pass on anything but a name and a number.',
    ...(isCollector(audience)
      ? ['Never call them a second time for the same question unless they ask for it.']
      : ['Never say that the person is or was a patient or a customer.']),
  ];
}

/** While the matter is spoken of. */
export function neverInMatter(audience: ScriptAudience): readonly string[] {
  if (audience === 'commercial') {
    return [
      'Never threaten what will not be done, and never say that something has been filed when it has not.',
      'Never name their debt to their customers, suppliers or bank.',
    ];
  }
  return [
    'Never speak of arrest, jail, the police or the loss of a child, a job or a home.',
    'Never say that wages will be garnished, that a suit is coming or that a bureau will be told, unless it is lawful, decided and true.',
    ...(audience === 'law_office'
      ? ['Never say or let them think that a lawyer has looked at this account unless one really has.']
      : []),
    ...(audience === 'medical' ? ['Never name the treatment, the diagnosis or the reason of a visit.'] : []),
  ];
}

/** When money is agreed on. */
export function neverOfMoney(audience: ScriptAudience): readonly string[] {
  return [
    audience === 'commercial'
      ? 'Never add a charge the contract does not name.'
      : 'Never add a fee for paying this way or that, and never say that today is the last chance unless it is.',
    'Never take a card number down in a note or in any field of this program.',
    ...(audience === 'commercial'
      ? []
      : ['Never suggest borrowing, selling belongings or going without rent, food or medicine to pay.']),
  ];
}
