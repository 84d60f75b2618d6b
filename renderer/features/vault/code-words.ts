/** What is wrong with a typed recovery code, in words. */
import {
  normaliseRecoveryCode,
  type RecoveryCodeFlaw,
  recoveryCodeLength,
} from '../../../shared/domain/recovery-code.ts';

export function flawWords(flaw: RecoveryCodeFlaw, typed: string): string {
  const count = [...normaliseRecoveryCode(typed)].length;
  switch (flaw) {
    case 'empty':
      return 'Type the code from the recovery sheet.';
    case 'wrong_symbol':
      return 'The code has only letters and digits, without I, L, O and U. Look for a sign that does not belong.';
    case 'too_short':
      return `${signs(recoveryCodeLength - count, 'missing')} Compare group by group.`;
    case 'too_long':
      return `${signs(count - recoveryCodeLength, 'too many')} Compare group by group.`;
    case 'mistyped':
      return 'Something is mistyped: a wrong letter or digit, or two that changed places. Compare group by group.';
  }
}

function signs(count: number, what: string): string {
  return count === 1 ? `1 letter or digit is ${what}.` : `${count} letters or digits are ${what}.`;
}
