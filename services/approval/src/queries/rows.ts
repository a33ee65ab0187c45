import type { Stored } from '@weilend/mongo';

/** Row of a collection that stores its entities as they are. */
export function toPlain<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
