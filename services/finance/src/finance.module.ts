import { filesCollections, MadeFiles } from '@weilend/files';
import { Database } from '@weilend/mongo';
import { defineService, fileProviders, FileSweeper, ServiceConfig } from '@weilend/service';
import { choosePaymentChannel } from './adapters/choose-channel.js';
import { CsvPaymentFile } from './adapters/csv-payment-file.adapter.js';
import { bankRequestCollection } from './adapters/simulated-bank.channel.js';
import { consumers } from './consumers/all.js';
import { financeErrors } from './domain/finance.errors.js';
import { financeConfig } from './finance.config.js';
import { entityLoaders, listLoaders, resolvers } from './graphql/all.js';
import { BankLinesJob } from './jobs/bank-lines.processor.js';
import { ClosePeriodJob } from './jobs/close-period.processor.js';
import { CollectionsJob } from './jobs/collections.processor.js';
import { DayEndJob } from './jobs/day-end.processor.js';
import { LedgerCheckJob } from './jobs/ledger-check.processor.js';
import { PortfolioJob } from './jobs/portfolio.processor.js';
import { SettlePaymentsJob } from './jobs/settle-payments.processor.js';
import { financeCollections, financeRepositories } from './persistence/finance-collections.js';
import { migrations } from './persistence/migrations/all.js';
import { queries } from './queries/all.js';
import { FinancePapers } from './queries/papers/finance-papers.queries.js';
import { useCases } from './use-cases/all.js';
import { PaymentFileFormat } from './use-cases/export-payment-batch/payment-file.port.js';
import { PaymentChannel } from './use-cases/settle-payment/payment-channel.port.js';

export const financeService = defineService({
  department: 'finance',
  config: financeConfig,
  errors: financeErrors,
  collections: [...financeCollections, ...filesCollections, bankRequestCollection],
  migrations,
  providers: [
    ...[...financeRepositories, ...queries, ...useCases, ...listLoaders, ...fileProviders('finance')],
    { provide: PaymentFileFormat, useClass: CsvPaymentFile },
    { provide: MadeFiles, useClass: FinancePapers },
    { provide: PaymentChannel, useFactory: choosePaymentChannel, inject: [ServiceConfig, Database] },
  ],
  resolvers,
  loaders: entityLoaders,
  consumers,
  jobs: [SettlePaymentsJob, DayEndJob, CollectionsJob, LedgerCheckJob, ClosePeriodJob, PortfolioJob, FileSweeper, BankLinesJob],
});

export default financeService;
