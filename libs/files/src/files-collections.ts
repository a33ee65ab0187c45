import { platformCollection } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';

/** The rows of files; the bytes are in the object store. */
export const filesCollections: readonly CollectionDefinition[] = [
  platformCollection('files', [
    {
      name: 'orphans',
      keys: { requestedAt: 1 },
      why: 'the sweep looks for files that nothing took',
      options: { partialFilterExpression: { state: { $in: ['requested', 'uploaded', 'verified', 'rejected'] } } },
    },
    { name: 'object', keys: { objectKey: 1 }, why: 'the sweep asks which objects a row still names', options: { sparse: true } },
    { name: 'parts', keys: { 'parts.key': 1 }, why: 'the sweep asks which pieces of uploads a row still names', options: { sparse: true } },
    { name: 'subject', keys: { 'subject.id': 1 }, why: 'the files of an application or a customer' },
  ]),
];
