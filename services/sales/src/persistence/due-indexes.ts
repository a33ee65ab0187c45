import type { CollectionIndex } from '@weilend/mongo';

export interface DueField {
  /** Top-level field: a local date, or an instant; null when nothing is owed. */
  readonly field: string;
  readonly type: 'string' | 'date';
  /** Who owes it. */
  readonly owner: string;
  /** What is due, for the reason of the index. */
  readonly what: string;
}

/**
 * The two indexes of a deadline: the owner's own and everybody's, each in the order in which a list shows them, most overdue first. Only what is
 * owed is in them, so they stay as small as the open work, however old the collection grows.
 */
export function dueIndexes({ field, type, owner, what }: DueField): readonly CollectionIndex[] {
  const options = { partialFilterExpression: { [field]: { $type: type } } };
  return [
    { name: `${field}Own`, keys: { [owner]: 1, [field]: 1, _id: 1 }, why: `${what} of one person, most overdue first`, options },
    { name: `${field}All`, keys: { [field]: 1, _id: 1 }, why: `${what} of everybody, most overdue first; the reminders`, options },
  ];
}
