import { defineService } from '@weilend/service';
import { approvalConfig } from './approval.config.js';
import { opinionGivenConsumers } from './consumers/note-opinion-when-given.consumer.js';
import { opinionRecalledConsumers } from './consumers/note-opinion-when-recalled.consumer.js';
import { opinionReturnedConsumers } from './consumers/note-opinion-when-returned.consumer.js';
import { NoteWhenContractSigned } from './consumers/note-when-contract-signed.consumer.js';
import { OpenCaseWhenHandedOver } from './consumers/open-case-when-handed-over.consumer.js';
import { ReceiveEvidenceWhenHandedOver } from './consumers/receive-evidence-when-handed-over.consumer.js';
import { RecordProductWhenPublished } from './consumers/record-product-when-published.consumer.js';
import { WithdrawWhenCustomerWithdrew } from './consumers/withdraw-when-customer-withdrew.consumer.js';
import { approvalErrors } from './domain/approval.errors.js';
import { caseLoaders, entityLoaders } from './graphql/approval.loader.js';
import { approvalResolvers } from './graphql/resolvers.js';
import { LapseExpired } from './jobs/lapse-expired.processor.js';
import { approvalCaseCollection } from './persistence/approval-case.schema.js';
import { memberCollection, policyCollection, registerCollection } from './persistence/committee.schema.js';
import { sessionCollection } from './persistence/committee-session.schema.js';
import { decisionCollection } from './persistence/decision.schema.js';
import { committeeRegister } from './persistence/migrations/0001-committee-register.js';
import { productCollection, stageCollection } from './persistence/projection.schema.js';
import { caseOpinions } from './persistence/migrations/0002-case-opinions.js';
import { approvalProviders } from './use-cases/providers.js';
import { CaseQueries } from './queries/case.queries.js';
import { CommitteeQueries } from './queries/committee.queries.js';

export const approvalCollections = [
  registerCollection,
  policyCollection,
  memberCollection,
  approvalCaseCollection,
  decisionCollection,
  sessionCollection,
  stageCollection,
  productCollection,
];

export const approvalService = defineService({
  department: 'approval',
  config: approvalConfig,
  errors: approvalErrors,
  collections: approvalCollections,
  migrations: [committeeRegister, caseOpinions],
  providers: [...approvalProviders, ...caseLoaders, CaseQueries, CommitteeQueries],
  resolvers: approvalResolvers,
  loaders: entityLoaders,
  consumers: [
    OpenCaseWhenHandedOver,
    ReceiveEvidenceWhenHandedOver,
    WithdrawWhenCustomerWithdrew,
    NoteWhenContractSigned,
    RecordProductWhenPublished,
    ...[...opinionGivenConsumers, ...opinionReturnedConsumers, ...opinionRecalledConsumers],
  ],
  jobs: [LapseExpired],
});

export default approvalService;
