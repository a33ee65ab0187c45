import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CustomerQueries } from '../../queries/customer/customer.queries.js';
import { ReturnVisitType } from '../care/return-visit.type.js';
import { LoanApplicationType } from '../application/application.type.js';
import { CustomerConnection, CustomerCorrection, CustomerType, GradePlanType } from './customer.type.js';
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

  @Field(() => Boolean, { nullable: true, description: 'Only customers whose visit is due' })
  readonly visitDue?: boolean | null;

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
    return this.queries.gradePlans();
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'The salesperson that the customer belongs to' })
  owner(@Parent() customer: CustomerType) {
    return { id: customer.ownerId };
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
