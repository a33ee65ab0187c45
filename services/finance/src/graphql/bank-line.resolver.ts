import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BankStatementQueries } from '../queries/bank-statement.queries.js';
import { AssignBankLine } from '../use-cases/assign-bank-line/assign-bank-line.use-case.js';
import { SetBankLineAside } from '../use-cases/set-bank-line-aside/set-bank-line-aside.use-case.js';
import { AssignBankLineInput, BankLineListArgs, SetBankLineAsideInput } from './bank-statement.input.js';
import { BankLinesById } from './bank-statement.loader.js';
import { BankLineCandidateType, BankLineConnection, BankLineType, bankLineView } from './bank-statement.type.js';
import { LoanLoader } from './loan.loader.js';
import { LoanType } from './loan.type.js';
import { mapPage } from './map-page.js';

@ObjectType()
export class AssignBankLinePayload extends MutationPayload {
  @Field(() => BankLineType, { nullable: true })
  readonly bankLine?: BankLineType | null;
}

@ObjectType()
export class SetBankLineAsidePayload extends MutationPayload {
  @Field(() => BankLineType, { nullable: true })
  readonly bankLine?: BankLineType | null;
}

/** What a person does with money that found no loan by itself. */
@Resolver(() => BankLineType)
export class BankLineActsResolver {
  constructor(
    private readonly assign: AssignBankLine,
    private readonly setAside: SetBankLineAside,
    private readonly loader: BankLinesById,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AssignBankLinePayload, { description: 'Say whose repayment a line is; it is recorded at once (认领流水)' })
  @Permit('finance.assign-bank-line')
  assignBankLine(@Args('input') input: AssignBankLineInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bankLine: await this.loader.firstOf(context, await this.assign.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SetBankLineAsidePayload, { description: 'Say that a line is no repayment, and why (挂起流水)' })
  @Permit('finance.set-bank-line-aside')
  setBankLineAside(@Args('input') input: SetBankLineAsideInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bankLine: await this.loader.firstOf(context, await this.setAside.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => BankLineType)
export class BankLineResolver {
  constructor(
    private readonly queries: BankStatementQueries,
    private readonly loans: LoanLoader,
  ) {}

  @Query(() => BankLineConnection, {
    name: 'bankLines',
    description: 'Lines of bank statements, oldest first; state UNMATCHED is the list of what waits for a person (未匹配流水)',
  })
  @Permit('finance.read-bank-statement')
  async listBankLines(@Args() args: BankLineListArgs) {
    return mapPage(await this.queries.listLines(args), bankLineView);
  }

  @ResolveField('loan', () => LoanType, { nullable: true })
  loanOf(@Parent() line: BankLineType, @Context() context: GraphContext) {
    return line.loanId && this.loans.byId(context, line.loanId);
  }
}

@Resolver(() => BankLineCandidateType)
export class BankLineCandidateResolver {
  constructor(private readonly loans: LoanLoader) {}

  @ResolveField('loan', () => LoanType, { nullable: true })
  loanOf(@Parent() candidate: BankLineCandidateType, @Context() context: GraphContext) {
    return this.loans.byId(context, candidate.loanId);
  }
}

export const bankLineResolvers = [BankLineActsResolver, BankLineResolver, BankLineCandidateResolver];
