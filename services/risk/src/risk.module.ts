import { filesCollections, MadeFiles } from '@weilend/files';
import { BusinessClock } from '@weilend/kernel';
import { defineService, fileProviders, ServiceConfig } from '@weilend/service';
import { bureauPatience, chooseBureau } from './adapters/choose-bureau.js';
import { riskConsumers } from './consumers/all.js';
import { riskErrors } from './domain/risk.errors.js';
import { riskListLoaders, riskLoaders, riskResolvers } from './graphql/all.js';
import { jobs } from './jobs/all.js';
import { BureauWatch } from './jobs/bureau-watch.js';
import { riskCollections, riskRepositories } from './persistence/all.js';
import { migrations } from './persistence/migrations/all.js';
import { riskQueries } from './queries/all.js';
import { RiskPapers } from './queries/report/risk-papers.queries.js';
import { riskConfig } from './risk.config.js';
import { BureauPatience, BureauPort } from './use-cases/bureau/bureau.port.js';
import { riskUseCases } from './use-cases/all.js';

export const riskService = defineService({
  department: 'risk',
  config: riskConfig,
  errors: riskErrors,
  collections: [...filesCollections, ...riskCollections],
  migrations,
  providers: [
    ...fileProviders('risk'),
    { provide: BureauPort, useFactory: chooseBureau, inject: [ServiceConfig, BusinessClock] },
    { provide: BureauPatience, useFactory: bureauPatience, inject: [ServiceConfig] },
    BureauWatch,
    { provide: MadeFiles, useClass: RiskPapers },
    ...riskRepositories,
    ...riskQueries,
    ...riskUseCases,
    ...riskListLoaders,
  ],
  resolvers: riskResolvers,
  loaders: riskLoaders,
  consumers: riskConsumers,
  jobs,
});

export default riskService;
