import type { Database, Migration } from '@weilend/mongo';
import { putFirstRules } from './0006-alert-life.js';

/** Rules about inquiries at the bureau and another legal representative, for companies that began before there were any [4.23]. */
export const moreWarningRules: Migration = {
  name: '0007-more-warning-rules',
  up: (database: Database): Promise<void> => putFirstRules(database),
};
