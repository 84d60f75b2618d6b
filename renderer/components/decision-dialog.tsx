/**
 * What stands in the way of a contact and what can be done about it. A prohibition gives way to nothing typed here; a presumption
 * or an unknown to a reason that is kept with the contact; and what took place all the same is recorded as it was.
 */
import './verdict.css';
import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconBan, IconHelpCircle } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import type { ContactDecision } from '../../shared/contract/law.ts';
import { type RebuttalFactor, rebuttalFactors } from '../../shared/domain/law.ts';
import type { Fault } from '../../shared/errors/result.ts';
import { sentenceOf } from '../../shared/text/faults.ts';
import { rebuttalFactorWords } from '../../shared/text/labels.ts';

/** The most characters a reason has. */
const mostReason = 500;

export type DecisionDialogProps = {
  /** As `useDecision` hands it over; `null` shows nothing. */
  readonly asked: {
    readonly fault: Fault;
    readonly pending: boolean;
    readonly reason: string;
    readonly factor: RebuttalFactor | null;
    changeReason(reason: string): void;
    changeFactor(factor: RebuttalFactor): void;
    decide(decision: ContactDecision): void;
    leave(): void;
  } | null;
  /** The verb of what is done with a reason: `Dial`, `Print`, `Record`. */
  readonly verb: string;
  /** It may have taken place already: then it can be recorded as it was. */
  readonly mayHaveHappened?: boolean;
  /** Opens “Why not now”; what was typed is kept. */
  readonly onWhy?: (() => void) | undefined;
};

export function DecisionDialog({ asked, verb, mayHaveHappened = false, onWhy }: DecisionDialogProps) {
  return (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.leave()}
      title={asked === null ? '' : titleOf(asked.fault)}
      size="lg"
      zIndex={260}
      centered
    >
      {asked === null ? null : (
        <Question asked={asked} verb={verb} mayHaveHappened={mayHaveHappened} onWhy={onWhy} />
      )}
    </Modal>
  );
}

function titleOf(fault: Fault): string {
  if (fault.code === 'contact.blocked') return 'This contact is not allowed';
  if (fault.code === 'contact.needs_factor') return 'So many calls are presumed to harass';
  return 'A rule stands in the way';
}

type QuestionProps = Omit<DecisionDialogProps, 'asked' | 'onWhy'> & {
  readonly asked: NonNullable<DecisionDialogProps['asked']>;
  readonly onWhy: (() => void) | undefined;
};

function Question({ asked, verb, mayHaveHappened, onWhy }: QuestionProps) {
  const { fault, reason, factor, pending } = asked;
  const never = fault.code === 'contact.blocked';
  const needsFactor = fault.code === 'contact.needs_factor';
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const firstFactor = useRef<HTMLInputElement>(null);
  const { what, todo } = sentenceOf(fault);
  const reasonError =
    reason.trim() === ''
      ? 'Type the reason; it is kept with the contact.'
      : reason.trim().length > mostReason
        ? `At most ${mostReason} characters fit here.`
        : null;
  const factorError = needsFactor && factor === null ? 'Choose what makes this call right.' : null;

  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (factorError !== null) return firstFactor.current?.focus();
    if (reasonError !== null) return field.current?.focus();
    asked.decide({ kind: 'reason', reason: reason.trim(), factor: needsFactor ? factor : null });
  };

  return (
    <form onSubmit={goOn} noValidate>
      <Stack gap="sm">
        <Alert
          color={never ? 'red' : 'yellow'}
          icon={never ? <IconBan size={18} aria-hidden /> : <IconHelpCircle size={18} aria-hidden />}
          title={what}
          data-fault={fault.code}
        >
          <Text size="sm">{todo}</Text>
          {onWhy === undefined ? null : (
            <Button
              mt="xs"
              size="compact-xs"
              variant="default"
              onClick={() => {
                asked.leave();
                onWhy();
              }}
            >
              Why not now
            </Button>
          )}
        </Alert>
        {needsFactor ? (
          <Radio.Group
            label="What makes this call right all the same"
            withAsterisk
            value={factor}
            onChange={(chosen) => {
              const known = rebuttalFactors.find((one) => one === chosen);
              if (known) asked.changeFactor(known);
            }}
            error={tried ? factorError : null}
          >
            <Stack gap={6} mt={4}>
              {rebuttalFactors.map((one, index) => (
                <Radio
                  key={one}
                  value={one}
                  label={rebuttalFactorWords[one]}
                  {...(index === 0 ? { ref: firstFactor, 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
        {never ? null : (
          <Textarea
            ref={field}
            label="Reason"
            description="Who decided and why, so that somebody who reads it in two years understands."
            withAsterisk
            autosize
            minRows={2}
            maxRows={8}
            value={reason}
            onChange={(event) => asked.changeReason(event.currentTarget.value)}
            error={tried ? reasonError : null}
            {...(needsFactor ? {} : { 'data-autofocus': true })}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={asked.leave}>
            {never ? 'Close' : 'Leave it'}
          </Button>
          {never ? null : (
            <Button
              type="submit"
              aria-busy={pending || undefined}
              {...(pending ? { 'data-loading': true } : {})}
            >
              {verb} with this reason
            </Button>
          )}
        </Group>
        {mayHaveHappened ? (
          <div className="decision-happened">
            <Text size="sm">
              <strong>It took place all the same?</strong> Then it must stand in the book as it was. It counts
              towards every limit, and its record shows that the rules did not allow it.
            </Text>
            <Button variant="default" onClick={() => asked.decide({ kind: 'happened' })}>
              Record it as it was
            </Button>
          </div>
        ) : null}
      </Stack>
    </form>
  );
}
