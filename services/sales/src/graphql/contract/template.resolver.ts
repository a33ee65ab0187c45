import { Args, ArgsType, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { TemplateQueries } from '../../queries/contract/template.queries.js';
import { ApproveContractTemplate } from '../../use-cases/contract/approve-contract-template.use-case.js';
import { ProposeContractTemplate } from '../../use-cases/contract/propose-contract-template.use-case.js';
import { RefuseContractTemplate } from '../../use-cases/contract/refuse-contract-template.use-case.js';
import { TemplateStateEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ApproveContractTemplateInput, ProposeContractTemplateInput, RefuseContractTemplateInput } from './template.input.js';
import { ContractTemplateLoader } from './template.loader.js';
import { ContractTemplateConnection, ContractTemplateType } from './template.type.js';

@ArgsType()
class ContractTemplatesArgs {
  @Field(() => TemplateStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** The editions of the contract text. */
@Resolver(() => ContractTemplateType)
export class TemplateResolver {
  constructor(
    private readonly loader: ContractTemplateLoader,
    private readonly queries: TemplateQueries,
  ) {}

  @Query(() => ContractTemplateType, { nullable: true })
  @Permit('sales.read-contract-template')
  contractTemplate(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ContractTemplateType, { nullable: true, description: 'The edition that contracts are drafted on today (现行合同范本)' })
  @Permit('sales.read-contract-template')
  contractTemplateInForce() {
    return this.queries.inForce();
  }

  @Query(() => ContractTemplateConnection, { description: 'Editions of the contract text, newest first (合同范本)' })
  @Permit('sales.read-contract-template')
  contractTemplates(@Args() wanted: ContractTemplatesArgs) {
    return this.queries.list(wanted);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  proposer(@Parent() template: ContractTemplateType) {
    return template.proposedBy && { id: template.proposedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  decider(@Parent() template: ContractTemplateType) {
    return template.decidedBy && { id: template.decidedBy };
  }
}

@ObjectType()
export class ProposeContractTemplatePayload extends MutationPayload {
  @Field(() => ContractTemplateType, { nullable: true })
  readonly contractTemplate?: ContractTemplateType | null;
}

@ObjectType()
export class ApproveContractTemplatePayload extends MutationPayload {
  @Field(() => ContractTemplateType, { nullable: true })
  readonly contractTemplate?: ContractTemplateType | null;
}

@ObjectType()
export class RefuseContractTemplatePayload extends MutationPayload {
  @Field(() => ContractTemplateType, { nullable: true })
  readonly contractTemplate?: ContractTemplateType | null;
}

/** An edition on its way into force. */
@Resolver()
export class TemplateActsResolver {
  constructor(
    private readonly loader: ContractTemplateLoader,
    private readonly proposeCase: ProposeContractTemplate,
    private readonly approveCase: ApproveContractTemplate,
    private readonly refuseCase: RefuseContractTemplate,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ProposeContractTemplatePayload, { description: 'Proposes a new edition of the contract text (提出合同范本)' })
  @Permit('sales.propose-contract-template')
  proposeContractTemplate(@Args('input') input: ProposeContractTemplateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contractTemplate: await this.loader.byId(context, await this.proposeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ApproveContractTemplatePayload, { description: 'Puts an edition in force (审定合同范本)' })
  @Permit('sales.approve-contract-template')
  approveContractTemplate(@Args('input') input: ApproveContractTemplateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contractTemplate: await this.loader.byId(context, await this.approveCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RefuseContractTemplatePayload, { description: 'Sends a proposed edition back (退回合同范本)' })
  @Permit('sales.refuse-contract-template')
  refuseContractTemplate(@Args('input') input: RefuseContractTemplateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contractTemplate: await this.loader.byId(context, await this.refuseCase.execute(context.actor, input)),
    }));
  }
}
