import DataLoader from 'dataloader';
import type { Actor } from '@weilend/kernel';
import type { GraphContext } from './context.js';

const cache = new WeakMap<GraphContext, Map<object, DataLoader<string, unknown>>>();

/** One DataLoader per request and owner: all ids asked for in one tick become one call. */
function loaderFor<V>(
  context: GraphContext,
  owner: object,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  absent: V,
): DataLoader<string, V> {
  const ofRequest = cache.get(context) ?? new Map<object, DataLoader<string, unknown>>();
  cache.set(context, ofRequest);
  const known = ofRequest.get(owner) as DataLoader<string, V> | undefined;
  if (known) return known;
  const made = new DataLoader<string, V>(async (ids) => {
    const found = await load(ids);
    return ids.map((id) => found.get(id) ?? absent);
  });
  ofRequest.set(owner, made as DataLoader<string, unknown>);
  return made;
}

/** Forgets everything that was read in a request: a mutation that comes after another one in the same request shows what is true now. */
export function forgetAll(context: GraphContext): void {
  cache.delete(context);
}

/** What the subgraph preset needs of a loader. */
export interface AnyLoader {
  readonly typeName: string;
  byId(context: GraphContext, id: string): Promise<unknown>;
}

/** Loads entities of one type by id, in the actor's scope, N ids in one database query. */
export abstract class EntityLoader<T extends { readonly id: string }> implements AnyLoader {
  /** Name of the GraphQL type. */
  abstract readonly typeName: string;

  /** Entities that exist and that the actor may see; order and gaps do not matter. */
  protected abstract load(ids: readonly string[], actor: Actor): Promise<readonly T[]>;

  /** The entity, or null when it is absent or not the actor's to see. */
  byId(context: GraphContext, id: string): Promise<T | null> {
    const load = async (ids: readonly string[]): Promise<Map<string, T | null>> =>
      new Map((await this.load(ids, context.actor)).map((entity) => [entity.id, entity]));
    return loaderFor<T | null>(context, this, load, null).load(id);
  }

  /** After a mutation in the same request: forget what was read before it. */
  forget(context: GraphContext, id: string): void {
    cache.get(context)?.get(this)?.clear(id);
  }
}

/** `__typename` is the library's own. */
const ALWAYS_KNOWN = '__typename';

/** Loads whole entities, or only their heads where a list of something else shows no more of them: the whole may be many times as much. */
export abstract class LeanEntityLoader<T extends { readonly id: string }, H extends { readonly id: string }> extends EntityLoader<T> {
  private readonly heads: AnyLoader = new HeadLoader(this, (ids, actor) => this.loadHeads(ids, actor));

  /** Names of the fields of the GraphQL type that a head has. */
  protected abstract readonly headFields: readonly string[];

  /** As `load`, with the fields of a head. */
  protected abstract loadHeads(ids: readonly string[], actor: Actor): Promise<readonly H[]>;

  /** The loader for a place where these fields are asked for, see `fieldsAsked`. */
  lean(asked: ReadonlySet<string>): AnyLoader {
    return [...asked].every((field) => field === ALWAYS_KNOWN || this.headFields.includes(field)) ? this.heads : this;
  }
}

class HeadLoader<H extends { readonly id: string }> extends EntityLoader<H> {
  constructor(
    private readonly whole: AnyLoader,
    protected readonly load: (ids: readonly string[], actor: Actor) => Promise<readonly H[]>,
  ) {
    super();
  }

  get typeName(): string {
    return this.whole.typeName;
  }
}

/** Loads lists by a foreign id, e.g. the handoffs of an application; N ids in one database query. */
export abstract class ListLoader<T> {
  /** Rows of all the ids, each with the id it belongs to. */
  protected abstract load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [ownerId: string, row: T])[]>;

  of(context: GraphContext, ownerId: string): Promise<readonly T[]> {
    const load = async (ids: readonly string[]): Promise<Map<string, readonly T[]>> => {
      const groups = new Map<string, T[]>();
      for (const [owner, row] of await this.load(ids, context.actor)) groups.set(owner, [...(groups.get(owner) ?? []), row]);
      return groups;
    };
    return loaderFor<readonly T[]>(context, this, load, []).load(ownerId);
  }

  /** The first row of the list, or null: for one-to-one relations. */
  async firstOf(context: GraphContext, ownerId: string): Promise<T | null> {
    return (await this.of(context, ownerId))[0] ?? null;
  }
}
