/**
 * The draft of an email with a letter attached, as a file a mail program opens for somebody to send. Its text tells nothing of a debt:
 * what there is to say stands in the letter.
 */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Day } from '../../../shared/domain/days.ts';

export type EmailDraft = {
  readonly officeName: string;
  /** Of the office; empty where it has none, and the mail program puts its own. */
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly phone: string;
  readonly day: Day;
  /** Milliseconds UTC. */
  readonly at: number;
  readonly pdf: Uint8Array;
};

/** What the law asks emails to a debtor to say, in words that name no debt. */
export const optOutSentence =
  'To opt out of email from us at this address, answer this email with the word “stop”. It costs you nothing.';

/** The bytes of an .eml, marked as not sent. */
export async function emailFile(draft: EmailDraft): Promise<Uint8Array> {
  const { officeName, from, to, phone, day, at, pdf } = draft;
  const composer = new MailComposer({
    ...(from === '' ? {} : { from: { name: officeName, address: from } }),
    to: { name: to.name, address: to.address },
    subject: `A letter from ${officeName}`,
    date: new Date(at),
    text: [
      'Hello,',
      '',
      `please find a letter from ${officeName} attached to this email.`,
      '',
      optOutSentence,
      '',
      officeName,
      ...(phone === '' ? [] : [phone]),
      '',
    ].join('\r\n'),
    headers: { 'X-Unsent': '1' },
    attachments: [
      { filename: `Letter ${day}.pdf`, content: Buffer.from(pdf), contentType: 'application/pdf' },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  // Whoever sends it gives it its id.
  const text = bytes.toString('latin1').replace(/^Message-ID:.*(?:\r\n[ \t].*)*\r\n/im, '');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
