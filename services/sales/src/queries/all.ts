import { ApplicationQueries } from './application/application.queries.js';
import { ContractQueries } from './contract/contract.queries.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { DuplicateQueries } from './customer/duplicate.queries.js';
import { PortfolioQueries } from './customer/portfolio.queries.js';
import { EnquiryQueries } from './enquiry/enquiry.queries.js';
import { FileQueries } from './file.queries.js';
import { ScorecardQueries } from './grading/scorecard.queries.js';
import { SearchQueries } from './search/search.queries.js';
import { ServicePlans } from './customer/service-plans.queries.js';

/** The read side of sales, for the module. */
export const queries = [
  ...[CustomerQueries, ServicePlans, DuplicateQueries, EnquiryQueries, ApplicationQueries, ContractQueries, FileQueries],
  ...[PortfolioQueries, ScorecardQueries, SearchQueries],
];
