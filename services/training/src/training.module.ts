import { filesCollections } from '@weilend/files';
import { defineService, fileProviders } from '@weilend/service';
import { trainingConsumers } from './consumers/all.js';
import { trainingErrors } from './domain/training.errors.js';
import { trainingLists, trainingLoaders, trainingResolvers } from './graphql/all.js';
import { trainingJobs } from './jobs/all.js';
import { trainingCollections, trainingRepositories } from './persistence/all.js';
import { migrations } from './persistence/migrations/all.js';
import { trainingQueries } from './queries/all.js';
import { trainingConfig } from './training.config.js';
import { trainingUseCases } from './use-cases/all.js';

export const trainingService = defineService({
  department: 'training',
  config: trainingConfig,
  errors: trainingErrors,
  collections: [...filesCollections, ...trainingCollections],
  migrations,
  providers: [...fileProviders('training'), ...trainingRepositories, ...trainingQueries, ...trainingUseCases, ...trainingLists],
  resolvers: trainingResolvers,
  loaders: trainingLoaders,
  consumers: trainingConsumers,
  jobs: trainingJobs,
});

export default trainingService;
