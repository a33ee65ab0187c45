import type { RefusalCatalogue } from '@weilend/kernel';
import { acquisitionErrors } from './acquisition/acquisition.errors.js';
import { afterLoanErrors } from './after-loan/after-loan.errors.js';
import { applicationErrors } from './application/application.errors.js';
import { careErrors } from './care/care.errors.js';
import { contractErrors } from './contract/contract.errors.js';
import { customerErrors } from './customer/customer.errors.js';
import { enquiryErrors } from './enquiry/enquiry.errors.js';
import { teamErrors } from './team/team.errors.js';
import { importErrors } from './import/import.errors.js';

// Everything that sales may refuse, with the rule that refuses it: a salesperson reads the sentence, a front end reads the code, an
// auditor reads the rule. Nothing here ever shows personal data. Each part keeps its own.
export const salesErrors = {
  ...customerErrors,
  ...enquiryErrors,
  ...acquisitionErrors,
  ...applicationErrors,
  ...contractErrors,
  ...teamErrors,
  ...careErrors,
  ...afterLoanErrors,
  ...importErrors,
} as const satisfies RefusalCatalogue;
export type SalesErrorCode = keyof typeof salesErrors;
