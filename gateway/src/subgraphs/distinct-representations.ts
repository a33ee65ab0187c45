import type { GraphQLFormattedError } from 'graphql';

/** Answer of one fetch, as the gateway merges it. */
export interface FetchResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** `variables` for the wire, and the way back for its answer. */
export interface DistinctFetch {
  readonly variables: Record<string, unknown>;
  readonly restore: (result: FetchResult) => FetchResult;
}

/**
 * The gateway sends one representation per occurrence: a page of 50 loans of one salesperson asks for that person 50 times.
 * Sends each only once, and puts the answers (and errors) back in the places the gateway expects.
 */
export function distinctRepresentations(variables: Record<string, unknown> | undefined): DistinctFetch {
  const representations = variables?.['representations'];
  if (!variables || !Array.isArray(representations) || representations.length < 2) return unchanged(variables);
  const positions = new Map<string, number>();
  const distinct: unknown[] = [];
  const places = representations.map((representation: unknown) => {
    const key = JSON.stringify(representation);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, distinct.length);
    return distinct.push(representation) - 1;
  });
  if (distinct.length === representations.length) return unchanged(variables);
  return { variables: { ...variables, representations: distinct }, restore: (result) => fanOut(result, places) };
}

function unchanged(variables: Record<string, unknown> | undefined): DistinctFetch {
  return { variables: variables ?? {}, restore: (result) => result };
}

function fanOut(result: FetchResult, places: readonly number[]): FetchResult {
  const entities = result.data?.['_entities'];
  const data = Array.isArray(entities) ? { ...result.data, _entities: spread(entities, places) } : result.data;
  const errors = result.errors?.flatMap((error) => fanOutError(error, places));
  return { ...result, data, ...(errors ? { errors } : {}) };
}

/** The first place takes the object itself, the others a copy: the gateway merges later fetches into each. */
function spread(entities: readonly unknown[], places: readonly number[]): unknown[] {
  const taken = new Set<number>();
  return places.map((place) => {
    const entity = entities[place];
    if (taken.has(place)) return copy(entity);
    taken.add(place);
    return entity;
  });
}

/** `["_entities", 2, "name"]` speaks of the shortened list: one error for each place that the entity stands in. */
function fanOutError(error: GraphQLFormattedError, places: readonly number[]): GraphQLFormattedError[] {
  const [root, at, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof at !== 'number') return [error];
  return places.flatMap((place, index) => (place === at ? [{ ...error, path: ['_entities', index, ...rest] }] : []));
}

/** Parsed JSON only; several times faster than structuredClone. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const twin: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) twin[key] = copy(part);
  return twin;
}
