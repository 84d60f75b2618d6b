/** XML piece by piece: the same whatever the pieces, data only, and nothing that is not whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileFault } from '../../../electron/reader/file-fault.ts';
import { attributeOf, makeXmlScanner } from '../../../electron/reader/xml-scan.ts';

/** What is told, one line each; texts that follow each other joined. */
function told(xml: string | Buffer, pieces: number = Number.MAX_SAFE_INTEGER): string[] {
  const lines: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') lines.push(`"${text}"`);
    text = '';
  };
  const scanner = makeXmlScanner({
    open(name, attributes) {
      flush();
      lines.push(`<${name}${attributes.trimEnd()}`);
    },
    close(name) {
      flush();
      lines.push(`/${name}`);
    },
    text(piece) {
      text += piece;
    },
  });
  const bytes = typeof xml === 'string' ? Buffer.from(xml, 'utf8') : xml;
  for (let at = 0; at < bytes.length; at += pieces) scanner.push(bytes.subarray(at, at + pieces));
  scanner.end();
  return lines;
}

function codeOf(xml: string | Buffer): string {
  try {
    told(xml);
    return 'read';
  } catch (error) {
    return error instanceof FileFault ? error.code : String(error);
  }
}

const sample =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b --><x:a t="1>2" b=\'"\'><b/>é😀 &amp;&lt;&#x41;&#66;<![CDATA[<raw&amp;>]]><c >x\r\ny\rz&#13;</c ></x:a>\n';
const sampleTold = [
  '<a t="1>2" b=\'"\'',
  '<b',
  '/b',
  '"é😀 &<AB<raw&amp;>"',
  '<c',
  '"x\ny\nz\r"',
  '/c',
  '/a',
];

describe('scanning XML', () => {
  test('tells elements, attributes and text', () => {
    expect(told(sample)).toEqual(sampleTold);
  });

  test('tells the same in pieces of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pieces) => {
        expect(told(sample, pieces)).toEqual(sampleTold);
      }),
    );
  });

  test('reads UTF-16 with and without its mark', () => {
    const little = Buffer.from(sample.replace('UTF-8', 'UTF-16'), 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(told(little, 7)).toEqual(sampleTold);
    expect(told(big, 7)).toEqual(sampleTold);
    expect(told(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(sampleTold);
    expect(told(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(sampleTold);
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['a document type in UTF-16', Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le')],
  ])('does not follow %s', (_, xml) => {
    expect(codeOf(xml)).toBe('import.unsafe_markup');
  });

  test.each([
    ['cut off', '<a><b>x</b>'],
    ['cut off in a tag', '<a></a'],
    ['crossed tags', '<a><b></a></b>'],
    ['text before it', 'foo<a/>'],
    ['text after it', '<a/>foo'],
    ['two roots', '<a/><b/>'],
    ['nothing', ''],
    ['letters that are not in its encoding', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['an encoding nobody uses', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ['a depth without end', '<a>'.repeat(10_000)],
    ['a tag without end', `<a b="${'x'.repeat(400_000)}`],
  ])('refuses %s', (_, xml) => {
    expect(codeOf(xml)).toBe('import.unreadable');
  });

  test('finds an attribute by its own name', () => {
    const attributes = ' xr:uid="{1}" r="A1" rr="2" name=\'a "b" &amp; c\' r:id="rId1"';
    expect(attributeOf(attributes, 'r')).toBe('A1');
    expect(attributeOf(attributes, 'name')).toBe('a "b" & c');
    expect(attributeOf(attributes, 'id')).toBe('rId1');
    expect(attributeOf(attributes, 's')).toBeNull();
  });
});
