/**
 * A scanner for the XML of spreadsheets: piece by piece, without building a tree and without anything XML can do besides carrying data. The five
 * named entities and numbered characters are all it knows; a document type, with which a file could read other files or swell without end,
 * is refused where it begins. What is not well-formed is refused, too: a file cut in two must not pass for a short one.
 */
import { StringDecoder } from 'node:string_decoder';
import { FileFault } from './file-fault.ts';

export type XmlHandler = {
  /** `attributes` as written, for `attributeOf`. An element without content is opened and closed. Names without their prefix. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Decoded; one text may come in several parts. */
  text(text: string): void;
};

export type XmlScanner = {
  push(bytes: Buffer): void;
  end(): void;
};

const deepest = 256;
/** No tag and no entity is as long. */
const longestTag = 256 * 1024;

function damaged(what: string): FileFault {
  return new FileFault('import.unreadable', { what: `xml: ${what}` });
}

/** `push` and `end` throw `FileFault`: `import.unreadable`, `import.unsafe_markup`. */
export function makeXmlScanner(handler: XmlHandler): XmlScanner {
  let decode: ((bytes: Buffer) => string) | null = null;
  let first: Buffer | null = null;
  let rest = '';
  const stack: string[] = [];
  let rootSeen = false;

  const giveText = (text: string) => {
    if (text === '') return;
    if (stack.length === 0) {
      if (text.trim() !== '') throw damaged('text outside');
      return;
    }
    const lines = lineEnds(text);
    handler.text(lines.includes('&') ? decodeEntities(lines) : lines);
  };

  const scan = (text: string, last: boolean) => {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) {
        // An entity may be cut in two, and the two characters of a line end.
        const amp = last ? -1 : text.lastIndexOf('&');
        const to =
          amp >= at && text.indexOf(';', amp) === -1
            ? amp
            : text.length - (!last && text.length > at && text.endsWith('\r') ? 1 : 0);
        giveText(text.slice(at, to));
        rest = text.slice(to);
        break;
      }
      if (open > at) giveText(text.slice(at, open));
      const next = text.charCodeAt(open + 1);
      if (next === 0x21 || next === 0x3f) {
        const to = special(text, open, last);
        if (to === null) {
          rest = text.slice(open);
          break;
        }
        at = to;
        continue;
      }
      const close = tagEnd(text, open);
      if (close === -1) {
        rest = text.slice(open);
        break;
      }
      if (next === 0x2f) {
        const name = localName(text.slice(open + 2, close).trimEnd());
        if (stack.pop() !== name) throw damaged('tags crossed');
        handler.close(name);
      } else {
        const empty = text.charCodeAt(close - 1) === 0x2f;
        const inside = text.slice(open + 1, empty ? close - 1 : close);
        const space = inside.search(/\s/);
        const name = localName(space === -1 ? inside : inside.slice(0, space));
        if (name === '') throw damaged('tag');
        if (stack.length === 0) {
          if (rootSeen) throw damaged('second root');
          rootSeen = true;
        }
        handler.open(name, space === -1 ? '' : inside.slice(space));
        if (empty) handler.close(name);
        else {
          stack.push(name);
          if (stack.length > deepest) throw damaged('too deep');
        }
      }
      at = close + 1;
    }
    if (rest.length > longestTag) throw damaged('tag too long');
  };

  /** Comments, instructions, CDATA. The place after it, or `null` when its end is still to come. */
  const special = (text: string, open: number, last: boolean): number | null => {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
    if (text.startsWith('<?', open)) return after(text, '?>', open + 2);
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open);
      if (end === -1) return null;
      if (stack.length === 0) throw damaged('text outside');
      handler.text(lineEnds(text.slice(open + 9, end)));
      return end + 3;
    }
    if (!last && text.length - open < 9) return null;
    throw new FileFault('import.unsafe_markup');
  };

  const take = (bytes: Buffer, last: boolean) => {
    if (decode === null) {
      first = first === null ? bytes : Buffer.concat([first, bytes]);
      if (first.length < 200 && !last) return;
      decode = decoderFor(first);
      const begun = first;
      first = null;
      scan(decode(begun).replace(/^\ufeff/, ''), last);
      return;
    }
    scan(rest + decode(bytes), last);
  };

  return {
    push: (bytes) => take(bytes, false),
    end() {
      take(Buffer.alloc(0), true);
      if (rest.trim() !== '' || stack.length > 0 || !rootSeen) throw damaged('cut off');
    },
  };
}

function after(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found === -1 ? null : found + mark.length;
}

/** The `>` that ends a tag, past those in its attributes; -1 when it is still to come. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === 0x3e) return at;
    else if (sign === 0x22 || sign === 0x27) quote = sign;
  }
  return -1;
}

/** As every reader of XML has to: only a numbered character brings a CR into a text. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    if (end === '') throw damaged('entity');
    const known = named[name];
    if (known !== undefined) return known;
    const numbered = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    if (numbered === null) throw new FileFault('import.unsafe_markup');
    const point = numbered[1] === undefined ? Number(numbered[2]) : Number.parseInt(numbered[1], 16);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw damaged('character');
    return String.fromCodePoint(point);
  });
}

/** By its local name, decoded; `null` when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const pattern = attributePattern(name);
  const found = pattern.exec(attributes);
  if (found === null) return null;
  return decodeEntities(found[1] ?? found[2] ?? '');
}

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

/** By its byte order mark, else by its first bytes, else as it declares. Letters that cannot be in it throw. */
function decoderFor(bytes: Buffer): (bytes: Buffer) => string {
  const [a = 0, b = 0, c = 0] = bytes;
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return wide(true);
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return wide(false);
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const declared = /^[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/
    .exec(bytes.toString('latin1', 0, 200))?.[1]
    ?.toLowerCase();
  if (
    marked ||
    declared === undefined ||
    ['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16'].includes(declared)
  ) {
    // Not one wrong letter: half the names would be another's.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return (piece) => {
      try {
        return decoder.decode(piece, { stream: true });
      } catch {
        throw damaged('letters');
      }
    };
  }
  if (declared === 'iso-8859-1') return (piece) => piece.toString('latin1');
  throw damaged('encoding');
}

function wide(bigEndian: boolean): (bytes: Buffer) => string {
  const decoder = new StringDecoder('utf16le');
  let odd = Buffer.alloc(0);
  return (piece) => {
    const whole = Buffer.concat([odd, piece]);
    const even = whole.length - (whole.length % 2);
    odd = whole.subarray(even);
    const pairs = whole.subarray(0, even);
    return decoder.write(bigEndian ? pairs.swap16() : pairs);
  };
}
