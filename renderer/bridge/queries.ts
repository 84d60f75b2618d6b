/** Calls as React sees them: cached queries that go stale by subject, and commands with their faults. */
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { BookState } from '../../shared/contract/book.ts';
import type { CommandName, InputOf, OutputOf, QueryName } from '../../shared/contract/contract.ts';
import type { Change, Subject } from '../../shared/contract/events.ts';
import type { Fault, Result } from '../../shared/errors/result.ts';
import { act, ask, onEvent } from './calls.ts';

/** A fault on its way through the query cache, which knows only thrown errors. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** A call's value, for the query cache; a fault is thrown on its way there. */
export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new FaultError(result.error);
  return result.value;
}

/** Which subjects make which queries stale, by the first part of a call's name. */
const staleBy: Readonly<Record<Subject, readonly string[]>> = {
  accounts: ['accounts', 'clients', 'today', 'reports', 'timeline', 'plans', 'promises', 'law', 'calendar'],
  debtors: ['debtors', 'accounts', 'today', 'plans', 'reminders', 'letters', 'law', 'timeline', 'notes'],
  timeline: ['timeline', 'today', 'law', 'notes', 'phrases', 'desk', 'traces'],
  ledger: [
    'ledger',
    'incoming',
    'accounts',
    'timeline',
    'today',
    'reports',
    'plans',
    'promises',
    'law',
    'calendar',
  ],
  plans: ['plans', 'promises', 'offers', 'budgets', 'policies', 'accounts', 'timeline', 'today', 'calendar'],
  reminders: ['reminders', 'today', 'timeline', 'calendar'],
  letters: ['letters', 'templates', 'runs', 'timeline', 'mail', 'today', 'wording', 'print'],
  law: ['law', 'accounts', 'today', 'reminders', 'timeline', 'calendar'],
  scripts: ['scripts', 'training'],
  desk: ['today', 'desk'],
  strategies: ['strategies', 'today', 'timeline', 'letters', 'accounts', 'calendar'],
  attachments: ['attachments', 'timeline'],
  exports: ['exports'],
  imports: ['imports', 'incoming', 'accounts', 'clients', 'today', 'reports', 'timeline', 'law'],
  incoming: ['incoming', 'today'],
  drafts: [],
  settings: ['app'],
  books: ['book'],
};

/** The query cache, made for a program without a network: never paused, never refetched on a whim. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Keeps the cache true to the book; returns the function that stops it. */
export function followChanges(client: QueryClient): () => void {
  return onEvent((event) => {
    if (event.type === 'changed') dropStale(client, event.changes);
    if (event.type === 'book') changeBook(client, event.state);
  });
}

/** Another book, or none: nothing read from the last one may be shown again. */
function changeBook(client: QueryClient, state: BookState): void {
  const before = client.getQueryData<BookState>(['book.state', {}]);
  // The same book with something new about it (its sheet was tested): its answers hold, and taking them from
  // under the screens that show them would leave those empty.
  if (before?.state === 'open' && state.state === 'open' && before.bookId === state.bookId) {
    client.setQueryData(['book.state', {}], state);
    return;
  }
  // The screens of the last book are still mounted when this runs. Forgetting `book.state` itself would leave
  // the gate watching an answer that nobody refreshes, so that one is replaced.
  client.removeQueries({
    predicate: (query) => {
      const name = String(query.queryKey[0]);
      return name !== 'book.state' && !name.startsWith('app.');
    },
  });
  client.setQueryData(['book.state', {}], state);
}

/** Makes everything counted from today's day ask again. */
export function dropOfDay(client: QueryClient): void {
  const names = [
    'app.info',
    'today.list',
    'accounts.list',
    'accounts.count',
    'accounts.get',
    'plans.',
    'promises.',
    'offers.',
    'reports.',
    'timeline.',
    'calendar.',
    'desk.',
    'strategies.',
    'scripts.forCall',
    'letters.choices',
    'runs.',
  ];
  void client.invalidateQueries({
    predicate: (query) => names.some((name) => String(query.queryKey[0]).startsWith(name)),
  });
}

/** Facts of one account stand in these, whatever changed of it. */
const ofEverything: readonly string[] = ['scripts.forCall', 'letters.choices'];

function dropStale(client: QueryClient, changes: readonly Change[]): void {
  const subjects = new Set(changes.flatMap((change) => staleBy[change.subject]));
  void client.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0];
      if (typeof name !== 'string') return false;
      return (
        subjects.has(name.slice(0, name.indexOf('.'))) || (changes.length > 0 && ofEverything.includes(name))
      );
    },
  });
}

type QueryOptions = { readonly enabled?: boolean; readonly keepPrevious?: boolean };

/** A query's answer, kept and refreshed. Its error is a `FaultError`. */
export function useCall<C extends QueryName>(
  call: C,
  input: InputOf<C>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<C>, FaultError> {
  return useQuery<OutputOf<C>, FaultError>({
    queryKey: [call, input],
    queryFn: async () => answerOf(await ask(call, input)),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A command with its pending state. `mutateAsync` rejects with a `FaultError`. */
export function useCommand<C extends CommandName>(call: C) {
  return useMutation<OutputOf<C>, FaultError, InputOf<C>>({
    mutationFn: async (input) => answerOf(await act(call, input)),
  });
}
