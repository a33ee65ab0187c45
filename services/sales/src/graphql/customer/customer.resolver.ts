import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CustomerQueries } from '../../queries/customer/customer.queries.js';
import { LoanApplicationType } from '../application/application.type.js';
import { ServicePlans } from '../../queries/customer/service-plans.queries.js';
import {
  CustomerBankCard,
  CustomerCorrection,
  CustomerIdentityOverride,
  CustomerMerge,
  CustomerOwner,
  GradePlanType,
} from './customer-record.type.js';
import { CustomerConnection, CustomerType } from './customer.type.js';
import { ReturnVisitType } from '../care/return-visit.type.js';
import { CustomerGradeEnum, CustomerTypeEnum } from '../enum.type.js';
import { ApplicationsOfCustomer } from '../application/application.loader.js';
import { CustomerLoader, VisitsOfCustomer } from './customer.loader.js';
import { EmployeeStub } from '../stub.type.js';

@ArgsType()
class CustomersArgs {
  @Field(() => CustomerTypeEnum, { nullable: true })
  readonly type?: string | null;

  @Field(() => CustomerGradeEnum, { nullable: true })
  readonly grade?: string | null;

  @Field(() => String, { nullable: true, description: 'Exact resident id or credit code, or the last four' })
  readonly identity?: string | null;

  @Field(() => String, { nullable: true, description: 'Exact mobile number, or the last four' })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Exact name' })
  readonly name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only customers whose visit is due, longest due first' })
  readonly visitDue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Customers of one salesperson, for who sees more than his own' })
  readonly ownerId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => CustomerType)
export class CustomerResolver {
  constructor(
    private readonly loader: CustomerLoader,
    private readonly queries: CustomerQueries,
    private readonly plans: ServicePlans,
    private readonly applicationsOf: ApplicationsOfCustomer,
    private readonly visitsOf: VisitsOfCustomer,
  ) {}

  @Query(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => CustomerConnection, { description: 'Customers that one may see, newest first' })
  @Permit('sales.read-customer')
  customers(@Args() wanted: CustomersArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Query(() => [GradePlanType], { description: 'Strategy and services by grade (各等级服务方案)' })
  @Permit('sales.read-grade-plan')
  gradePlans() {
    return this.plans.inForce();
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'The salesperson that the customer belongs to' })
  owner(@Parent() customer: CustomerType) {
    return { id: customer.ownerId };
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'The file that took this one over; go on there (已并入)' })
  mergedInto(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return customer.merged && this.loader.byId(context, customer.merged.intoId);
  }

  @ResolveField(() => [CustomerBankCard], { description: 'Numbers are masked; ended cards stay with their reason' })
  bankCards(@Parent() customer: CustomerType) {
    return customer.cards.map(({ ended, ...card }) => ({ ...card, endedOn: ended?.on ?? null, endedBecause: ended?.reason ?? null }));
  }

  @ResolveField(() => [LoanApplicationType], { description: 'Newest first' })
  @Permit('sales.read-application')
  applications(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.applicationsOf.of(context, customer.id);
  }

  @ResolveField(() => [ReturnVisitType], { description: 'Newest first' })
  visits(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.visitsOf.of(context, customer.id);
  }
}

@Resolver(() => CustomerCorrection)
export class CustomerCorrectionResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  correctedBy(@Parent() correction: CustomerCorrection) {
    return { id: correction.by };
  }
}

@Resolver(() => CustomerIdentityOverride)
export class IdentityOverrideResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  acceptedBy(@Parent() override: CustomerIdentityOverride) {
    return { id: override.by };
  }
}

@Resolver(() => CustomerMerge)
export class CustomerMergeResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  mergedBy(@Parent() merge: CustomerMerge) {
    return { id: merge.by };
  }
}

@Resolver(() => CustomerOwner)
export class CustomerOwnerResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  owner(@Parent() owner: CustomerOwner) {
    return { id: owner.ownerId };
  }
}
