/**
 * Whether the part behind the @ is open to the public: 12 CFR 1006.6(d)(4)(ii)(D) lets a creditor’s notice carry over only to such
 * addresses, not to those an employer, a school or the government gives.
 *
 * The list holds the large mail services and access providers of the United States and those widely used there. A domain that is
 * not in it may be a company’s or a family’s: that is not known, and is not taken for a yes.
 */
export type DomainKind = 'public' | 'restricted' | 'unknown';

const open: ReadonlySet<string> = new Set([
  // mail services
  'aim.com',
  'aol.com',
  'email.com',
  'fastmail.com',
  'fastmail.fm',
  'gmail.com',
  'gmx.com',
  'gmx.us',
  'googlemail.com',
  'hey.com',
  'hotmail.com',
  'hushmail.com',
  'icloud.com',
  'inbox.com',
  'juno.com',
  'live.com',
  'mac.com',
  'mail.com',
  'mailfence.com',
  'me.com',
  'msn.com',
  'netscape.net',
  'netzero.com',
  'netzero.net',
  'outlook.com',
  'passport.com',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'rocketmail.com',
  'tuta.com',
  'tutanota.com',
  'usa.com',
  'usa.net',
  'windowslive.com',
  'yahoo.com',
  'ymail.com',
  'zohomail.com',
  // access providers
  'ameritech.net',
  'att.net',
  'bellsouth.net',
  'cableone.net',
  'centurylink.net',
  'centurytel.net',
  'charter.net',
  'comcast.net',
  'consolidated.net',
  'cox.net',
  'earthlink.net',
  'embarqmail.com',
  'excite.com',
  'flash.net',
  'frontier.com',
  'frontiernet.net',
  'fuse.net',
  'hawaiiantel.net',
  'hughes.net',
  'mchsi.com',
  'mindspring.com',
  'optimum.net',
  'optonline.net',
  'pacbell.net',
  'peoplepc.com',
  'prodigy.net',
  'ptd.net',
  'q.com',
  'rcn.com',
  'roadrunner.com',
  'rr.com',
  'sbcglobal.net',
  'snet.net',
  'suddenlink.net',
  'swbell.net',
  'tds.net',
  'twc.com',
  'verizon.net',
  'wildblue.net',
  'windstream.net',
  'worldnet.att.net',
  'wowway.com',
  'xfinity.com',
]);

/** Government, forces, schools: never open to the public. */
const closed = /(?:^|\.)(?:gov|mil|edu|k12\.[a-z]{2}\.us|(?:state|co|ci)\.[a-z]{2}\.us)$/;

export function domainKindOf(address: string): DomainKind {
  const at = address.lastIndexOf('@');
  if (at < 1) return 'unknown';
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  // Cities of one large provider: `austin.rr.com`.
  if (open.has(domain) || domain.endsWith('.rr.com')) return 'public';
  return closed.test(domain) ? 'restricted' : 'unknown';
}
