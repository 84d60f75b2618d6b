/** The bytes of a kept file, fetched piece by piece, so that no process is held up by a large one. */
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { ask } from './calls.ts';

/** `onPart` hears what share is here, 0 to 1. Ends with `call.cancelled` once it is no longer wanted. */
export async function fetchAttachment(
  attachmentId: number,
  onPart: (share: number) => void,
  isWanted: () => boolean,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  let whole = new Uint8Array(0);
  for (let from = 0; ; ) {
    const answer = await ask('attachments.read', { attachmentId, from });
    if (!isWanted()) return fail('call.cancelled');
    if (!answer.ok) return answer;
    const { piece, bytes } = answer.value;
    if (from === 0) whole = new Uint8Array(bytes);
    whole.set(piece, from);
    from += piece.length;
    onPart(bytes === 0 ? 1 : from / bytes);
    if (from >= bytes || piece.length === 0) return ok(whole);
  }
}
