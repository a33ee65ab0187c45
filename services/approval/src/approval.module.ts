import { MadeFiles } from '@weilend/files';
import { defineService, fileProviders } from '@weilend/service';
import { approvalConfig } from './approval.config.js';
import { approvalConsumers } from './consumers/all.js';
import { approvalErrors } from './domain/approval.errors.js';
import { approvalResolvers } from './graphql/all.js';
import { caseLoaders, entityLoaders } from './graphql/approval.loader.js';
import { jobs } from './jobs/all.js';
import { approvalCollections } from './persistence/all.js';
import { migrations } from './persistence/migrations/all.js';
import { ApprovalPapers } from './queries/decision/approval-papers.queries.js';
import { queries } from './queries/all.js';
import { approvalProviders } from './use-cases/all.js';

export const approvalService = defineService({
  department: 'approval',
  config: approvalConfig,
  errors: approvalErrors,
  collections: approvalCollections,
  migrations,
  providers: [
    ...fileProviders('approval'),
    ...approvalProviders,
    ...caseLoaders,
    ...queries,
    { provide: MadeFiles, useClass: ApprovalPapers },
  ],
  resolvers: approvalResolvers,
  loaders: entityLoaders,
  consumers: approvalConsumers,
  jobs,
});

export default approvalService;
