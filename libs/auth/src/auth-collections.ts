import { platformCollection } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';

export const authCollections: readonly CollectionDefinition[] = [
  platformCollection('signing_keys'),
  platformCollection('denied_employees', [
    { name: 'expiry', keys: { goesAt: 1 }, why: 'an ended sign-in is named while its tokens live', options: { expireAfterSeconds: 0 } },
  ]),
  platformCollection('audit_rows', [
    { name: 'subject', keys: { 'touched.id': 1, at: -1 }, why: 'the history of one subject' },
    { name: 'actor', keys: { actor: 1, at: -1 }, why: 'what one person did' },
    {
      name: 'refusals',
      keys: { outcome: 1, at: -1 },
      why: 'refusals by a rule',
      options: { partialFilterExpression: { outcome: 'refused' } },
    },
  ]),
];
