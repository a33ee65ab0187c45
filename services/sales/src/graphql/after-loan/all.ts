import { ChangesOfApplication } from './business-change.loader.js';
import {
  BusinessChangeResolver,
  LoanWatchResolver,
  WarningAcknowledgementResolver,
  WorsenedFigureResolver,
} from './business-change.resolver.js';
import { LoanCareResolver } from './loan-care.resolver.js';

export const afterLoanResolvers = [
  LoanCareResolver,
  LoanWatchResolver,
  BusinessChangeResolver,
  WorsenedFigureResolver,
  WarningAcknowledgementResolver,
];
export const afterLoanLists = [ChangesOfApplication];
