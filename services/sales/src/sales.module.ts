import { MadeFiles } from '@weilend/files';
import { defineService, FileSweeper, fileProviders } from '@weilend/service';
import { salesConsumers } from './consumers/consumers.js';
import { salesErrors } from './domain/sales.errors.js';
import { salesResolvers } from './graphql/resolvers.js';
import { entityLoaders, ownLoaders } from './graphql/sales.loader.js';
import { salesCollections } from './persistence/collections.js';
import { applicationQuestions } from './persistence/migrations/0001-application-questions.js';
import { ApplicationQueries } from './queries/application.queries.js';
import { ContractQueries } from './queries/contract.queries.js';
import { CustomerQueries } from './queries/customer.queries.js';
import { EnquiryQueries } from './queries/enquiry.queries.js';
import { FileQueries } from './queries/file.queries.js';
import { PortfolioQueries } from './queries/portfolio.queries.js';
import { SalesPapers } from './queries/sales-papers.queries.js';
import { salesConfig } from './sales.config.js';
import { salesProviders } from './use-cases/providers.js';

const queries = [CustomerQueries, EnquiryQueries, ApplicationQueries, ContractQueries, FileQueries, PortfolioQueries];

export const salesService = defineService({
  department: 'sales',
  config: salesConfig,
  errors: salesErrors,
  collections: salesCollections,
  migrations: [applicationQuestions],
  providers: [...fileProviders('sales'), ...[...salesProviders, ...queries, ...ownLoaders], { provide: MadeFiles, useClass: SalesPapers }],
  resolvers: salesResolvers,
  loaders: entityLoaders,
  consumers: salesConsumers,
  jobs: [FileSweeper],
});

export default salesService;
