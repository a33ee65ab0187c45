import { LoanCareResolver } from './loan-care.resolver.js';

export const afterLoanResolvers = [LoanCareResolver];
