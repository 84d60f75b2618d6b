/** How a call may end in the shipped scripts, and the disposition each ending is recorded with. */
import type { ContactOutcome } from '../../domain/contact.ts';
import type { ScriptExit, ScriptLanguage } from '../script.ts';

const table = {
  no_answer: ['no_answer', 'No answer', 'No contestan'],
  no_message: ['no_answer', 'Voicemail; no message left', 'Buzón de voz; sin mensaje'],
  busy: ['busy', 'Line busy', 'Línea ocupada'],
  disconnected: ['disconnected', 'Number not in service', 'Número fuera de servicio'],
  voicemail_left: ['voicemail_left', 'Message left, word for word', 'Mensaje dejado, palabra por palabra'],
  wrong_number: ['wrong_number', 'Wrong number', 'Número equivocado'],
  third_party: ['third_party', 'Somebody else; nothing given away', 'Otra persona; no se reveló nada'],
  third_party_message: [
    'third_party',
    'Somebody else took name and number',
    'Otra persona tomó nombre y número',
  ],
  location: ['third_party', 'Location confirmed or corrected', 'Ubicación confirmada o corregida'],
  came_to_phone: [
    'third_party',
    'The person came to the phone: finish this one and start a new call',
    'La persona vino al teléfono: termine esta y comience otra llamada',
  ],
  not_confirmed: ['other', 'Would not say who they are', 'No quiso decir quién es'],
  talked: ['right_party', 'Spoken with; next step noted', 'Se habló; próximo paso anotado'],
  sends_papers: ['right_party', 'They send papers', 'Enviarán documentos'],
  wants_letter: ['right_party', 'Wants it in writing', 'Lo quiere por escrito'],
  review: ['right_party', 'Hardship: the office looks at it again', 'Dificultad: la oficina lo revisa'],
  promise: ['promise_to_pay', 'Promise: a sum and a day', 'Promesa: suma y fecha'],
  paid: ['payment_taken', 'Payment made during the call', 'Pago hecho durante la llamada'],
  refused: ['refused', 'Refuses to pay', 'Se niega a pagar'],
  hung_up: ['hung_up', 'Hung up', 'Colgó'],
  disputed: ['disputed', 'Disputes it', 'Lo disputa'],
  stop: ['asked_to_stop', 'Asked not to be contacted', 'Pidió que no se le contacte'],
  attorney: ['attorney', 'Has a lawyer', 'Tiene abogado'],
  bankruptcy: ['bankruptcy', 'Bankruptcy', 'Bancarrota'],
  deceased: ['deceased', 'The person has died', 'La persona falleció'],
  callback: ['callback', 'Another time was agreed', 'Se acordó otra hora'],
  language: ['language', 'Another language is needed', 'Se necesita otro idioma'],
} as const satisfies Record<string, readonly [ContactOutcome, string, string]>;

export type ExitId = keyof typeof table;

export function isExitId(id: string): id is ExitId {
  return Object.hasOwn(table, id);
}

export function exitOf(id: ExitId, language: ScriptLanguage): ScriptExit {
  const [outcome, english, spanish] = table[id];
  return { id, outcome, label: language === 'es' ? spanish : english };
}
