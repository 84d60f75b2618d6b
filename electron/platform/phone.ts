/** Hands a number to the system's phone program. The only thing Duebook ever opens outside itself. */
import { shell } from 'electron';

export type Phone = {
  /** False when the text is no number or the system has no program for it. */
  dial(number: string): Promise<boolean>;
};

const dialable = /^\+?[0-9][0-9*#,;]{1,39}$/;

/** The `tel:` address of a number as people write it; `null` when it is none. An extension follows a pause. */
export function telAddressOf(number: string): string | null {
  const compact = number.replace(/\s*(?:ext\.?|x)\s*/i, ',').replace(/[\s().\-/]/g, '');
  return dialable.test(compact) ? `tel:${compact.replaceAll('#', '%23')}` : null;
}

export function makePhone(): Phone {
  return {
    async dial(number) {
      const address = telAddressOf(number);
      if (address === null) return false;
      try {
        await shell.openExternal(address);
        return true;
      } catch {
        // The system has no program for phone calls: an answer, not a fault of ours.
        return false;
      }
    },
  };
}
