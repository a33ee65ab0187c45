import { ArrearsTaskLoader } from './arrears-task.loader.js';
import { ArrearsTaskResolver } from './arrears-task.resolver.js';
import { ChangesOfApplication } from './business-change.loader.js';
import {
  BusinessChangeResolver,
  LoanWatchResolver,
  WarningAcknowledgementResolver,
  WorsenedFigureResolver,
} from './business-change.resolver.js';
import { LoanCareResolver } from './loan-care.resolver.js';
import { SecurityTaskLoader } from './security-task.loader.js';
import { SecurityTaskResolver } from './security-task.resolver.js';

export const afterLoanResolvers = [
  LoanCareResolver,
  LoanWatchResolver,
  BusinessChangeResolver,
  WorsenedFigureResolver,
  WarningAcknowledgementResolver,
  SecurityTaskResolver,
  ArrearsTaskResolver,
];
export const afterLoanLists = [ChangesOfApplication, SecurityTaskLoader, ArrearsTaskLoader];
