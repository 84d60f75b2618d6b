/** The calls main answers itself. A missing or an extra handler does not compile. */
import type { CheckedInputOf, Contract, DeskCallName, OutputOf } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/result.ts';

type OperationOf<C extends DeskCallName> = Contract[C]['kind'] extends 'query' ? null : string;

export type DeskHandler<C extends DeskCallName> = (
  input: CheckedInputOf<C>,
  operationId: OperationOf<C>,
) => Promise<Result<OutputOf<C>>>;

export type DeskHandlers = { readonly [C in DeskCallName]: DeskHandler<C> };

/** The handlers of some calls, written together where they belong together. */
export type SomeDeskHandlers<C extends DeskCallName> = { readonly [N in C]: DeskHandler<N> };
