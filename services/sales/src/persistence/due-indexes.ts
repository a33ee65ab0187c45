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
    {
      name: `${field}AllByOwner`,
      keys: { [field]: 1, _id: 1, [owner]: 1 },
      why: `${what} of everybody, most overdue first, with whose they are: counted by person from this index alone; the reminders`,
      options,
    },
  ];
}

/**
 * A deadline of everybody, with whose it is: the dashboard counts by person from this index alone, the reminders walk it, and the manager's day finds
 * his own and what nobody has in the order in which they are due. For deadlines whose other index begins with the owner.
 */
export function teamDueIndex({ field, type, owner, what }: DueField): CollectionIndex {
  const options = { partialFilterExpression: { [field]: { $type: type } } };
  return {
    name: `${field}OfTeam`,
    keys: { [field]: 1, [owner]: 1 },
    why: `${what} of everybody, counted by person; the reminders`,
    options,
  };
}
