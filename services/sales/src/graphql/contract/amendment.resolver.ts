import { Args, ArgsType, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { AmendmentQueries } from '../../queries/contract/amendment.queries.js';
import { amendmentPaper } from '../../queries/contract/amendment-paper.js';
import { AcknowledgeContractAmendment } from '../../use-cases/contract/acknowledge-contract-amendment.use-case.js';
import { SignContractAmendment } from '../../use-cases/contract/sign-contract-amendment.use-case.js';
import { AmendmentStateEnum } from '../enum.type.js';
import { EmployeeStub, LoanStub } from '../stub.type.js';
import { AcknowledgeContractAmendmentInput, SignContractAmendmentInput } from './amendment.input.js';
import { AmendmentsOfContract, ContractAmendmentLoader } from './amendment.loader.js';
import { ContractAmendmentConnection, ContractAmendmentType } from './amendment.type.js';
import { FileTicketType, LoanContractType } from './contract.type.js';
import { LoanContractLoader } from './contract.loader.js';

@ArgsType()
class ContractAmendmentsArgs {
  @Field(() => AmendmentStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are still to be signed' })
  readonly owed?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** Supplementary agreements. */
@Resolver(() => ContractAmendmentType)
export class AmendmentResolver {
  constructor(
    private readonly loader: ContractAmendmentLoader,
    private readonly contracts: LoanContractLoader,
    private readonly queries: AmendmentQueries,
    private readonly files: Files,
  ) {}

  @Query(() => ContractAmendmentType, { nullable: true })
  @Permit('sales.read-contract')
  contractAmendment(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ContractAmendmentConnection, { description: 'Supplementary agreements that one may see, newest first (补充协议)' })
  @Permit('sales.read-contract')
  contractAmendments(@Args() wanted: ContractAmendmentsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @ResolveField(() => LoanContractType, { nullable: true })
  @Permit('sales.read-contract')
  contract(@Parent() amendment: ContractAmendmentType, @Context() context: GraphContext) {
    return this.contracts.byId(context, amendment.contractId);
  }

  @ResolveField(() => LoanStub)
  loan(@Parent() amendment: ContractAmendmentType) {
    return { id: amendment.loanId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() amendment: ContractAmendmentType) {
    return { id: amendment.salespersonId };
  }

  @ResolveField(() => String, { description: 'The whole agreement in Chinese, as HTML (协议文本)' })
  @Permit('sales.read-contract-text')
  async html(@Parent() amendment: ContractAmendmentType, @Context() context: GraphContext) {
    const contract = await this.contracts.byId(context, amendment.contractId);
    return htmlOf(amendmentPaper(amendment as unknown as ContractAmendment, contract?.number ?? amendment.contractId));
  }

  @ResolveField(() => FileTicketType, { description: 'The same as a PDF, to GET from a signed address (协议文本下载)' })
  @Permit('sales.read-contract-text')
  pdf(@Parent() amendment: ContractAmendmentType) {
    return this.files.madeTicket(amendment.id);
  }
}

@Resolver(() => LoanContractType)
export class ContractAmendmentsResolver {
  constructor(private readonly amendmentsOf: AmendmentsOfContract) {}

  @ResolveField(() => [ContractAmendmentType], { description: 'Supplementary agreements, latest first (补充协议)' })
  @Permit('sales.read-contract')
  amendments(@Parent() contract: LoanContractType, @Context() context: GraphContext) {
    return this.amendmentsOf.of(context, contract.id);
  }
}

@ObjectType()
export class AcknowledgeContractAmendmentPayload extends MutationPayload {
  @Field(() => ContractAmendmentType, { nullable: true })
  readonly contractAmendment?: ContractAmendmentType | null;
}

@ObjectType()
export class SignContractAmendmentPayload extends MutationPayload {
  @Field(() => ContractAmendmentType, { nullable: true })
  readonly contractAmendment?: ContractAmendmentType | null;
}

@Resolver()
export class AmendmentActsResolver {
  constructor(
    private readonly loader: ContractAmendmentLoader,
    private readonly acknowledgeCase: AcknowledgeContractAmendment,
    private readonly signCase: SignContractAmendment,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AcknowledgeContractAmendmentPayload, { description: 'The customer agrees to the supplementary agreement (确认补充协议)' })
  @Permit('sales.acknowledge-contract-amendment')
  acknowledgeContractAmendment(@Args('input') input: AcknowledgeContractAmendmentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contractAmendment: await this.loader.byId(context, await this.acknowledgeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SignContractAmendmentPayload, { description: 'The customer signed the supplementary agreement (签署补充协议)' })
  @Permit('sales.sign-contract-amendment')
  signContractAmendment(@Args('input') input: SignContractAmendmentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contractAmendment: await this.loader.byId(context, await this.signCase.execute(context.actor, input)),
    }));
  }
}
