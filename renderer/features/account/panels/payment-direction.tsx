/**
 * The debtor's own direction, which must be followed: these charges, or this part of the debt, before anything else
 * (12 CFR 1006.30(c) for several debts; the same for parts of one).
 */
import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { componentNames } from '../../../../shared/domain/ledger.ts';
import { componentWords, entryKindWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { optionsOf } from '../forms/bound-fields.tsx';
import type { PaymentFields } from './payment-form.ts';

export type DirectionFieldsProps<C, O> = {
  readonly form: UseFormReturn<PaymentFields, C, O>;
  readonly accountId: number;
};

export function DirectionFields<C, O>({ form, accountId }: DirectionFieldsProps<C, O>) {
  const direction = useWatch({ control: form.control, name: 'direction' });
  const chosen = useWatch({ control: form.control, name: 'charges' });
  const answer = useCall('ledger.charges', { accountId });
  const open = (answer.data?.charges ?? []).filter((charge) => charge.openCents > 0);
  const choose = (value: string) =>
    form.setValue('direction', value === 'charges' ? 'charges' : 'component', { shouldDirty: true });
  return (
    <fieldset className="money-fieldset">
      <legend>The debtor said it is for</legend>
      <Radio.Group value={direction} onChange={choose} aria-label="What the debtor named">
        <div className="money-openers">
          <Radio value="component" label="a part of the debt" />
          <Radio value="charges" label="certain charges" disabled={open.length === 0} />
        </div>
      </Radio.Group>
      {direction === 'component' ? (
        <NativeSelect
          label="Part"
          data={optionsOf(componentNames, componentWords)}
          {...form.register('component')}
        />
      ) : (
        <ul className="money-choice" aria-label="Charges the debtor named">
          {open.map((charge) => (
            <li key={charge.entryId}>
              <Checkbox
                checked={chosen.includes(charge.entryId)}
                label={
                  <>
                    {charge.reference === '' ? entryKindWords[charge.kind] : charge.reference}, due{' '}
                    <DayText day={charge.dueOn} />, <Money cents={charge.openCents} /> open
                  </>
                }
                onChange={(event) => {
                  form.setValue(
                    'charges',
                    event.currentTarget.checked
                      ? [...chosen, charge.entryId]
                      : chosen.filter((one) => one !== charge.entryId),
                    { shouldDirty: true },
                  );
                  form.clearErrors('charges');
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {form.formState.errors.charges?.message === undefined ? null : (
        <div role="alert" className="money-field-error">
          {form.formState.errors.charges.message}
        </div>
      )}
      <div className="money-fieldset-foot">
        <span>The named part is paid first; what is left follows the account’s order.</span>
        <button
          type="button"
          className="account-link"
          onClick={() => {
            form.setValue('direction', 'none', { shouldDirty: true });
            form.setValue('charges', [], { shouldDirty: true });
          }}
        >
          Nothing was said
        </button>
      </div>
    </fieldset>
  );
}
