import { platformCollection } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';
import type { CountedFact } from '../domain/dashboard/company-figures.js';

/** One row per fact, so that consumers never wait for each other on a counter. */
export interface DashboardFactRow extends CountedFact {
  /** Message id: a fact counts once. */
  readonly _id: string;
}

export const dashboardCollection: CollectionDefinition = platformCollection('dashboard_facts', [
  { name: 'period', keys: { on: 1, kind: 1 }, why: 'the sums of a period' },
  { name: 'kind', keys: { kind: 1, on: 1 }, why: 'what is open on a day, whenever it began: complaints [3.12]' },
]);
