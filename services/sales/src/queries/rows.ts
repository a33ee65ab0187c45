import type { Database, Stored } from '@weilend/mongo';

/** Rows by a filter, newest first; whole, or so many fields of them. */
export function newestFirst(
  model: ReturnType<Database['model']>,
  filter: Record<string, unknown>,
  fields: readonly string[] = [],
): Promise<Stored[]> {
  return model
    .find(filter as never, Object.fromEntries(fields.map((field) => [field, 1])))
    .sort({ _id: -1 })
    .lean<Stored[]>()
    .exec();
}

/** Row of a collection that stores its entities as they are. */
export function toPlain<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
