import type { BodyOf, QueryOf, ResponseOf } from '@siyu/contract/kit';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { App } from 'antd';
import { type AnyRoute, type CallInput, call } from './call.ts';
import { ProblemError } from './problem-error.ts';

/** Query options of a read: `useQuery(readOf(getPerson, { params: { person } }))`. */
export function readOf<const R extends AnyRoute>(route: R, input: CallInput<R> = {}) {
  return queryOptions({
    queryKey: [route.id, input.params ?? {}, input.query ?? {}],
    queryFn: ({ signal }) => call(route, { ...input, signal }),
  });
}

/** A read by POST, such as a count for a rule that is being edited; the answer before it stays until the next is there. */
export function askOf<const R extends AnyRoute>(route: R, input: CallInput<R>) {
  return queryOptions({
    queryKey: [route.id, input.params ?? {}, input.query ?? {}, input.body],
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    placeholderData: keepPreviousData,
  });
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
/** The items' type of a route that answers with a page. */
export type ItemOf<R> = ResponseOf<R> extends { items: readonly (infer Item)[] } ? Item : never;

/** Query options of a keyset-paged list, page after page by its `next`, which goes into the query, or the body of a POST. */
export function pagesOf<const R extends AnyRoute>(route: R, input: CallInput<R> = {}) {
  return infiniteQueryOptions({
    queryKey: [route.id, input.params ?? {}, input.query ?? {}, input.body ?? {}, 'pages'],
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const paged = pageParam === null ? {} : { cursor: pageParam };
      const asked: CallInput<R> =
        route.method === 'GET'
          ? { ...input, query: { ...input.query, ...paged } as unknown as QueryOf<R> }
          : { ...input, body: { ...input.body, ...paged } as unknown as BodyOf<R> };
      return (await call(route, { ...asked, signal })) as unknown as Page<ItemOf<R>>;
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export interface WriteOptions<R> {
  /** Route ids, or `module.` prefixes, whose answers are no longer true after this write. */
  readonly changes?: readonly string[];
  /** Said when it worked. */
  readonly done?: string;
  /** Set when the screen shows the problem itself. */
  readonly quiet?: boolean;
  readonly onDone?: (answer: ResponseOf<R>, input: CallInput<R>) => void;
}

/** A write: tells the user how it went and refreshes what it changed. */
export function useWrite<const R extends AnyRoute>(route: R, options: WriteOptions<R> = {}) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const showProblem = useShowProblem();
  return useMutation<ResponseOf<R>, Error, CallInput<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (answer, input) => {
      const changes = options.changes ?? [];
      const isStale = (id: unknown) =>
        changes.some((change) => typeof id === 'string' && id.startsWith(change));
      void client.invalidateQueries({ predicate: (query) => isStale(query.queryKey[0]) });
      if (options.done !== undefined) void message.success(options.done);
      options.onDone?.(answer, input);
    },
    onError: (error) => {
      if (!options.quiet) showProblem(error);
    },
  });
}

/** Shows what happened and how to mend it. */
export function useShowProblem(): (error: unknown) => void {
  const { notification } = App.useApp();
  return (error) => {
    const isKnown = error instanceof ProblemError;
    notification.error({
      title: isKnown ? error.problem.title : String(error),
      description: isKnown ? error.problem.mend : undefined,
      placement: 'topRight',
      duration: 8,
    });
  };
}
