/**
 * Every word the shipped letters use, each read once for its spelling. A word that is new stands out in the test; add it here when
 * it is spelled right and plain enough for somebody who reads it once, worried.
 */
export const knownWords: ReadonlySet<string> = new Set(
  `
a about above accept account accounts accrues act acts add added address advice affairs after again agency agree
agreed agreement all allows already altogether always amount an and answer answered any anybody anything apply are
arrives as aside ask asked asks assistance at attempt authorization back bank bankruptcy be bear because been before
being believe belong below beyond bill bureau bureaus by call can cannot card case change changes chapter charge
charges check claims client client’s closed collect collected collecting collection communicating compare complaint
confirm contact copies copy costs counts coupon coupons court credit creditor date day days deal dear death debt
debtor debts decide decided defaults demand described died directly disagree discharge dismissed dispute disputed do
document documents does due each early efforts else enclosed end ended ending enforce entered entries entry estate
everything except expect explains fee fees figure filed financial find first fits follows for forgiven friendly from
full further give given glad gone good grateful hard has have help here holds how if important in included information
insurance insurer interest into is it item itemized items its judgment keep kept kind know last late later law lawyer
lawyer’s learn learned least left less let lets letter liable like limits line list listed long longer look looked
looking looks loss made mailed matter may means mind missed missing mistaken money more name named need needs neither
new next no none nor not noted nothing notice notices now number obligated of off offer offered office often oldest on
once one only open opened or original originals other our out owe owed own paid papers part parts passed past pay paying
payment payments payoff pays person personally person’s place placed plan please present prevent principal promise
propose question rather reached reaches read reason receipt receive received records recurring reflected rely
remaining remedy reminder renew replace report reported reporting represent represents request requires rest rests
returned right rights same say saying second seen send sent separate set sets settle settled settlement should show
shown shows sign signed so some somebody something sooner sorry stands start statement states stays step still stop
stopped such sue sum summary sums supports table take tell telling terms than thank that the them then there these
this three through time to together told total transfer trust under understand unless unpaid until up us wait waives
want was way ways we what whatever when where whether which while who whole whose why will wishes with without word
would write writes writing written wrong yet you your yours
`
    .trim()
    .split(/\s+/),
);
