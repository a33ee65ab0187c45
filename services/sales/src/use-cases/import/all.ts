import { AdvanceImport } from './advance-import.js';
import { CancelImport } from './cancel-import.use-case.js';
import { CustomerRows } from './customer-rows.js';
import { ImportFile } from './import-file.js';
import { ImportRules } from './import-rules.js';
import { ImportSignal } from './import-signal.js';
import { ImportStep } from './import-step.js';
import { LeadRows } from './lead-rows.js';
import { RowDesks } from './row-desks.js';
import { RunImports } from './run-imports.js';
import { StartImport } from './start-import.use-case.js';

/** What is done to take files of leads and customers in. */
export const importActs = [
  StartImport,
  CancelImport,
  RunImports,
  AdvanceImport,
  ImportStep,
  ImportFile,
  ImportRules,
  ImportSignal,
  LeadRows,
  CustomerRows,
  RowDesks,
];
