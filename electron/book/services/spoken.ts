/**
 * How the office speaks on the telephone: the name each author gives there, which need not be the one they sign in with, and the
 * limited-content message. Both are appended, so that what was said at some time can be told later.
 */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { type VoicemailSettings, voicemailSettings } from '../../../shared/contract/scripts.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { limitedContentMessage } from '../../../shared/rules/limited-content.ts';
import type { CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { findSpoken, insertSpoken } from '../store/queries/scripts.ts';
import type { Store } from '../store/store.ts';

const plainVoicemail: VoicemailSettings = {
  businessName: null,
  nameConfirmed: false,
  contactName: null,
  callBackNumber: null,
  salutation: 'hello',
  replyTimes: null,
  anyRepresentative: false,
};

/** As it was set; empty when the name of the author is used. */
function nameSet(store: Store, author: string): string {
  const kept = findSpoken(store, 'name', author);
  return kept === null ? '' : (JSON.parse(kept) as { name: string }).name;
}

/** The name this author gives on the telephone. */
export function spokenNameOf({ store, author }: Pick<QueryContext, 'store' | 'author'>): string {
  return nameSet(store, author) || author;
}

function voicemailOf(store: Store): VoicemailSettings {
  const kept = findSpoken(store, 'voicemail', null);
  const read = voicemailSettings.safeParse(kept === null ? plainVoicemail : JSON.parse(kept));
  return read.success ? read.data : plainVoicemail;
}

/** The message as it is left now, or what keeps it from being one. */
export function voicemailMessage(context: Pick<QueryContext, 'store' | 'author'>): Result<string> {
  const { store } = context;
  const set = voicemailOf(store);
  return limitedContentMessage({
    businessName: set.businessName ?? readOffice(store)?.name ?? '',
    nameConfirmed: set.nameConfirmed,
    contactNames: [set.contactName ?? spokenNameOf(context)],
    callBackNumber: set.callBackNumber ?? findLetterhead(store).phone,
    salutation: set.salutation,
    ...(set.replyTimes ? { replyTimes: set.replyTimes } : {}),
    anyRepresentative: set.anyRepresentative,
  });
}

export const readSpoken: QueryHandler<'scripts.spoken'> = (context) => {
  const { store, author } = context;
  const answer: OutputOf<'scripts.spoken'> = {
    name: nameSet(store, author),
    author,
    voicemail: voicemailOf(store),
    officeName: readOffice(store)?.name ?? '',
    callBackNumber: findLetterhead(store).phone,
    message: voicemailMessage(context),
  };
  return ok(answer);
};

export const setSpokenName: CommandHandler<'scripts.setSpokenName'> = (context, { name }) => {
  if (holdsCardData(name)) return fail('payment.card_number');
  insertSpoken(context.store, 'name', JSON.stringify({ name }), {
    madeAt: context.now,
    author: context.author,
  });
  context.changed('scripts');
  return ok({});
};

export const setVoicemail: CommandHandler<'scripts.setVoicemail'> = (context, settings) => {
  insertSpoken(context.store, 'voicemail', JSON.stringify(settings), {
    madeAt: context.now,
    author: context.author,
  });
  context.changed('scripts');
  return ok({});
};
