/**
 * Every change of the book's shape, in order. A migration that has shipped is never edited: a book somewhere
 * has already taken it.
 */
import { foundation } from './0001-foundation.ts';
import { money } from './0002-money.ts';
import { law } from './0003-law.ts';
import { desk } from './0004-desk.ts';
import { letters } from './0005-letters.ts';
import { exchange } from './0006-exchange.ts';

export type Migration = {
  /** Rising from 1 without gaps; what `user_version` says once it is in. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
};

export const migrations: readonly Migration[] = [foundation, money, law, desk, letters, exchange];
