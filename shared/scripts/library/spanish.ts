/**
 * The first call, somebody else, voicemail and closing in Spanish. Only what is said is Spanish: buttons, ticks and prompts stay in the
 * language of the program, so that the record of a call can be read by whoever has to read it. Where the English script would
 * go on in another script, these have a step of their own, because a call does not change its language half-way.
 */
import type { Script, ScriptAudience, ScriptSituation, ScriptStep, ScriptTarget } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { check, ends, goes, isCollector, paragraphs, script, step } from './build.ts';
import { closings } from './closing.ts';
import { firstCalls } from './first-call.ts';
import { neverInMatter } from './never.ts';
import { toCalm, toListen } from './prompts.ts';
import { thirdParties } from './third-party.ts';
import { voicemails } from './voicemail.ts';

const review = 'A speaker of Spanish';

type Texts = Readonly<Record<string, string>>;

const unconfirmed: Texts = {
  not_confirmed:
    'No hay ningún problema. Me puede llamar al {{ office.callback }} y preguntar por {{ collector.name }}. Gracias, y hasta luego.',
  call_me:
    'Con mucho gusto, y tómese el tiempo de comprobar el número primero. Es el {{ office.callback }}; pregunte por {{ collector.name }}, por favor. ¿Cuándo le vendría bien?',
  other_language:
    'Disculpe, no hablo su idioma. Le llamará una persona que lo habla. Gracias, y hasta luego.',
  wrong_number: 'Disculpe la molestia. Voy a retirar este número. Hasta luego.',
};

const openingOfPeople: Texts = {
  ...unconfirmed,
  greet: '{{ call.greeting }}. ¿Podría hablar con {{ debtor.name }}, por favor?',
  comes: '{{ call.greeting }}. Me llamo {{ collector.name }}. ¿Hablo con {{ debtor.name }}?',
  who: 'Me llamo {{ collector.name }}. Es un asunto personal para {{ debtor.name }}. ¿Hablo con {{ debtor.name }}?',
  office: 'Trabajo en {{ office.name }}. ¿Me permite preguntar si hablo con {{ debtor.name }}?',
  about:
    'Es un asunto personal, y solo puedo hablar de ello con {{ debtor.name }}. Espero que lo comprenda. ¿Es usted {{ debtor.name }}?',
  check: paragraphs(
    'Gracias. Me llamo {{ collector.name }}. Antes de seguir tengo que asegurarme de que hablo con la persona correcta, para que nadie más oiga lo que es solo para usted.',
    '¿Me podría decir su fecha de nacimiento, y la calle y el código postal donde vive?',
  ),
  explain: paragraphs(
    'Lo comprendo; yo también tendría cuidado con alguien que no conozco. Solo lo pregunto porque es privado y no puedo hablar con nadie más que con {{ debtor.name }}.',
    'Me basta con el año en que nació y su código postal. O le doy mi número y usted me llama.',
  ),
  compare: 'Gracias. Un momento, por favor.',
  mismatch:
    'Gracias por su paciencia. Puede que tenga un número equivocado; disculpe la molestia. Hasta luego.',
  died: paragraphs(
    'Lo siento mucho. No lo sabía, y lamento que mi llamada llegue en este momento.',
    '¿Me permite preguntar quién se ocupa de los asuntos de {{ debtor.name }}? No hay prisa; me basta con un nombre y una dirección.',
  ),
};

const openingOfFirms: Texts = {
  ...unconfirmed,
  greet:
    "{{ call.greeting }}, me llamo {{ collector.name }}. {% if debtor.isBusiness == 'yes' %}¿Podría hablar con el dueño o la dueña de {{ debtor.name }}, o con quien lleva la contabilidad?{% else %}¿Podría hablar con {{ debtor.name }}, por favor?{% endif %}",
  comes:
    "{{ call.greeting }}, me llamo {{ collector.name }}. ¿Hablo con {% if debtor.isBusiness == 'yes' %}la persona que decide por {{ debtor.name }}{% else %}{{ debtor.name }}{% endif %}?",
  who: '{{ collector.name }}, de {{ office.name }}. Es un asunto entre {{ debtor.name }} y nosotros, y prefiero tratarlo con quien dirige la empresa o lleva la contabilidad. ¿Quién sería?',
  reached: '{{ call.greeting }}, soy {{ collector.name }}, de {{ office.name }}. Gracias por atenderme.',
  check:
    "{% if debtor.isBusiness == 'yes' %}¿Me puede decir su nombre y su cargo? ¿Y es usted quien puede decidir por {{ debtor.name }}?{% else %}Para asegurarme de que hablo con la persona correcta: ¿me puede decir el nombre y la dirección de su negocio?{% endif %}",
  explain:
    'Porque es algo entre las dos empresas, y no quisiera hablar de la suya con quien no tiene por qué oírlo. ¿Con quién debería hablar?',
  compare: 'Gracias.',
};

const disclosure: Record<ScriptAudience, string> = {
  third_party: paragraphs(
    'Gracias, {{ debtor.name }}. Le llamo de {{ office.name }}.',
    'Tengo que decirle que somos una agencia de cobro de deudas. Esta llamada es un intento de cobrar una deuda, y cualquier información que obtengamos se usará para ese fin.',
  ),
  law_office: paragraphs(
    'Gracias, {{ debtor.name }}. Le llamo de {{ office.name }}. Somos una oficina de abogados que cobra deudas, y hablo por {{ creditor.current }}, no por usted; por eso no le puedo dar consejos legales.',
    'Esta llamada es de un cobrador de deudas. Es un intento de cobrar una deuda, y cualquier información que obtengamos se usará para ese fin.',
  ),
  medical: 'Gracias, {{ debtor.name }}. Le llamo de {{ office.name }}, por su cuenta con nosotros.',
  commercial:
    'Gracias. Le llamo de {{ office.name }}, {% if creditor.current == office.name %}por la cuenta de {{ debtor.name }} con nosotros{% else %}de parte de {{ creditor.current }}, por la cuenta que {{ debtor.name }} tiene allí{% endif %}.',
};

const about: Record<ScriptAudience, string> = {
  third_party:
    'Se trata de una cuenta con {{ creditor.original }} del {{ account.openedOn }}{% if creditor.current != creditor.original %}, que ahora tiene {{ creditor.current }}{% endif %}. A día de hoy quedan pendientes {{ account.balance }}.',
  law_office:
    'Se trata de una cuenta con {{ creditor.original }} del {{ account.openedOn }}{% if creditor.current != creditor.original %}, que ahora tiene {{ creditor.current }}{% endif %}. A día de hoy quedan pendientes {{ account.balance }}.',
  medical:
    'En su cuenta con nosotros del {{ account.openedOn }} quedan pendientes {{ account.balance }}. Le llamo para saber si le llegó nuestra factura, y si hay algo que debamos saber o en lo que podamos ayudar.',
  commercial:
    'En la cuenta con {{ creditor.original }}, número {{ account.number }}, quedan pendientes {{ account.balance }}. Quisiera saber cómo está de su lado.',
};

const rights =
  '{% if validation.endsOn %}Ya tiene una carta nuestra con todo, o está en camino. Si no está de acuerdo, o quiere saber más sobre a quién se le debe, nos lo puede decir por escrito hasta el {{ validation.endsOn }}; nada de lo que yo diga hoy cambia eso.{% else %}También le llegará todo por escrito, con lo que puede hacer si no está de acuerdo.{% endif %}';

const turnTexts = (audience: ScriptAudience): Texts => ({
  turn: 'Le escucho. Veamos eso primero.',
  bankruptcy: paragraphs(
    'Gracias por decírmelo. Entonces no sigo, y no le pido nada.',
    'Si lo tiene a mano, ¿puedo anotar el tribunal, el número del caso, el día en que se presentó y el nombre de su abogado? Si no, tampoco pasa nada.',
  ),
  stop:
    audience === 'commercial'
      ? 'Lo comprendo. Anoto que no quiere que le llamemos, y le escribiremos a {{ debtor.name }}. Gracias, y hasta luego.'
      : paragraphs(
          'Lo comprendo, y lo anoto ahora mismo. Para hacerlo bien: ¿se refiere a este número, a las llamadas en general, o a cualquier contacto?',
          isCollector(audience)
            ? 'Si nos manda ese deseo por escrito, no le contactaremos más por esto, salvo para confirmarlo o para avisarle de un paso que de verdad se dé. Gracias por decírmelo. Hasta luego.'
            : 'Gracias por decírmelo. Hasta luego.',
        ),
  writing: paragraphs(
    'Con mucho gusto; es mejor tenerlo delante. ¿A qué dirección se lo mando?',
    'Verá a quién se le debe, cuánto y de dónde viene, y qué puede hacer si no está de acuerdo. Léalo con calma. Gracias, y hasta luego.',
  ),
  genuine: paragraphs(
    'Hace bien en preguntar; hay quien llama y finge. Por favor, no me dé hoy ningún dato de su banco.',
    'Somos {{ office.name }}{% if office.address %}, {{ office.address }}{% endif %}. Búsquenos usted y llame al número que encuentre, o llame al {{ office.callback }} y pregunte por {{ collector.name }}. También le puedo mandar todo por escrito primero.',
  ),
  when: 'No hay problema. ¿Qué día y a qué hora le viene mejor, y es este el número? Gracias; le llamo entonces. Hasta luego.',
  elsewhere:
    'Gracias por decírmelo. No le vuelvo a llamar aquí. ¿Dónde y cuándo le puedo encontrar? Hasta luego.',
  upset:
    audience === 'commercial'
      ? 'Veo que llamo en mal momento, y no quiero empeorarlo. ¿Vamos paso a paso, o prefiere mañana?'
      : paragraphs(
          'Lo siento; es mucho lo que lleva encima. Hoy no hay que decidir nada.',
          'Tómese un momento. ¿Prefiere que lo dejemos aquí y hablemos otro día, o quiere que alguien esté con usted cuando hablemos?',
        ),
  danger: paragraphs(
    'Le agradezco que me lo diga, y me preocupa. Esta cuenta ahora no importa.',
    'Puede llamar al 988 a cualquier hora y pedir español marcando el 2; hay alguien justo para esto. Si está en peligro ahora mismo, llame al 911. ¿Hay alguien con usted?',
  ),
  language: 'Claro. Le llamará una persona que lo habla. ¿Qué idioma le viene mejor? Gracias, y hasta luego.',
});

const pay = '{% if office.howToPay %}{{ office.howToPay }}.{% endif %}';

const agreeTexts = (audience: ScriptAudience): Texts => ({
  options: paragraphs(
    'Gracias por contármelo. Veamos qué le conviene. Puede pagar los {{ account.balance }} de una vez, o buscamos partes que quepan en su mes.',
    '{% if settlement.amount %}También hay una oferta para cerrarla por {{ settlement.amount }}{% if settlement.expiresOn %}, hasta el {{ settlement.expiresOn }}{% endif %}.{% endif %}',
    '¿Qué le serviría?',
  ),
  day:
    audience === 'commercial'
      ? `Bien. ¿Cuándo hacen los próximos pagos, y quién los autoriza? ${pay}`
      : `Bien. ¿Qué día tendrá el dinero a mano, y cómo lo quiere mandar? ${pay}`,
  parts:
    audience === 'commercial'
      ? '¿Cuánto puede mandar la empresa cada mes con seguridad, y qué día? Prefiero anotar menos y verlo llegar.'
      : 'Busquemos una suma que pueda mantener mes a mes, después de pagar la renta, la comida y las medicinas. ¿Cuánto le entra, y cuánto le queda después de eso? ¿Cuánto podría apartar?',
  pay_now: paragraphs(
    'Gracias. Primero le digo lo que se hará, y usted me dice si puedo: un solo pago de [la suma], el [día], de [la cuenta o tarjeta que me diga]. No le cuesta nada más.',
    '¿Me da su permiso exactamente para eso?',
  ),
  receipt:
    'Gracias; el pago de [la suma] está hecho. ¿Quiere que le mande el recibo por correo? Me alegra que hayamos hablado. Hasta luego.',
  recap: paragraphs(
    `Le repito lo que acordamos, para que los dos lo tengamos igual: [la suma], el [día], por [la forma de pago]. ${pay} ¿Es correcto?`,
    'Si surge algo antes de ese día, llámeme al {{ office.callback }}, por favor. Encontraremos una solución. Gracias.',
  ),
  think:
    'Claro, tómese el tiempo que necesite. ¿Le llamo yo otra vez, y cuándo? ¿O prefiere llamarme usted, al {{ office.callback }}?',
});

const firstCallTexts = (audience: ScriptAudience): Texts => ({
  ...(audience === 'commercial' ? openingOfFirms : openingOfPeople),
  ...turnTexts(audience),
  ...agreeTexts(audience),
  disclose: paragraphs(disclosure[audience], '¿Es buen momento para hablar unos minutos?'),
  purpose: paragraphs(
    about[audience],
    isCollector(audience) ? rights : '',
    audience === 'commercial' ? '¿Lo tiene usted igual en sus libros?' : '¿La reconoce?',
  ),
  recall: paragraphs(
    'No pasa nada. Es la cuenta {{ account.number }} con {{ creditor.original }}, del {{ account.openedOn }}.{% if lastPayment.on %} El último pago fue de {{ lastPayment.amount }}, el {{ lastPayment.on }}.{% endif %}',
    '¿Le ayuda eso? Si no, prefiero mandarle los papeles y que no tenga que adivinar.',
  ),
  reason:
    audience === 'commercial'
      ? 'Gracias. ¿Qué impidió que se pagara: algo en la mercancía o en la factura, o es el momento?'
      : 'Gracias. ¿Me permite preguntar qué pasó, para que quedara pendiente?',
  insurance: paragraphs(
    'Gracias, eso hay que verlo antes que nada. ¿Qué seguro era, y tiene a mano su número de miembro? ¿Le llegó una carta de ellos?',
    'Si todavía no han decidido, o decidieron mal, lo anoto, y lo vemos antes de pedirle nada.',
  ),
  when_decided:
    'Bien. Hasta entonces no le pedimos nada. ¿Le llamo en dos semanas, a este número? Gracias por su ayuda. Hasta luego.',
});

const closingTexts = (audience: ScriptAudience): Texts => ({
  ...firstCallTexts(audience),
  back: isCollector(audience)
    ? 'Ya hablamos de la cuenta con {{ creditor.original }}, y quisiera terminarlo con usted. ¿Cómo estamos?'
    : 'Ya hablamos de la cuenta, y quisiera terminarlo con usted. ¿Cómo estamos?',
  what: 'Antes de terminar: ¿hay algo más que me quiera decir o preguntar?',
  papers:
    'Gracias. Mándelos, por favor, a {% if office.address %}{{ office.address }}{% else %}la dirección que está en nuestra carta{% endif %}. Los miro en cuanto lleguen y le llamo después. Hasta entonces no le pido nada más. Hasta luego.',
  we_answer:
    'Lo voy a averiguar y le respondo a más tardar el [día], por teléfono o por escrito, como prefiera. ¿Cómo lo prefiere? Gracias por su paciencia. Hasta luego.',
  again:
    'Bien. Entonces le llamo el [día] a las [hora], a este número. Si cambia algo, estoy en el {{ office.callback }}. Gracias por su tiempo, y hasta luego.',
  nothing: paragraphs(
    'Entonces lo dejamos aquí por hoy. Gracias por hablar conmigo.',
    audience === 'commercial'
      ? 'Si cambia algo, estoy en el {{ office.callback }}; le confirmo por escrito cómo quedamos. Hasta luego.'
      : 'Si cambia algo, o si quiere que lo veamos juntos, estoy en el {{ office.callback }}. Que tenga un buen día.',
  ),
});

const thirdPartyTexts: Texts = {
  who_is_it:
    'Gracias. Me llamo {{ collector.name }}. ¿Cuándo sería buen momento para encontrar a {{ debtor.firstName }}?',
  company:
    'Me llamo {{ collector.name }} y trabajo en {{ office.name }}. Quisiera confirmar dónde puedo encontrar a {{ debtor.firstName }}.',
  location: paragraphs(
    'Me llamo {{ collector.name }}. Estoy confirmando datos para localizar a {{ debtor.name }}.',
    '¿Sabe la dirección donde vive ahora {{ debtor.firstName }}, el teléfono de allí, o dónde trabaja?',
  ),
  has_lawyer:
    'Gracias, eso ayuda. ¿Sabe el nombre del abogado? Entonces escribo allí y no molesto a nadie más. Hasta luego.',
  press: 'Disculpe, solo puedo hablar de ello con {{ debtor.firstName }}. Espero que lo comprenda.',
  message:
    'Es muy amable. Por favor, dígale a {{ debtor.firstName }} que llame a {{ collector.name }} al {{ office.callback }}. Eso es todo. Gracias, y hasta luego.',
  thanks: 'Gracias, lo intento en otro momento. Hasta luego.',
  wrong: 'Entonces tengo el número equivocado; disculpe. Lo voy a retirar. Hasta luego.',
  lawyer:
    'Gracias. ¿Me da su nombre, su despacho y la dirección? Desde ahora todo le llega a usted por escrito. Por teléfono no puedo decir más antes de confirmarlo.',
  died: 'Lo siento mucho, y lamento que mi llamada llegue en este momento. ¿Me permite preguntar quién se ocupa de los asuntos de {{ debtor.name }}? Me basta con un nombre y una dirección, y no hay prisa.',
  comes: 'Gracias. Un momento, por favor.',
  stop: 'Lo comprendo, y disculpe la molestia. A este número no se vuelve a llamar. Hasta luego.',
};

const ownThirdPartyTexts: Texts = {
  ...thirdPartyTexts,
  company:
    'Trabajo en {{ office.name }}. No es nada de lo que pueda hablar con otra persona que no sea {{ debtor.firstName }}. ¿Cuándo puedo intentarlo otra vez?',
  helper:
    'Gracias por decírmelo. Para poder hablar con usted necesito que me lo diga {{ debtor.firstName }}, o que me llegue por escrito. ¿Puede {{ debtor.firstName }} llamarme al {{ office.callback }}, o me da usted su nombre y su dirección?',
};

const firmThirdPartyTexts: Texts = {
  ...thirdPartyTexts,
  who_is_it:
    'Gracias por su ayuda. ¿Cuándo está la persona que dirige la empresa o lleva la contabilidad, y por quién pregunto?',
  message:
    'Es muy amable. Por favor, que {{ debtor.name }} llame a {{ collector.name }} al {{ office.callback }}. Eso es todo. Gracias, y hasta luego.',
  press:
    'Disculpe, solo puedo hablar de ello con quien decide por {{ debtor.name }}. Espero que lo comprenda.',
  write: 'Con mucho gusto. ¿A quién, y a qué dirección? Gracias, y hasta luego.',
  closed:
    'Lo siento. ¿Desde cuándo, y quién se ocupa ahora de sus asuntos? Gracias por decírmelo. Hasta luego.',
};

const voicemailTexts: Texts = {
  machine: 'Escuche hasta el final. ¿Es el buzón de {{ debtor.name }}, o uno que no dice ningún nombre?',
  message: 'Lea el mensaje de su oficina tal como está aquí, y cuelgue.',
  silent: 'No diga nada, y cuelgue.',
};

/** What the English script goes elsewhere for. */
function endings(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverInMatter(audience);
  return [
    step({
      id: 'contested',
      stage: 'matter',
      title: 'They contest it, or want proof',
      say: paragraphs(
        'Gracias por decírmelo. ¿Qué es lo que no está bien? Lo anoto con sus palabras y se lo leo después.',
        isCollector(audience)
          ? 'Desde ahora consta aquí como disputada, y hoy no le pido nada. {% if validation.endsOn %}Si además nos escribe hasta el {{ validation.endsOn }}, no hacemos nada más hasta que tenga nuestra respuesta con los papeles.{% endif %}'
          : 'Desde ahora consta aquí como disputada, y hoy no le pido nada. Le respondemos por escrito.',
      ),
      never: [...never, 'Never ask for a payment once they have said that they contest it.'],
      prompts: toListen,
      ticks: [check('read_back', 'I read back what they contest')],
      answers: [
        ends('bye', 'Contested; goodbye', 'disputed'),
        ends('paid', 'They say it is paid', 'disputed'),
        goes('writing', 'They want papers first', 'writing'),
        ends('hung_up', 'They hang up', 'hung_up'),
      ],
    }),
    step({
      id: 'cannot',
      stage: 'matter',
      title: 'They cannot pay',
      say: paragraphs(
        'Gracias por decírmelo. Suena muy difícil. La renta, la comida y las medicinas van primero, y así debe ser.',
        '¿Queda algo después de eso, aunque sea poco? Si no queda nada, también es una respuesta, y hoy no le pido nada.',
      ),
      never,
      prompts: toListen,
      ticks: [check('reason', 'I asked what changed and let them finish')],
      answers: [
        goes('little', 'A little is left', 'parts'),
        ends('later', 'Another time was agreed', 'callback'),
        ends('rest', 'Nothing; the office looks at it', 'review'),
        ends('hung_up', 'They hang up', 'hung_up'),
      ],
    }),
    step({
      id: 'lawyer',
      stage: 'closing',
      title: 'They have a lawyer',
      say: 'Gracias por decírmelo. Entonces desde ahora hablo con su abogado y no con usted. ¿Me da el nombre, el despacho y cómo le encuentro? Gracias, y hasta luego.',
      never: ['Never ask one more question about the account.'],
      ticks: [check('name', 'Name and firm noted')],
      answers: [ends('bye', 'Noted; goodbye', 'attorney')],
    }),
    step({
      id: 'refuses',
      stage: 'closing',
      title: 'They will not pay',
      say: 'Le escucho, y no voy a insistir. ¿Me permite preguntar por qué? Si algo está mal, quisiera arreglarlo. Si no, lo tomo como su respuesta. Estoy en el {{ office.callback }} si quiere verlo otra vez. Hasta luego.',
      never: ['Never ask a third time.', 'Never end on “you will hear from us”.'],
      prompts: toCalm,
      answers: [
        ends('refused', 'It stays a no', 'refused'),
        ends('stop', 'And they do not want to be called', 'stop'),
        goes('contested', 'They contest it', 'contested'),
        goes('cannot', 'They cannot', 'cannot'),
      ],
    }),
  ];
}

const instead: Partial<Record<ScriptSituation, string>> = {
  dispute: 'contested',
  prove_it: 'contested',
  already_paid: 'contested',
  hardship: 'cannot',
  talk_to_my_lawyer: 'lawyer',
  refusal: 'refuses',
  settlement_offer: 'think',
  post_dated_payment: 'day',
};

/** Scripts a Spanish call may go on in. */
const inSpanish: ReadonlySet<ScriptSituation> = new Set([
  'first_call',
  'voicemail',
  'third_party',
  'closing',
]);

function targetOf(to: ScriptTarget): ScriptTarget {
  if (!('situation' in to) || inSpanish.has(to.situation)) return to;
  const own = instead[to.situation];
  if (own === undefined) throw new Error(`no Spanish way on for ${to.situation}`);
  return { step: own };
}

function translated(english: Script, texts: Texts, more: readonly ScriptStep[]): Script {
  const steps = [
    ...english.steps.map((one) => {
      const say = texts[one.id];
      if (say === undefined) throw new Error(`no Spanish text for ${english.code}/${one.id}`);
      return {
        ...one,
        say,
        cards: [],
        answers: one.answers.map((answer) => ({ ...answer, to: targetOf(answer.to) })),
      };
    }),
    ...more,
  ];
  return script({
    situation: english.situation,
    name: `${english.name} (Spanish)`,
    audiences: english.audiences,
    language: 'es',
    review,
    start: english.start,
    resume: english.resume,
    steps,
  });
}

function of(scripts: readonly Script[], audience: ScriptAudience): Script {
  const found = scripts.find(({ audiences }) => audiences.includes(audience));
  if (!found) throw new Error(`no script for ${audience}`);
  return found;
}

export const spanishScripts: readonly Script[] = [
  ...scriptAudiences.map((audience) =>
    translated(of(firstCalls, audience), firstCallTexts(audience), endings(audience)),
  ),
  ...voicemails.map((one) => translated(one, voicemailTexts, [])),
  translated(of(thirdParties, 'third_party'), thirdPartyTexts, []),
  translated(of(thirdParties, 'medical'), ownThirdPartyTexts, []),
  translated(of(thirdParties, 'commercial'), firmThirdPartyTexts, []),
  ...scriptAudiences.map((audience) =>
    translated(of(closings, audience), closingTexts(audience), endings(audience)),
  ),
];
