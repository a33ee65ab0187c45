import type { CollectionIndex } from '@weilend/mongo';
import { teamDueIndex } from '../due-indexes.js';

/** What is owed on applications: by list for who looks at his work, by its moment for the reminders and for what is late. */
export const owedIndexes: readonly CollectionIndex[] = [
  {
    name: 'worklist',
    keys: { worklists: 1, _id: -1 },
    why: 'what is owed by anybody, list by list, newest first [1.6]; a row stands on no list once nothing is owed, so it stays small',
  },
  {
    name: 'ownWorklist',
    keys: { salespersonId: 1, worklists: 1, _id: -1 },
    why: 'what one salesperson owes, list by list, newest first',
  },
  {
    name: 'tasks',
    keys: { taskDueAt: 1, salespersonId: 1 },
    why: 'news that is late, oldest first, and the reminders of it [2.11]',
    options: { partialFilterExpression: { taskDueAt: { $type: 'date' } } },
  },
  {
    name: 'tasksOwn',
    keys: { salespersonId: 1, taskDueAt: 1 },
    why: 'news that one person owes, most overdue first: his day',
    options: { partialFilterExpression: { taskDueAt: { $type: 'date' } } },
  },
  {
    name: 'supplements',
    keys: { salespersonId: 1, supplementDueAt: 1 },
    why: 'reminders of what customers have to supplement [4.7]',
    options: { partialFilterExpression: { supplementDueAt: { $type: 'date' } } },
  },
  {
    name: 'questions',
    keys: { salespersonId: 1, questionDueAt: 1 },
    why: 'reminders of questions to answer [7.2]',
    options: { partialFilterExpression: { questionDueAt: { $type: 'date' } } },
  },
  {
    name: 'conditions',
    keys: { salespersonId: 1, conditionDueOn: 1 },
    why: 'reminders of conditions to settle [4.14]',
    options: { partialFilterExpression: { conditionDueOn: { $type: 'string' } } },
  },
  {
    name: 'documentsRunOut',
    keys: { salespersonId: 1, documentExpiresOn: 1 },
    why: 'reminders of papers that run out [4.6]',
    options: { partialFilterExpression: { documentExpiresOn: { $type: 'string' } } },
  },
  teamDueIndex({ field: 'supplementDueAt', type: 'date', owner: 'salespersonId', what: 'supplements' }),
  teamDueIndex({ field: 'questionDueAt', type: 'date', owner: 'salespersonId', what: 'questions to answer' }),
  teamDueIndex({ field: 'conditionDueOn', type: 'string', owner: 'salespersonId', what: 'conditions to settle' }),
  teamDueIndex({ field: 'documentExpiresOn', type: 'string', owner: 'salespersonId', what: 'papers that run out' }),
  { name: 'taskTimes', keys: { 'tasks.openedAt': 1 }, why: 'service times of a period [1.6]' },
];
