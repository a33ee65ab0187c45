import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RecordReturnVisit } from '../../use-cases/care/record-return-visit.use-case.js';
import { GradeCustomer } from '../../use-cases/grading/grade-customer.use-case.js';
import { TransferCustomer } from '../../use-cases/customer/transfer-customer.use-case.js';
import { GradeCustomerInput, TransferCustomerInput } from './customer.input.js';
import { RecordReturnVisitInput } from '../care/visit.input.js';
import { CustomerType } from './customer.type.js';
import { CustomerLoader } from './customer.loader.js';

@ObjectType()
export class GradeCustomerPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class TransferCustomerPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class RecordReturnVisitPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

/** How a customer is looked after. */
@Resolver()
export class CustomerServiceResolver {
  constructor(
    private readonly customerLoader: CustomerLoader,
    private readonly gradeCustomerCase: GradeCustomer,
    private readonly transferCustomerCase: TransferCustomer,
    private readonly recordReturnVisitCase: RecordReturnVisit,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => GradeCustomerPayload, { description: 'Grades a customer by the scorecard (客户评级)' })
  @Permit('sales.grade-customer')
  gradeCustomer(@Args('input') input: GradeCustomerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.gradeCustomerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => TransferCustomerPayload, { description: 'Gives a customer to another salesperson (客户移交)' })
  @Permit('sales.transfer-customer')
  transferCustomer(@Args('input') input: TransferCustomerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.transferCustomerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordReturnVisitPayload, { description: 'Records a return visit with its three sections (登记回访)' })
  @Permit('sales.record-return-visit')
  recordReturnVisit(@Args('input') input: RecordReturnVisitInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.recordReturnVisitCase.execute(context.actor, input)),
    }));
  }
}
