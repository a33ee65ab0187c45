import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { BonusBalance } from '../../domain/bonus/clawback.js';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import { BonusFormulaQueries } from '../../queries/bonus/bonus-formula.queries.js';
import { BonusQueries } from '../../queries/bonus/bonus.queries.js';
import type { BonusView, DeferredView } from '../../queries/bonus/bonus-view.js';

@Injectable()
export class BonusFormulaLoader extends EntityLoader<BonusFormulaVersion> {
  readonly typeName = 'BonusFormula';

  constructor(private readonly formulas: BonusFormulaQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly BonusFormulaVersion[]> {
    return this.formulas.byIds(ids);
  }
}

@Injectable()
export class BonusStatementLoader extends EntityLoader<BonusView> {
  readonly typeName = 'BonusStatement';

  constructor(private readonly bonuses: BonusQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly BonusView[]> {
    return this.bonuses.byIds(ids, actor);
  }
}

/** The deferred part of a statement. */
@Injectable()
export class DeferredOfStatement extends ListLoader<DeferredView> {
  constructor(private readonly bonuses: BonusQueries) {
    super();
  }

  protected async load(statementIds: readonly string[]): Promise<readonly (readonly [string, DeferredView])[]> {
    return (await this.bonuses.deferredOf(statementIds)).map((deferred) => [deferred.statementId, deferred] as const);
  }
}

/** What a person owes from clawbacks. */
@Injectable()
export class BalanceOfPerson extends ListLoader<BonusBalance> {
  constructor(private readonly bonuses: BonusQueries) {
    super();
  }

  protected async load(employeeIds: readonly string[]): Promise<readonly (readonly [string, BonusBalance])[]> {
    return (await this.bonuses.balancesOf(employeeIds)).map((balance) => [balance.id, balance] as const);
  }
}
