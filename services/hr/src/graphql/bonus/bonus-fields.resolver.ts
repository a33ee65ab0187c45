import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { Money } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { BonusBalance, BonusClawback } from '../../domain/bonus/clawback.js';
import { BonusPapers } from '../../queries/bonus/bonus-papers.queries.js';
import { BonusQueries } from '../../queries/bonus/bonus.queries.js';
import type { BonusView, DeferredView } from '../../queries/bonus/bonus-view.js';
import { AppraisalSheetLoader } from '../appraisal/appraisal.loader.js';
import { AppraisalSheetType } from '../appraisal/appraisal.type.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { BonusFormulaType } from './bonus-formula.type.js';
import {
  BonusBalanceType,
  BonusClawbackConnection,
  BonusClawbackType,
  BonusPaperTicketType,
  BonusPartConnection,
} from './bonus-loan.type.js';
import { BalanceOfPerson, BonusFormulaLoader, BonusStatementLoader, DeferredOfStatement } from './bonus.loader.js';
import { BonusStatementType, DeferredBonusType } from './bonus.type.js';

/** Whose bonus it is, by which formula and of which sheet. */
@Resolver(() => BonusStatementType)
export class BonusReferencesResolver {
  constructor(
    private readonly employees: EmployeeLoader,
    private readonly sheets: AppraisalSheetLoader,
    private readonly formulas: BonusFormulaLoader,
  ) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return this.employees.byId(context, bonus.employeeId);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  preparedBy(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return this.employees.byId(context, bonus.preparedBy);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  approvedBy(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return bonus.approvedBy === null ? null : this.employees.byId(context, bonus.approvedBy);
  }

  @ResolveField(() => AppraisalSheetType, { nullable: true })
  appraisal(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return this.sheets.byId(context, bonus.appraisalId);
  }

  @ResolveField(() => BonusFormulaType, { nullable: true })
  formula(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return this.formulas.byId(context, bonus.formulaId);
  }
}

/** What hangs on a bonus: the loans, the deferred part, clawbacks, the paper. */
@Resolver(() => BonusStatementType)
export class BonusFieldsResolver {
  constructor(
    private readonly bonuses: BonusQueries,
    private readonly deferreds: DeferredOfStatement,
    private readonly balances: BalanceOfPerson,
    private readonly papers: BonusPapers,
    private readonly files: Files,
  ) {}

  @ResolveField('loanParts', () => BonusPartConnection, { description: 'What each loan contributes (各笔贷款的奖金)' })
  partsOf(
    @Parent() bonus: BonusView,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.bonuses.partsOf(bonus, { first, after });
  }

  @ResolveField(() => DeferredBonusType, { nullable: true, description: 'Its deferred part (递延部分)' })
  deferred(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return this.deferreds.firstOf(context, bonus.id);
  }

  @ResolveField(() => BonusClawbackConnection, { description: 'What was taken back of it (追回)' })
  clawbacks(
    @Parent() bonus: BonusView,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.bonuses.clawbacksOf(bonus.id, { first, after });
  }

  @ResolveField(() => Money, { description: 'What the person owes from clawbacks today: it lowers his next payments (待追回余额)' })
  async owedFen(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    return (await this.balances.firstOf(context, bonus.employeeId))?.owedFen ?? 0;
  }

  @ResolveField(() => String, { nullable: true, description: 'The whole statement in Chinese, as HTML (奖金单文本)' })
  async html(@Parent() bonus: BonusView, @Context() context: GraphContext) {
    const paper = await this.papers.paperOf(bonus.id, context.actor);
    return paper && htmlOf(paper);
  }

  @ResolveField(() => BonusPaperTicketType, { nullable: true, description: 'The same as a PDF, to GET from a signed address (奖金单下载)' })
  pdf(@Parent() bonus: BonusView) {
    return this.files.madeTicket(bonus.id);
  }
}

@Resolver(() => DeferredBonusType)
export class DeferredBonusFieldsResolver {
  constructor(
    private readonly employees: EmployeeLoader,
    private readonly statements: BonusStatementLoader,
  ) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() deferred: DeferredView, @Context() context: GraphContext) {
    return this.employees.byId(context, deferred.employeeId);
  }

  @ResolveField(() => BonusStatementType, { nullable: true })
  statement(@Parent() deferred: DeferredView, @Context() context: GraphContext) {
    return this.statements.byId(context, deferred.statementId);
  }
}

@Resolver(() => BonusClawbackType)
export class BonusClawbackFieldsResolver {
  constructor(
    private readonly employees: EmployeeLoader,
    private readonly statements: BonusStatementLoader,
  ) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() clawback: BonusClawback, @Context() context: GraphContext) {
    return this.employees.byId(context, clawback.employeeId);
  }

  @ResolveField(() => BonusStatementType, { nullable: true })
  statement(@Parent() clawback: BonusClawback, @Context() context: GraphContext) {
    return this.statements.byId(context, clawback.statementId);
  }
}

@Resolver(() => BonusBalanceType)
export class BonusBalanceFieldsResolver {
  constructor(private readonly employees: EmployeeLoader) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() balance: BonusBalance, @Context() context: GraphContext) {
    return this.employees.byId(context, balance.id);
  }
}
