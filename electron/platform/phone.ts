/** Hands a number to the system's phone program. The only thing Duebook ever opens outside itself. */
import { shell } from 'electron';
import { telAddressOf } from './tel-address.ts';

export type Phone = {
  /** False when the text is no number or the system has no program for it. */
  dial(number: string): Promise<boolean>;
};

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
