import { filesCollections } from '@weilend/files';
import { BusinessClock } from '@weilend/kernel';
import { defineService, fileProviders, FileSweeper, ServiceConfig } from '@weilend/service';
import { chooseBureau } from './adapters/choose-bureau.js';
import { riskConsumers } from './consumers/risk-consumers.js';
import { riskErrors } from './domain/risk.errors.js';
import { riskListLoaders, riskLoaders, riskResolvers } from './graphql/risk-graph.js';
import { AskBureauProcessor } from './jobs/ask-bureau.processor.js';
import { riskCollections, riskRepositories } from './persistence/risk-records.js';
import { alertHandoff } from './persistence/migrations/0002-alert-handoff.js';
import { investigationQuestions } from './persistence/migrations/0001-investigation-questions.js';
import { riskQueries } from './queries/risk-queries.js';
import { riskConfig } from './risk.config.js';
import { BureauPort } from './use-cases/ask-bureau/bureau.port.js';
import { riskUseCases } from './use-cases/risk-use-cases.js';

export const riskService = defineService({
  department: 'risk',
  config: riskConfig,
  errors: riskErrors,
  collections: [...filesCollections, ...riskCollections],
  migrations: [investigationQuestions, alertHandoff],
  providers: [
    ...fileProviders('risk'),
    { provide: BureauPort, useFactory: chooseBureau, inject: [ServiceConfig, BusinessClock] },
    ...riskRepositories,
    ...riskQueries,
    ...riskUseCases,
    ...riskListLoaders,
  ],
  resolvers: riskResolvers,
  loaders: riskLoaders,
  consumers: riskConsumers,
  jobs: [AskBureauProcessor, FileSweeper],
});

export default riskService;
