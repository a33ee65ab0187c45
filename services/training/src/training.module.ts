import { defineService } from '@weilend/service';
import { trainingConsumers } from './consumers/all.js';
import { trainingErrors } from './domain/training.errors.js';
import { trainingLists, trainingLoaders, trainingResolvers } from './graphql/all.js';
import { jobs } from './jobs/all.js';
import { trainingCollections, trainingRepositories } from './persistence/all.js';
import { trainingQueries } from './queries/all.js';
import { trainingConfig } from './training.config.js';
import { trainingUseCases } from './use-cases/all.js';

export const trainingService = defineService({
  department: 'training',
  config: trainingConfig,
  errors: trainingErrors,
  collections: trainingCollections,
  migrations: [],
  providers: [...trainingRepositories, ...trainingQueries, ...trainingUseCases, ...trainingLists],
  resolvers: trainingResolvers,
  loaders: trainingLoaders,
  consumers: trainingConsumers,
  jobs,
});

export default trainingService;
