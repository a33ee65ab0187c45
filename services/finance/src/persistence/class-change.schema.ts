import { platformCollection } from '@weilend/mongo';

export const classChangeCollection = platformCollection('class_changes', [
  { name: 'loan', keys: { loanId: 1, _id: 1 }, why: 'the history of a loan' },
]);
