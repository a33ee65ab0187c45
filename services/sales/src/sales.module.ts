import { MadeFiles } from '@weilend/files';
import { defineService, fileProviders } from '@weilend/service';
import { salesConsumers } from './consumers/all.js';
import { salesErrors } from './domain/sales.errors.js';
import { entityLoaders, listLoaders, resolvers } from './graphql/all.js';
import { jobs } from './jobs/all.js';
import { salesCollections } from './persistence/all.js';
import { migrations } from './persistence/migrations/all.js';
import { queries } from './queries/all.js';
import { SalesPapers } from './queries/contract/sales-papers.queries.js';
import { salesConfig } from './sales.config.js';
import { salesProviders } from './use-cases/all.js';

export const salesService = defineService({
  department: 'sales',
  config: salesConfig,
  errors: salesErrors,
  collections: salesCollections,
  migrations,
  providers: [...fileProviders('sales'), ...salesProviders, ...queries, ...listLoaders, { provide: MadeFiles, useClass: SalesPapers }],
  resolvers,
  loaders: entityLoaders,
  consumers: salesConsumers,
  jobs,
});

export default salesService;
