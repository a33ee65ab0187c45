import { filesCollections, MadeFiles } from '@weilend/files';
import { defineService, fileProviders } from '@weilend/service';
import { hrConsumers } from './consumers/all.js';
import { hrErrors } from './domain/hr.errors.js';
import { hrListLoaders, hrLoaders, hrResolvers } from './graphql/all.js';
import { hrConfig } from './hr.config.js';
import { hrJobs } from './jobs/all.js';
import { hrCollections, hrRepositories } from './persistence/all.js';
import { migrations } from './persistence/migrations/all.js';
import { hrQueries } from './queries/all.js';
import { HrPapers } from './queries/hr-papers.queries.js';
import { hrUseCases } from './use-cases/all.js';

export const hrService = defineService({
  department: 'hr',
  config: hrConfig,
  errors: hrErrors,
  collections: [...filesCollections, ...hrCollections],
  migrations,
  providers: [
    ...fileProviders('hr'),
    { provide: MadeFiles, useClass: HrPapers },
    ...hrRepositories,
    ...hrQueries,
    ...hrUseCases,
    ...hrListLoaders,
  ],
  resolvers: hrResolvers,
  loaders: hrLoaders,
  consumers: hrConsumers,
  jobs: hrJobs,
});

export default hrService;
