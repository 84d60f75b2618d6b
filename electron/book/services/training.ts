/** Training: hours by month and year, and certificates with the last day they hold. */
import { practiceSheet } from '../../../shared/contract/training.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import {
  endCertificate,
  insertCertificate,
  insertTraining,
  listCertificates,
  listTraining,
  minutesByMonth,
  withdrawTraining,
} from '../store/queries/training.ts';

function changedTraining(context: CommandContext): void {
  context.changed('scripts', []);
}

export const logTraining: CommandHandler<'training.log'> = (context, input) => {
  const { store, now, today, author } = context;
  if (input.onDay > today) return fail('training.in_future');
  if (holdsCardData(input.subject)) return fail('payment.card_number');
  const { sheet, ...entry } = input;
  const score = sheet === null ? null : JSON.stringify(sheet);
  const entryId = insertTraining(store, { ...entry, score, madeAt: now, author });
  changedTraining(context);
  return ok({ entryId });
};

export const readTraining: QueryHandler<'training.list'> = ({ store }, { limit }) => {
  const rows = listTraining(store, limit + 1);
  const entries = rows.slice(0, limit).map(({ score, ...entry }) => ({
    ...entry,
    sheet: score === null ? null : practiceSheet.parse(JSON.parse(score)),
  }));
  return ok({
    entries,
    more: rows.length > limit,
    minutes: minutesByMonth(store),
    certificates: listCertificates(store),
  });
};

export const takeBackTraining: CommandHandler<'training.withdraw'> = (context, { entryId }) => {
  if (!withdrawTraining(context.store, entryId, context.now)) return fail('training.not_found');
  changedTraining(context);
  return ok({});
};

export const saveCertificate: CommandHandler<'training.saveCertificate'> = (context, input) => {
  const { store, now, today, author } = context;
  const { certificateId, ...certificate } = input;
  if (certificate.issuedOn > today) return fail('training.in_future');
  if (certificate.renewsOn !== null && certificate.renewsOn < certificate.issuedOn)
    return fail('training.renews_before_issued');
  if ([certificate.holder, certificate.name, certificate.number].some(holdsCardData))
    return fail('payment.card_number');
  if (certificateId !== null && !endCertificate(store, certificateId, now))
    return fail('training.certificate_not_found');
  const saved = insertCertificate(store, { ...certificate, madeAt: now, author });
  changedTraining(context);
  return ok({ certificateId: saved });
};

export const closeCertificate: CommandHandler<'training.endCertificate'> = (context, { certificateId }) => {
  if (!endCertificate(context.store, certificateId, context.now))
    return fail('training.certificate_not_found');
  changedTraining(context);
  return ok({});
};
