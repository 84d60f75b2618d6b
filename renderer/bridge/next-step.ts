/**
 * Asking what comes next for an account nothing would bring up again, from wherever it is left. The frame owns the dialog;
 * whoever asks waits for what was chosen.
 */
import { create } from 'zustand';
import { ask, onEvent } from './calls.ts';

/** `set`: it has a next step now; `closed`: the account is; `left`: it stays without; `stay`: not left after all. */
export type NextStepChoice = 'set' | 'closed' | 'left' | 'stay';

type Asked = {
  readonly accountId: number;
  readonly debtorName: string;
  choose(choice: NextStepChoice): void;
};

export const useAskedNextStep = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

/** Accounts somebody chose to leave without; not asked about again on leaving, for as long as the book is open. */
const leftWithout = new Set<number>();

onEvent((event) => {
  if (event.type !== 'book') return;
  leftWithout.clear();
  useAskedNextStep.setState({ asked: null });
});

/**
 * Asks if the account would be left with nothing planned once `finishing` (keys of Today) is done, and says what was chosen;
 * `set` when nothing had to be asked. `again` asks although it was left without before.
 */
export async function wantNextStep(
  accountId: number,
  finishing: readonly string[],
  again: boolean,
): Promise<NextStepChoice> {
  if (!again && leftWithout.has(accountId)) return 'left';
  const leaving = await ask('desk.leaving', { accountId, finishing: [...finishing] });
  // An account that cannot be read must not keep anybody in it.
  if (!leaving.ok || !leaving.value.planless) return 'set';
  const { debtorName } = leaving.value;
  const choice = await new Promise<NextStepChoice>((choose) => {
    useAskedNextStep.getState().asked?.choose('stay');
    useAskedNextStep.setState({ asked: { accountId, debtorName, choose } });
  });
  useAskedNextStep.setState({ asked: null });
  if (choice === 'left') leftWithout.add(accountId);
  return choice;
}
