/**
 * The one way an expected failure travels: as a value, never as an exception.
 *
 * A fault carries a stable code and plain parameters; the sentence the user reads is made from them in
 * `shared/text`, so a log line or a test never depends on wording. Bugs and damaged files are thrown.
 */
import type { FaultCode, FaultParams } from './codes.ts';

export type Fault<C extends FaultCode = FaultCode> = { readonly code: C; readonly params: FaultParams };

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failed = { readonly ok: false; readonly error: Fault };
export type Result<T> = Ok<T> | Failed;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Makes a failed result; `params` are shown to the user, so they may hold names but never secrets. */
export function fail(code: FaultCode, params: FaultParams = {}): Failed {
  return { ok: false, error: { code, params } };
}
