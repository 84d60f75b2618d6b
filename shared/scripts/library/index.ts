/**
 * The scripts and cards shipped with the program. Whoever changes the words of one raises its version below: a call that followed
 * a script is kept with the version it followed.
 */
import type { ObjectionCard, Script } from '../script.ts';
import { objectionCards } from './cards.ts';
import { closings } from './closing.ts';
import { disputeScripts } from './dispute.ts';
import { firstCalls } from './first-call.ts';
import { hardshipScripts } from './hardship.ts';
import { inboundCalls } from './inbound.ts';
import { paperScripts } from './papers.ts';
import { promiseScripts } from './promises.ts';
import { resistanceScripts } from './resistance.ts';
import { spanishScripts } from './spanish.ts';
import { termScripts } from './terms.ts';
import { thirdParties } from './third-party.ts';
import { voicemails } from './voicemail.ts';

export const shippedScripts: readonly Script[] = [
  ...firstCalls,
  ...promiseScripts,
  ...hardshipScripts,
  ...disputeScripts,
  ...paperScripts,
  ...resistanceScripts,
  ...termScripts,
  ...inboundCalls,
  ...voicemails,
  ...thirdParties,
  ...closings,
  ...spanishScripts,
];

export const shippedCards: readonly ObjectionCard[] = objectionCards;

/** Versions above the first, by code of the script or card. */
const changed: Readonly<Record<string, number>> = {};

/** The version of a shipped script or card, counted from 1. */
export function shippedVersion(code: string): number {
  return changed[code] ?? 1;
}
