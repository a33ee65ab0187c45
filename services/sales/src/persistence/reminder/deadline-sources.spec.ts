import { describe, expect, test } from '@jest/globals';
import { REMINDER_KINDS } from '../../domain/reminder/reminder.js';
import { deadlineSources } from './deadline-sources.js';

describe('[1.6] every deadline has one place', () => {
  test('each kind is read from somewhere, once', () => {
    expect(deadlineSources.map(({ kind }) => kind).sort()).toEqual([...REMINDER_KINDS].sort());
  });

  test.each(deadlineSources.map((source) => [source.kind, source] as const))(
    '%s: its fields are stored, its due field by an index',
    (_kind, source) => {
      const { collection, due, ownerField, open } = source;
      for (const field of [due.field, due.openedField, ownerField, ...Object.keys(open)])
        if (field !== null) expect(collection.schema.path(field)).toBeDefined();
      const served = collection.indexes.filter(({ keys }) => {
        const [first, second] = Object.keys(keys);
        return first === due.field || (first === ownerField && second === due.field);
      });
      expect(served.map(({ name }) => name)).not.toEqual([]);
    },
  );

  test.each(deadlineSources.filter(({ ownerField }) => ownerField !== null).map((source) => [source.kind, source] as const))(
    '%s: it says whether somebody has it always',
    (_kind, { collection, ownerField, ownerless }) => {
      expect(ownerless).toBe(!collection.schema.path(ownerField as string).isRequired);
    },
  );
});
