import { ApplicationQueries } from './application/application.queries.js';
import { ContractQueries } from './contract/contract.queries.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { PortfolioQueries } from './customer/portfolio.queries.js';
import { EnquiryQueries } from './enquiry/enquiry.queries.js';
import { FileQueries } from './file.queries.js';
import { ImportErrorFile } from './import/import-error-file.js';
import { ImportQueries } from './import/import.queries.js';

const importQueries = [ImportQueries, ImportErrorFile];

/** The read side of sales, for the module. */
export const queries = [
  CustomerQueries,
  EnquiryQueries,
  ApplicationQueries,
  ContractQueries,
  FileQueries,
  PortfolioQueries,
  ...importQueries,
];
