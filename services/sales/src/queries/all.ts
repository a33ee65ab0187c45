import { ApplicationQueries } from './application/application.queries.js';
import { AmendmentQueries } from './contract/amendment.queries.js';
import { ContractQueries } from './contract/contract.queries.js';
import { TemplateQueries } from './contract/template.queries.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { PortfolioQueries } from './customer/portfolio.queries.js';
import { EnquiryQueries } from './enquiry/enquiry.queries.js';
import { FileQueries } from './file.queries.js';

/** The read side of sales, for the module. */
export const queries = [
  CustomerQueries,
  EnquiryQueries,
  ApplicationQueries,
  ContractQueries,
  FileQueries,
  PortfolioQueries,
  TemplateQueries,
  AmendmentQueries,
];
