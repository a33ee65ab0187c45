import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DuplicateQueries } from '../../queries/customer/duplicate.queries.js';
import { MergeCustomers } from '../../use-cases/customer/merge-customers.use-case.js';
import { EmployeeStub } from '../stub.type.js';
import { CustomerLoader } from './customer.loader.js';
import { CustomerType } from './customer.type.js';
import { PossibleDuplicateType } from './duplicate.type.js';

@ArgsType()
class PossibleDuplicatesArgs {
  @Field(() => ID, { nullable: true, description: 'Files like this one; the other arguments are for somebody who has none yet' })
  readonly customerId?: string | null;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Together with the last four of the identity number' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly identityLastFour?: string | null;

  @Field(() => String, { nullable: true })
  readonly bankCard?: string | null;
}

@InputType()
export class MergeCustomersInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'The file that goes on' })
  readonly survivorId!: string;

  @Field(() => ID, { description: 'The file that ends; it stays readable' })
  readonly mergedId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ID, { nullable: true, description: 'The paper that shows that its number was entered wrongly' })
  readonly entryErrorFileId?: string | null;
}

@ObjectType()
export class MergeCustomersPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true, description: 'The file that goes on' })
  readonly customer?: CustomerType | null;
}

/** Two files of one customer: found, and made one. */
@Resolver(() => PossibleDuplicateType)
export class DuplicateResolver {
  constructor(
    private readonly duplicates: DuplicateQueries,
    private readonly customers: CustomerLoader,
    private readonly mergeCase: MergeCustomers,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [PossibleDuplicateType], {
    description: 'Files that may be of the same customer, before or after he is registered (疑似重复查询)',
  })
  @Permit('sales.read-possible-duplicate')
  possibleDuplicates(@Args() { customerId, ...asked }: PossibleDuplicatesArgs, @Context() context: GraphContext) {
    return this.duplicates.find(customerId ?? null, asked, context.actor);
  }

  @Mutation(() => MergeCustomersPayload, { description: 'Makes one file of two that are of one customer (客户合并)' })
  @Permit('sales.merge-customer')
  mergeCustomers(@Args('input') input: MergeCustomersInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customers.byId(context, await this.mergeCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Whose customer it is: talk to him' })
  owner(@Parent() found: PossibleDuplicateType) {
    return { id: found.ownerId };
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'Only to who may see the file' })
  customer(@Parent() found: PossibleDuplicateType, @Context() context: GraphContext) {
    return found.customerId && this.customers.byId(context, found.customerId);
  }
}
