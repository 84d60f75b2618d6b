/** What the import would do: counts, sums, the control total, and every row that is refused or doubtful. */
import { Button, Group, Text } from '@mantine/core';
import type { DryRun } from '../../../shared/contract/imports.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { useImport, writeIt } from './import-store.ts';
import { countOf } from './import-words.ts';
import { RowList } from './row-list.tsx';

export function TrialResult({ trial }: { readonly trial: DryRun }) {
  const fileName = useImport((state) => state.file?.fileName ?? '');
  const work = useImport((state) => state.work);
  return (
    <section className="import-trial" aria-label="What the import would do">
      <Group justify="space-between" align="flex-end" gap="md">
        <dl className="import-figures">
          <Figure
            label="New debtors"
            value={trial.newDebtors}
            detail={trial.knownDebtors > 0 ? `${trial.knownDebtors.toLocaleString('en-US')} known` : ''}
          />
          <Figure label="New accounts" value={trial.newAccounts} />
          <Figure label="Charges" value={trial.charges} detail={formatDollars(trial.chargesCents)} />
          <Figure
            label="Payments before"
            value={trial.payments}
            detail={formatDollars(trial.paymentsCents)}
          />
          <Figure label="Still open" value={formatDollars(trial.openCents)} />
          <Figure label="Refused rows" value={trial.refused} alert={trial.refused > 0} />
        </dl>
        <Button
          onClick={() => void writeIt()}
          disabled={trial.charges === 0 || work !== null}
          style={{ flex: 'none' }}
        >
          {trial.charges === 0 ? 'Nothing to import' : `Import ${countOf(trial.charges, 'charge')}`}
        </Button>
      </Group>
      <ControlTotal trial={trial} />
      {trial.alreadyThere > 0 ? (
        <Text size="sm">
          {trial.alreadyThere === trial.rows
            ? 'The book already has every row of this file: importing it again would add nothing.'
            : `${countOf(trial.alreadyThere, 'row is', 'rows are')} already in the book and will add nothing.`}
        </Text>
      ) : null}
      {trial.refused > 0 ? (
        <RowList
          title={`Refused: ${countOf(trial.refused, 'row')}`}
          fileName={fileName}
          rows={trial.refusals}
          count={trial.refused}
        />
      ) : null}
      {trial.doubted > 0 ? (
        <RowList
          title={`Taken, but please check: ${trial.doubted.toLocaleString('en-US')}`}
          fileName={fileName}
          rows={trial.doubts}
          count={trial.doubted}
        />
      ) : null}
    </section>
  );
}

type ControlTotalProps = {
  readonly trial: Pick<DryRun, 'fileCents' | 'chargesCents' | 'refusedCents' | 'alreadyThereCents'>;
};

/** The file's sum, shared out. The three parts always come to it. */
function ControlTotal({ trial }: ControlTotalProps) {
  return (
    <p className="import-control">
      File total <b>{formatDollars(trial.fileCents)}</b> = to be written{' '}
      <b>{formatDollars(trial.chargesCents)}</b> + refused <b>{formatDollars(trial.refusedCents)}</b> +
      already there <b>{formatDollars(trial.alreadyThereCents)}</b>
    </p>
  );
}

type FigureProps = {
  readonly label: string;
  readonly value: number | string;
  readonly detail?: string;
  readonly alert?: boolean;
};

function Figure({ label, value, detail = '', alert = false }: FigureProps) {
  return (
    <div className="import-figure" data-alert={alert}>
      <dt>{label}</dt>
      <dd>
        {typeof value === 'number' ? value.toLocaleString('en-US') : value}
        {detail === '' ? null : <small>{detail}</small>}
      </dd>
    </div>
  );
}
