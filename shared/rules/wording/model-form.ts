/**
 * Model Form B-1 (12 CFR part 1006, appendix B) in its order, as data for the notice that is printed. Names in braces are filled
 * in. Headings, prompts and the statements in 1006.34(c)(4) are prescribed “using that phrase or a substantially similar phrase”;
 * the rest is the model form’s own wording, which with its order is a safe harbor (1006.34(d)(2)).
 */
export type FormPart =
  | 'sender'
  | 'recipient'
  | 'lead'
  | 'information'
  | 'dispute'
  | 'rights'
  | 'optional'
  | 'response';

export type FormLine = {
  readonly id: string;
  readonly part: FormPart;
  readonly kind: 'heading' | 'field' | 'text' | 'row' | 'prompt';
  readonly text: string;
  /**
   * `always`; `electronic`: required when sent electronically; `financial`: a consumer financial product; `may`: at the
   * office’s choice, no more prominent than what is required.
   */
  readonly wanted: 'always' | 'electronic' | 'financial' | 'may';
};

const always = 'always';
const may = 'may';

export const modelFormB1: readonly FormLine[] = [
  { id: 'collector', part: 'sender', kind: 'field', text: '{collector}', wanted: always },
  { id: 'disputeAddress', part: 'sender', kind: 'field', text: '{disputeAddress}', wanted: always },
  { id: 'phone', part: 'sender', kind: 'field', text: '{phone} {hours}', wanted: may },
  { id: 'website', part: 'sender', kind: 'field', text: '{website}', wanted: may },
  { id: 'consumer', part: 'recipient', kind: 'field', text: '{consumerName}', wanted: always },
  { id: 'consumerAddress', part: 'recipient', kind: 'field', text: '{consumerAddress}', wanted: always },
  { id: 'reference', part: 'recipient', kind: 'field', text: 'Reference: {reference}', wanted: may },
  {
    id: 'lead',
    part: 'lead',
    kind: 'text',
    text: '{collector} is a debt collector. We are trying to collect a debt that you owe to {currentCreditor}. We will use any information you give us to help collect the debt.',
    wanted: always,
  },
  { id: 'information', part: 'information', kind: 'heading', text: 'Our information shows:', wanted: always },
  {
    id: 'account',
    part: 'information',
    kind: 'text',
    text: 'You had a {product} from {creditorThen} with account number {accountNumberThen}.',
    wanted: always,
  },
  {
    id: 'owedThen',
    part: 'information',
    kind: 'row',
    text: 'As of {itemizationDate}, you owed:',
    wanted: always,
  },
  {
    id: 'between',
    part: 'information',
    kind: 'text',
    text: 'Between {itemizationDate} and today:',
    wanted: always,
  },
  {
    id: 'interest',
    part: 'information',
    kind: 'row',
    text: 'You were charged this amount in interest:',
    wanted: always,
  },
  {
    id: 'fees',
    part: 'information',
    kind: 'row',
    text: 'You were charged this amount in fees:',
    wanted: always,
  },
  {
    id: 'paid',
    part: 'information',
    kind: 'row',
    text: 'You paid or were credited this amount toward the debt:',
    wanted: always,
  },
  { id: 'owedNow', part: 'information', kind: 'row', text: 'Total amount of the debt now:', wanted: always },
  { id: 'dispute', part: 'dispute', kind: 'heading', text: 'How can you dispute the debt?', wanted: always },
  {
    id: 'dispute.assumed',
    part: 'dispute',
    kind: 'text',
    text: 'Call or write to us by {endDate}, to dispute all or part of the debt. If you do not, we will assume that our information is correct.',
    wanted: always,
  },
  {
    id: 'dispute.written',
    part: 'dispute',
    kind: 'text',
    text: 'If you write to us by {endDate}, we must stop collection on any amount you dispute until we send you information that shows you owe the debt. You may use the form below or write to us without the form. You may also include supporting documents.',
    wanted: always,
  },
  {
    id: 'dispute.electronic',
    part: 'dispute',
    kind: 'text',
    text: 'We accept disputes electronically at {electronicAddress}.',
    wanted: 'electronic',
  },
  { id: 'rights', part: 'rights', kind: 'heading', text: 'What else can you do?', wanted: always },
  {
    id: 'rights.original',
    part: 'rights',
    kind: 'text',
    text: 'Write to ask for the name and address of the original creditor, if different from the current creditor. If you write by {endDate}, we must stop collection until we send you that information. You may use the form below or write to us without the form.',
    wanted: always,
  },
  {
    id: 'rights.electronic',
    part: 'rights',
    kind: 'text',
    text: 'We accept such requests electronically at {electronicAddress}.',
    wanted: 'electronic',
  },
  {
    id: 'rights.cfpb',
    part: 'rights',
    kind: 'text',
    text: 'Go to www.cfpb.gov/debt-collection to learn more about your rights under federal law. For instance, you have the right to stop or limit how we contact you.',
    wanted: 'financial',
  },
  {
    id: 'options',
    part: 'optional',
    kind: 'text',
    text: 'Contact us about your payment options.',
    wanted: may,
  },
  {
    id: 'spanish',
    part: 'optional',
    kind: 'text',
    text: 'Póngase en contacto con nosotros para solicitar una copia de este formulario en español',
    wanted: may,
  },
  {
    id: 'reverse',
    part: 'optional',
    kind: 'text',
    text: 'Notice: See reverse side for important information.',
    wanted: may,
  },
  { id: 'respond', part: 'response', kind: 'heading', text: 'How do you want to respond?', wanted: always },
  { id: 'check', part: 'response', kind: 'heading', text: 'Check all that apply:', wanted: always },
  {
    id: 'want.dispute',
    part: 'response',
    kind: 'prompt',
    text: 'I want to dispute the debt because I think:',
    wanted: always,
  },
  { id: 'want.notMine', part: 'response', kind: 'prompt', text: 'This is not my debt.', wanted: always },
  { id: 'want.amount', part: 'response', kind: 'prompt', text: 'The amount is wrong.', wanted: always },
  {
    id: 'want.other',
    part: 'response',
    kind: 'prompt',
    text: 'Other (please describe on reverse or attach additional information).',
    wanted: always,
  },
  {
    id: 'want.original',
    part: 'response',
    kind: 'prompt',
    text: 'I want you to send me the name and address of the original creditor.',
    wanted: always,
  },
  {
    id: 'want.pay',
    part: 'response',
    kind: 'prompt',
    text: 'I enclosed this amount: Make your check payable to {collector}. Include the reference number {reference}.',
    wanted: may,
  },
  {
    id: 'want.spanish',
    part: 'response',
    kind: 'prompt',
    text: 'Quiero este formulario en español',
    wanted: may,
  },
  {
    id: 'mailTo',
    part: 'response',
    kind: 'field',
    text: 'Mail this form to: {collector} {disputeAddress}',
    wanted: always,
  },
  {
    id: 'mailFrom',
    part: 'response',
    kind: 'field',
    text: '{consumerName} {consumerAddress}',
    wanted: always,
  },
];

/** Where the itemization stands on a page of its own, or the last periodic statement of a mortgage is enclosed. */
export const separatePageLines = {
  itemization: 'See the enclosed separate page for an itemization of the debt',
  statement: 'See the enclosed periodic statement for an itemization of the debt.',
} as const;

/** In email the pointer to further notices reads so. */
export const belowLine = 'Notice: See below for important information.';

/**
 * The same lines in Spanish, by id. Written for Duebook and not read against the Spanish form of the Consumer Financial Protection
 * Bureau; the letter that prints them says so to the office before it may go. A translation goes with or after the English
 * notice (1006.34(e)).
 */
export const modelFormSpanish: Readonly<Record<string, string>> = {
  reference: 'Referencia: {reference}',
  lead: '{collector} es un cobrador de deudas. Estamos tratando de cobrar una deuda que usted debe a {currentCreditor}. Usaremos la información que usted nos dé para ayudar a cobrar la deuda.',
  information: 'Nuestra información muestra:',
  account:
    'Usted tenía una cuenta ({product}) con {creditorThen}, con el número de cuenta {accountNumberThen}.',
  owedThen: 'Al {itemizationDate}, usted debía:',
  between: 'Entre el {itemizationDate} y hoy:',
  interest: 'Se le cobró esta cantidad en intereses:',
  fees: 'Se le cobró esta cantidad en cargos:',
  paid: 'Usted pagó o se le acreditó esta cantidad a la deuda:',
  owedNow: 'Cantidad total de la deuda ahora:',
  dispute: '¿Cómo puede usted disputar la deuda?',
  'dispute.assumed':
    'Llámenos o escríbanos a más tardar el {endDate} para disputar toda la deuda o una parte de ella. Si no lo hace, supondremos que nuestra información es correcta.',
  'dispute.written':
    'Si nos escribe a más tardar el {endDate}, debemos dejar de cobrar cualquier cantidad que usted dispute hasta que le enviemos información que muestre que usted debe la deuda. Puede usar el formulario de abajo o escribirnos sin el formulario. También puede incluir documentos que apoyen lo que dice.',
  'dispute.electronic': 'Aceptamos disputas por medios electrónicos en {electronicAddress}.',
  rights: '¿Qué más puede hacer?',
  'rights.original':
    'Escríbanos para pedir el nombre y la dirección del acreedor original, si es distinto del acreedor actual. Si nos escribe a más tardar el {endDate}, debemos dejar de cobrar hasta que le enviemos esa información. Puede usar el formulario de abajo o escribirnos sin el formulario.',
  'rights.electronic': 'Aceptamos esas solicitudes por medios electrónicos en {electronicAddress}.',
  'rights.cfpb':
    'Visite www.cfpb.gov/debt-collection para informarse sobre sus derechos según la ley federal. Por ejemplo, usted tiene derecho a detener o limitar la forma en que nos comunicamos con usted.',
  options: 'Comuníquese con nosotros para conocer sus opciones de pago.',
  reverse: 'Aviso: vea información importante en la página siguiente.',
  respond: '¿Cómo desea responder?',
  check: 'Marque todo lo que corresponda:',
  'want.dispute': 'Quiero disputar la deuda porque creo que:',
  'want.notMine': 'Esta deuda no es mía.',
  'want.amount': 'La cantidad es incorrecta.',
  'want.other': 'Otro motivo (descríbalo al reverso o adjunte información adicional).',
  'want.original': 'Quiero que me envíen el nombre y la dirección del acreedor original.',
  'want.pay':
    'Adjunto esta cantidad: Haga su cheque a nombre de {collector}. Incluya el número de referencia {reference}.',
  mailTo: 'Envíe este formulario a:',
};

/** The pointer to what stands on the next page, for sheets printed on one side too. */
export const nextPageLine = 'Notice: See the next page for important information.';
