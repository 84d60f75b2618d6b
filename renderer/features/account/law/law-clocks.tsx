/** The clocks of the debt. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtClocks } from '../../../../shared/rules/clocks.ts';
import type { LawForm } from './law-form.ts';

export type LawClocksProps = {
  readonly clocks: DebtClocks;
  readonly today: Day;
  onForm(form: LawForm): void;
};

export function LawClocks(_props: LawClocksProps) {
  return null;
}
