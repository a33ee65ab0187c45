import type { Stored } from '@weilend/mongo';

/** A stored document as the entity it is. */
export function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
