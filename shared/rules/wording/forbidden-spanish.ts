/** Spanish phrases of what a letter must not say. */
import { oneOf, phrases } from './phrase.ts';

const modal = oneOf(
  'vamos a',
  'podemos',
  'podríamos',
  'podrá',
  'podrán',
  'puede',
  'pueden',
  'podría',
  'podrían',
  'va a',
  'van a',
  'será',
  'serán',
  'tendremos que',
  'debemos',
  'pensamos',
);
const bienes = oneOf(
  'salarios?',
  'sueldo',
  'ingresos',
  'cuentas? bancarias?',
  'cuentas? de banco',
  'propiedad(?:es)?',
  'casa',
  'carro',
  'coche',
  'auto',
  'vehículo',
  'bienes',
  'pertenencias',
  'beneficios',
  'reembolso de impuestos',
  'pensión',
);
const otros = oneOf(
  'empleador',
  'patrón',
  'jefe',
  'supervisor',
  'trabajo',
  'lugar de trabajo',
  'compañeros de trabajo',
  'familia',
  'familiares',
  'parientes',
  'padres',
  'madre',
  'padre',
  'hijos',
  'hermanos?',
  'vecinos?',
  'amigos?',
  'casero',
  'arrendador',
  'iglesia',
  'escuela',
);

/** What says “no” and is forbidden all the same. */
export const spanishDenials = {
  crime: phrases('no pagar <2>es (?:un )?(?:delito|crimen|robo|fraude)'),
  urgency: phrases('no (?:ignore|demore|espere)'),
  enforceable: phrases('esta deuda (?:nunca|no) (?:vence|prescribe|caduca)'),
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export const spanishPatterns = {
  arrest: phrases(
    `${oneOf(modal, 'evitar', 'evite', 'ser', 'enfrentar', 'enfrentará', 'orden de', 'terminar en', 'acabar en', 'ir a', 'irá a', 'llevar a', 'llevarlo a', 'meter en', 'enviar a', 'su')} <3>(?:arrest(?:ad[oa]|o|arl[oa]|ar)|detenid[oa]|encarcelad[oa]|la cárcel|cárcel|prisión|apresad[oa])`,
    '(?:llamar(?:emos)? a|avisar(?:emos)? a|enviar(?:emos)? a|denunciar(?:emos|lo|la)? (?:a|ante)|reportar(?:emos|lo|la)? a) la (?:policía|autoridad(?:es)?)|la policía (?:irá|vendrá|va a|lo buscará|la buscará|llegará|puede)|el (?:alguacil|sheriff) (?:irá|vendrá|va a|llegará|puede)',
    'orden de arresto|la policía (?:será|va a ser) avisada',
  ),
  crime: phrases(
    '(?:usted|su (?:conducta|falta de pago)) <4>(?:cometió|ha cometido|es|comete|constituye|está cometiendo|sería) <3>(?:fraude|robo|delito|crimen|delincuente|ladrón|ladrona|criminal|estafa|estafador(?:a)?)',
    '(?:cargos|acción|denuncia|demanda|proceso|procedimientos?) (?:penal(?:es)?|criminal(?:es)?)|(?:el|la) fiscal(?:ía)? (?:del distrito|presentará|lo|la)|ante la fiscalía|usted robó|procesad[oa] penalmente',
  ),
  violence: phrases(
    '(?:se va a arrepentir|se arrepentirá|lo lamentará|lo va a lamentar|va a sufrir|cuídese las espaldas|tenga mucho cuidado)',
    'sabemos (?:dónde|donde) (?:vive|viven|trabaja|trabajan|estudian|duerme)|(?:hacerle|hacerles|le haremos) daño|le (?:puede|podría|va a) pasar algo|algo malo (?:le )?(?:puede|podría|va a)|(?:golpearl[oa]|lastimarl[oa])',
    'págueme o (?:si no|verá)|pague o (?:verá|aténgase)|aténgase a las consecuencias|le haremos la vida (?:imposible|difícil)',
  ),
  abuse: phrases(
    '(?:moros[oa] sinvergüenza|sinvergüenza|ladrón|ladrona|estafador(?:a)?|mentiros[oa]|tramposo|tramposa|irresponsable|deshonest[oa]|vag[oa]|idiota|estúpid[oa]|imbécil|parásito|inútil)',
    '(?:mierda|pendej[oa]|cabrón|puta|puto|joder|chinga\\p{L}*|maldit[oa])|debería (?:darle|tener) vergüenza|qué vergüenza',
  ),
  seizure: phrases(
    `(?:embargar|embargaremos|embargarle|embargará|embargarán|congelar|congelaremos|congelarle|confiscar|confiscaremos|quitarle|quitaremos|le quitarán|tomar|tomaremos|rematar|retener|retendremos|vender) <2>(?:su|sus|el|la|los|las) <1>${bienes}`,
    `(?:su|sus) <2>${bienes} <1>(?:será|serán|puede ser|pueden ser|podría ser|podrían ser|va a ser|van a ser) (?:embargad[oa]s?|congelad[oa]s?|confiscad[oa]s?|tomad[oa]s?|retenid[oa]s?|vendid[oa]s?|rematad[oa]s?)`,
    '(?:embargo|gravamen|retención) (?:de|sobre|contra) (?:su|sus)|evit(?:e|ar) (?:el|un) embargo|perder(?:á)? su (?:casa|carro|coche|propiedad|sueldo)|será desalojad[oa]',
  ),
  suit: phrases(
    `(?:${modal} |le |lo |la )?(?:demandar(?:emos|l[oa]|le)?|ser demandad[oa]|será demandad[oa]|llevarl[oa] (?:a juicio|a la corte|a los tribunales|al tribunal)|llevaremos (?:a juicio|a la corte|el caso))`,
    '(?:presentar|presentaremos|presentará|iniciar|iniciaremos|iniciará|entablar|entablaremos|tomar|tomaremos|emprender|emprenderemos) (?:una |un |las |los |la )?(?:demanda|juicio|acci(?:ón|ones) legal(?:es)?|acciones judiciales|proceso (?:legal|judicial)|procedimientos? (?:legal(?:es)?|judicial(?:es)?)|medidas legales|acción judicial)',
    '(?:para evitar|evite|evitar) <1>(?:acciones legales|una demanda|la demanda|un juicio|el juicio|la corte|acción legal)|nos veremos en (?:la corte|el tribunal|los tribunales)',
  ),
  others: phrases(
    `(?:llamar(?:emos)?|contactar(?:emos)?|avisar(?:emos|le)?|informar(?:emos|le)?|notificar(?:emos|le)?|decir(?:le|les)?|diremos|hablar(?:emos)?|visitar(?:emos)?|escribir(?:emos)?|contar(?:le|les)?|contaremos) <2>(?:a|con|en) <1>(?:su|sus) <1>${otros}`,
    `(?:su|sus) ${otros} (?:sabrá|sabrán|se enterará|se enterarán|será (?:informad|avisad|notificad)[oa]|serán (?:informad|avisad|notificad)[oa]s|recibirá|recibirán)`,
  ),
  publish: phrases(
    '(?:publicar|publicaremos|publicará|divulgar|divulgaremos|anunciar|anunciaremos|exponer|expondremos) <2>(?:su (?:nombre|deuda|foto|dirección)|esta deuda|la deuda|que usted debe)',
    'su nombre (?:saldrá|aparecerá|estará) en (?:el|los|la|las) \\p{L}+',
    '(?:lista|listas|registro|muro) (?:pública |negra )?de <1>(?:morosos|deudores|malos pagadores)|lista negra|su nombre (?:será|va a ser|aparecerá) (?:publicado|en (?:el periódico|internet|facebook|las redes))|en las redes sociales',
  ),
  creditRuin: phrases(
    '(?:arruinar|arruinará|arruinaremos|destruir|destruirá|destruiremos|dañar|dañará|perjudicar|perjudicará|acabar con) <2>su <1>(?:crédito|historial|historial (?:de crédito|crediticio)|reputación|nombre|calificación)',
    'su (?:crédito|historial|reputación|historial crediticio) (?:será|quedará|va a quedar|va a ser) (?:arruinad[oa]|destruid[oa]|dañad[oa]|manchad[oa])|nunca (?:más )?(?:podrá|va a poder) (?:obtener|conseguir|comprar|rentar|alquilar)',
  ),
  creditPressure: phrases(
    '(?:reportar(?:emos|l[oa])?|informar(?:emos)?|será reportad[oa]) <6>(?:burós? de crédito|agencias? de (?:crédito|informes)|agencias? de informes (?:de crédito|crediticios|del consumidor))',
    '(?:mejorar|mejorará|reparar|reparará|limpiar|limpiará|subir|subirá) <1>su (?:crédito|historial|puntaje|calificación)',
  ),
  government: phrases(
    '(?:somos|en nombre de|de parte de|representamos a|autorizad[oa]s? por|aprobad[oa]s? por|respaldad[oa]s? por|trabajamos para|trabajamos con|parte de|agentes? de[l]?) <2>(?:gobierno|agencia (?:federal|estatal|del gobierno)|estado de \\p{L}+|irs|la corte|el tribunal|fiscalía|ftc|cfpb)',
    '(?:aviso|documento|carta) oficial del (?:gobierno|estado|tribunal)|por orden (?:de la corte|del tribunal|del gobierno|judicial|del juez)',
  ),
  process: phrases(
    '(?:queda|está|es) (?:usted )?(?:citad[oa]|emplazad[oa])|ha sido (?:citad[oa]|emplazad[oa]|notificad[oa] de una demanda)',
    '(?:esta carta|este (?:documento|aviso)) (?:es|constituye|sirve como) (?:una? )?(?:citación|citatorio|orden (?:judicial|de la corte|del tribunal)|documento (?:legal|judicial|de la corte)|demanda)|aviso de (?:embargo|demanda)|aviso legal (?:final|oficial)|comparecer ante (?:la corte|el tribunal|un juez|el juez)|aviso prejudicial',
  ),
  attorney: phrases(
    '(?:nuestr[oa]s? (?:propi[oa]s? )?(?:abogad[oa]s?|departamento legal|equipo legal|bufete|asesores legales)|(?:el )?departamento (?:legal|jurídico)|(?:revisad[oa]|aprobad[oa]|preparad[oa]) por (?:un |una |el |nuestr[oa] )?abogad[oa]s?|soy abogad[oa]|somos (?:un bufete|abogad[oa]s)|(?:un|una|el|la) abogad[oa] (?:ha revisado|revisó|está preparando|ya tiene))',
  ),
  attorneyNext: phrases(
    '(?:enviar(?:emos|se)?|enviad[oa]|referir(?:emos|se)?|remitir(?:emos)?|pasar(?:emos)?|entregar(?:emos)?|transferid[oa]|turnar(?:emos)?) <4>a (?:un |una |los |nuestr[oa]s )?abogad[oa]s?',
  ),
  hours: phrases(
    '(?:en|dentro de|en un plazo de|tiene|solo tiene|en las próximas|dentro de las próximas) (?:24|48|72|veinticuatro|cuarenta y ocho|setenta y dos) horas',
    '(?:antes del fin del día de hoy|hoy mismo|a más tardar (?:hoy|mañana)|antes de mañana)',
  ),
  urgency: phrases(
    '(?:último|última|final) (?:aviso|advertencia|oportunidad|oferta|llamado|recordatorio)|aviso final|(?:urgente|urgentemente)|(?:actúe|pague|llame) (?:ya|ahora|de inmediato|inmediatamente)|antes de que sea (?:demasiado )?tarde|(?:graves|serias) consecuencias|oferta única',
  ),
  immigration: phrases(
    '(?:deportad[oa]|deportación|deportarl[oa]|deportar|inmigración|la migra|migración|su (?:estatus|estado) migratorio|su (?:ciudadanía|residencia|tarjeta verde|permiso de trabajo)|indocumentad[oa]s?)',
  ),
  livelihood: phrases(
    '(?:quitarle|quitarán|le quitarán|perder|perderá) (?:a )?(?:sus hijos|la custodia|su (?:trabajo|empleo|licencia|puesto))|(?:será|va a ser) despedid[oa]|(?:su )?licencia (?:de conducir|de manejar|profesional) (?:será|puede ser|va a ser) (?:suspendida|revocada|cancelada)',
    '(?:suspender|suspenderemos|revocar|cancelar) su (?:licencia|beneficios|medicaid)|(?:negarle|no le daremos) (?:atención|tratamiento|servicio) (?:médic[oa] )?(?:hasta|si)',
  ),
  sale: phrases(
    '(?:perder|perderá|perdería|renuncia a|renunciará a) <3>(?:su derecho|sus derechos|sus defensas|su defensa) ?<3>(?:a disputar|de disputar|legales?|de defensa)?|compradores? inocentes?',
  ),
  rightsDenied: phrases(
    '(?:usted )?(?:no puede|ya no puede|no podrá|no tiene derecho a|ya no tiene derecho a|ha perdido (?:su|el) derecho a) <1>(?:disputar|impugnar|cuestionar|objetar|reclamar)',
    '(?:no aceptamos|no se aceptan|no aceptaremos) <1>(?:disputas|reclamos|impugnaciones)|(?:es (?:demasiado )?tarde|no sirve de nada) (?:para )?disputar|las disputas deben (?:incluir|venir con|acompañarse)|al no disputar <4>(?:admite|acepta|reconoce)',
  ),
  fees: phrases(
    '(?:se (?:le )?(?:agregarán|cobrarán|añadirán|sumarán)|agregaremos|cobraremos|añadiremos) <5>(?:cargos?|honorarios|gastos|costos|comisiones|comisión|recargos?)',
    '(?:cargo|comisión|recargo) (?:por|para) pagar (?:por teléfono|con tarjeta|en línea)',
  ),
  postdated: phrases('cheques? (?:posfechad[oa]s?|postdatad[oa]s?|con fecha posterior)'),
  tax: phrases(
    '(?:reportar(?:emos|l[oa])?|denunciar(?:emos|l[oa])?|informar(?:emos)?) <4>(?:al irs|a hacienda|al servicio de impuestos|a impuestos)',
  ),
  liable: phrases(
    'usted (?:es|será|sigue siendo|queda) (?:personalmente |legalmente )?(?:responsable|obligad[oa])|usted (?:debe|tiene que|heredó) <2>(?:pagar|esta deuda|la deuda)|su deuda',
  ),
  enforceable: phrases(
    '(?:legalmente (?:obligad[oa]|exigible)|está obligad[oa] a pagar|deuda (?:legal y válida|exigible)|pagar por ley)',
  ),
  medical: phrases(
    '(?:su (?:diagnóstico|enfermedad|condición médica)|vih|sida|quimioterapia|aborto|psiquiátric[oa]|rehabilitación|tratamiento (?:de|para|contra) (?:su|el|la|un|una) \\p{L}+)',
  ),
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;
