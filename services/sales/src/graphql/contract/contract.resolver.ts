import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LoanContract } from '../../domain/contract/contract.js';
import type { MissingPart } from '../../domain/contract/signing.js';
import { contractPaper } from '../../queries/contract/contract-paper.js';
import { ContractQueries } from '../../queries/contract/contract.queries.js';
import { SalesPapers } from '../../queries/contract/sales-papers.queries.js';
import { LoanApplicationType } from '../application/application.type.js';
import {
  ContractExplanation,
  ContractHistoryEntry,
  ContractRecording,
  ContractTermsType,
  CostSheetAcknowledgement,
  FileTicketType,
  LoanContractConnection,
  LoanContractType,
} from './contract.type.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanContractLoader } from './contract.loader.js';
import { ContractStateEnum, MissingPartEnum } from '../enum.type.js';
import { EmployeeStub, PayeeAccountStub, ProductStub } from '../stub.type.js';

@ArgsType()
class ContractsArgs {
  @Field(() => ContractStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => MissingPartEnum, { nullable: true, description: 'Drafts that wait for this' })
  readonly awaiting?: MissingPart | null;

  @Field(() => ID, { nullable: true })
  readonly salespersonId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => LoanContractType)
export class ContractResolver {
  constructor(
    private readonly loader: LoanContractLoader,
    private readonly applications: LoanApplicationLoader,
    private readonly files: Files,
    private readonly queries: ContractQueries,
  ) {}

  @Query(() => LoanContractType, { nullable: true })
  @Permit('sales.read-contract')
  contract(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => LoanContractConnection, { description: 'Contracts that one may see, newest first (合同列表)' })
  @Permit('sales.read-contract')
  contracts(@Args() wanted: ContractsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() contract: LoanContractType) {
    return { id: contract.salespersonId };
  }

  @ResolveField(() => String, { description: 'The whole contract in Chinese, as HTML (合同文本)' })
  @Permit('sales.read-contract-text')
  html(@Parent() contract: LoanContractType) {
    return htmlOf(contractPaper(contract as unknown as LoanContract));
  }

  @ResolveField(() => FileTicketType, { description: 'The same as a PDF, to GET from a signed address (合同文本下载)' })
  @Permit('sales.read-contract-text')
  pdf(@Parent() contract: LoanContractType) {
    return this.files.madeTicket(contract.id);
  }

  @ResolveField(() => FileTicketType, { description: 'Explanation, acknowledgement and evidence of the signing as a PDF (签约记录下载)' })
  @Permit('sales.read-contract-text')
  signingRecord(@Parent() contract: LoanContractType) {
    return this.files.madeTicket(SalesPapers.recordOf(contract.id));
  }

  @ResolveField(() => LoanApplicationType, { nullable: true })
  @Permit('sales.read-application')
  application(@Parent() contract: LoanContractType, @Context() context: GraphContext) {
    return this.applications.byId(context, contract.applicationId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  signer(@Parent() contract: LoanContractType) {
    return contract.signedBy && { id: contract.signedBy };
  }

  @ResolveField(() => PayeeAccountStub, { nullable: true })
  payeeAccount(@Parent() contract: LoanContractType) {
    return contract.payeeAccountId && { id: contract.payeeAccountId };
  }
}

@Resolver(() => ContractTermsType)
export class ContractTermsResolver {
  @ResolveField(() => ProductStub, { nullable: true })
  product(@Parent() terms: ContractTermsType) {
    return { id: terms.productId };
  }
}

@Resolver(() => ContractHistoryEntry)
export class ContractHistoryResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  person(@Parent() entry: ContractHistoryEntry) {
    return { id: entry.by };
  }
}

@Resolver(() => CostSheetAcknowledgement)
export class AcknowledgementResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  recordedBy(@Parent() entry: CostSheetAcknowledgement) {
    return { id: entry.by };
  }
}

@Resolver(() => ContractExplanation)
export class ExplanationResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  explainedBy(@Parent() entry: ContractExplanation) {
    return { id: entry.by };
  }
}

@Resolver(() => ContractRecording)
export class RecordingResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  recordedBy(@Parent() entry: ContractRecording) {
    return { id: entry.by };
  }
}

export const contractPartResolvers = [
  ...[ContractTermsResolver, ContractHistoryResolver, AcknowledgementResolver, ExplanationResolver, RecordingResolver],
];
