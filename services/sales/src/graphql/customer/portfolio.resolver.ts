import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { PortfolioQueries } from '../../queries/customer/portfolio.queries.js';
import { TransferPortfolio } from '../../use-cases/customer/transfer-portfolio.use-case.js';
import { EmployeeStub } from '../stub.type.js';

@InputType()
export class TransferPortfolioInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'Who left; or, with customerIds, anybody' })
  readonly fromEmployeeId!: string;

  @Field(() => ID)
  readonly toEmployeeId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'All customers, leads and work of somebody who left when left out, a portion in each call',
  })
  readonly customerIds?: string[] | null;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('OwedPortfolio', { description: 'Customers of somebody who left that are still to be given to colleagues (待移交客户)' })
export class OwedPortfolioType {
  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => Int)
  readonly customersLeft!: number;

  @Field(() => Int, { description: 'Open leads that are no customers yet' })
  readonly leadsLeft!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Everything that is still in his hands: customers, leads, feedback, follow-ups and other work',
  })
  readonly workLeft!: number;

  readonly employeeId!: string;
}

@ObjectType()
export class TransferPortfolioPayload extends MutationPayload {
  @Field(() => [OwedPortfolioType], { nullable: true, description: 'What is still to be handed over' })
  readonly owedPortfolios?: readonly OwedPortfolioType[] | null;

  @Field(() => Int, { nullable: true, description: 'What this call has moved' })
  readonly moved?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What is left of the whole portfolio: call again, with another request key, until it is 0',
  })
  readonly left?: number | null;
}

/** The customers of people who left. */
@Resolver(() => OwedPortfolioType)
export class PortfolioResolver {
  constructor(
    private readonly portfolios: PortfolioQueries,
    private readonly transferCase: TransferPortfolio,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [OwedPortfolioType], { description: 'Customers of people who left, to be given to colleagues, oldest first (待移交客户)' })
  @Permit('sales.transfer-portfolio')
  owedPortfolios() {
    return this.portfolios.owed();
  }

  @Mutation(() => TransferPortfolioPayload, {
    description: 'Gives customers with everything that is done for them to a colleague (客户移交)',
  })
  @Permit('sales.transfer-portfolio')
  transferPortfolio(@Args('input') input: TransferPortfolioInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const { moved, left } = await this.transferCase.execute(context.actor, input);
      return { owedPortfolios: await this.portfolios.owed(), moved, left };
    });
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who left' })
  employee(@Parent() portfolio: OwedPortfolioType) {
    return { id: portfolio.employeeId };
  }
}
