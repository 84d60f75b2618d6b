/**
 * Deep inside a parser there is no way on from a damaged file, so it is thrown there and becomes a result where the parser was
 * entered. Whatever else a damaged file makes a library throw is the file's fault too.
 */
import type { FaultCode, FaultParams } from '../../shared/errors/codes.ts';
import { fail, type Result } from '../../shared/errors/result.ts';

export class FileFault extends Error {
  readonly code: FaultCode;
  readonly params: FaultParams;

  constructor(code: FaultCode, params: FaultParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Faults besides those of `work`: the ones thrown in it, and `import.unreadable`. */
export async function unlessBroken<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) return fail(error.code, error.params);
    return fail('import.unreadable', { what: error instanceof Error ? error.name : 'error' });
  }
}
