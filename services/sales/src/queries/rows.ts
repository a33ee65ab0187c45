import type { Database, Stored } from '@weilend/mongo';

/** Rows by a filter, newest first. */
export function newestFirst(model: ReturnType<Database['model']>, filter: Record<string, unknown>): Promise<Stored[]> {
  return model
    .find(filter as never)
    .sort({ _id: -1 })
    .lean<Stored[]>()
    .exec();
}

/** Row of a collection that stores its entities as they are. */
export function toPlain<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
