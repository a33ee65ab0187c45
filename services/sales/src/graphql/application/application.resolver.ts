import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ApplicationQueries } from '../../queries/application/application.queries.js';
import { LoanApplicationConnection, LoanApplicationType } from './application.type.js';
import { LoanContractType } from '../contract/contract.type.js';
import { CustomerType } from '../customer/customer.type.js';
import type { CustomerKind } from '../../domain/customer/customer.js';
import type { Worklist } from '../../domain/application/worklists.js';
import { ApplicationStageEnum, ApplicationWorklistEnum, CustomerTypeEnum } from '../enum.type.js';
import { DocumentChecklistItem } from './document.type.js';
import { CustomerProgressType } from './customer-progress.type.js';
import { EnquiryType } from '../enquiry/enquiry.type.js';
import { ProposalType } from '../enquiry/proposal.type.js';
import { ContractsOfApplication } from '../contract/contract.loader.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { EnquiryLoader } from '../enquiry/enquiry.loader.js';
import { ProposalLoader } from '../enquiry/proposal.loader.js';
import { LoanApplicationLoader } from './application.loader.js';
import { EmployeeStub } from '../stub.type.js';

@ArgsType()
class PageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
class ApplicationsArgs extends PageArgs {
  @Field(() => ApplicationStageEnum, { nullable: true })
  readonly stage?: string | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;
}

@ArgsType()
class WorklistArgs extends PageArgs {
  @Field(() => ApplicationWorklistEnum)
  readonly worklist!: Worklist;

  @Field(() => Boolean, { nullable: true, description: 'Only what is past its moment or its day' })
  readonly late?: boolean | null;
}

/** What one may ask for of applications. */
@Resolver()
export class ApplicationListResolver {
  constructor(
    private readonly loader: LoanApplicationLoader,
    private readonly queries: ApplicationQueries,
  ) {}

  @Query(() => LoanApplicationType, { nullable: true })
  @Permit('sales.read-application')
  application(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => LoanApplicationConnection, { description: 'Applications that one may see, newest first' })
  @Permit('sales.read-application')
  applications(@Args() wanted: ApplicationsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Query(() => LoanApplicationConnection, { description: 'Applications whose customer has to be told something (待告知客户)' })
  @Permit('sales.read-task')
  applicationsWithOpenTasks(@Args() page: PageArgs, @Context() context: GraphContext) {
    return this.queries.withOpenTasks(page, context.actor);
  }

  @Query(() => LoanApplicationConnection, { description: 'Applications on which something has to be done, list by list (待办清单)' })
  @Permit('sales.read-task')
  applicationsOnWorklist(@Args() wanted: WorklistArgs, @Context() context: GraphContext) {
    return this.queries.onWorklist(wanted, context.actor);
  }

  @Query(() => [DocumentChecklistItem], { description: 'Which papers a kind of customer brings, and why (资料清单)' })
  @Permit('sales.read-application')
  documentChecklist(@Args('customerType', { type: () => CustomerTypeEnum }) customerType: CustomerKind) {
    return this.queries.checklist(customerType);
  }

  @Query(() => CustomerProgressType, { nullable: true, description: 'How an application goes, as the customer may read it (办理进度)' })
  @Permit('sales.read-application')
  customerProgress(@Args('applicationId', { type: () => ID }) applicationId: string, @Context() context: GraphContext) {
    return this.queries.progress(applicationId, context.actor);
  }

  @Query(() => LoanApplicationConnection, { description: 'Applications with an inspection that is due or overdue (待贷后检查)' })
  @Permit('sales.read-task')
  applicationsWithDueInspections(@Args() page: PageArgs, @Context() context: GraphContext) {
    return this.queries.withDueInspections(page, context.actor);
  }
}

@Resolver(() => LoanApplicationType)
export class ApplicationResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly proposals: ProposalLoader,
    private readonly enquiries: EnquiryLoader,
    private readonly contractsOf: ContractsOfApplication,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return this.customers.byId(context, application.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() application: LoanApplicationType) {
    return { id: application.salespersonId };
  }

  @ResolveField(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return application.enquiryId && this.enquiries.byId(context, application.enquiryId);
  }

  @ResolveField(() => ProposalType, { nullable: true })
  @Permit('sales.read-proposal')
  proposal(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return application.proposalId && this.proposals.byId(context, application.proposalId);
  }

  @ResolveField(() => LoanContractType, { nullable: true, description: 'The latest draft, or the signed contract' })
  @Permit('sales.read-contract')
  contract(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return this.contractsOf.firstOf(context, application.id);
  }

  @ResolveField(() => [LoanContractType], { description: 'Every draft, latest first' })
  @Permit('sales.read-contract')
  contracts(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return this.contractsOf.of(context, application.id);
  }
}
