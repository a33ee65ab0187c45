import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DuplicateQueries } from '../../queries/customer/duplicate.queries.js';
import { RegisterCustomer } from '../../use-cases/customer/register-customer.use-case.js';
import { RegisterCustomerInput } from './customer.input.js';
import { CustomerLoader } from './customer.loader.js';
import { CustomerType } from './customer.type.js';
import { PossibleDuplicateType } from './duplicate.type.js';

@ObjectType()
export class RegisterCustomerPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;

  @Field(() => [PossibleDuplicateType], { nullable: true, description: 'Other files that may be of the same customer (疑似重复)' })
  readonly possibleDuplicates?: readonly PossibleDuplicateType[] | null;
}

/** Opens files, and says which others may be of the same customer. */
@Resolver()
export class CustomerRegistrationResolver {
  constructor(
    private readonly customerLoader: CustomerLoader,
    private readonly duplicates: DuplicateQueries,
    private readonly registerCustomerCase: RegisterCustomer,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RegisterCustomerPayload, { description: 'Opens the file of a customer on a validated identity (客户建档)' })
  @Permit('sales.register-customer')
  registerCustomer(@Args('input') input: RegisterCustomerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const id = await this.registerCustomerCase.execute(context.actor, input);
      return {
        customer: await this.customerLoader.byId(context, id),
        possibleDuplicates: await this.duplicates.ofCustomer(id, context.actor),
      };
    });
  }
}
