import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { callAllowance } from '../domain/collection/calling-hours.js';
import type { CallAllowance } from '../domain/collection/calling-hours.js';
import { standingOf } from '../domain/loan/standing.js';
import { collectionContactCollection } from '../persistence/collection.schema.js';
import { CollectionRules } from '../persistence/collection-rules.js';
import { LoanQueries } from './loan.queries.js';

/** May the debtor of a loan be called at this moment [7.4]? */
@Injectable()
export class CallAllowances {
  constructor(
    private readonly database: Database,
    private readonly loans: LoanQueries,
    private readonly rules: CollectionRules,
    private readonly clock: BusinessClock,
  ) {}

  /** Null for a loan that the actor may not see. */
  async of(loanId: string, actor: Actor): Promise<CallAllowance | null> {
    const [loan] = await this.loans.byIds([loanId], actor);
    if (!loan) return null;
    const [now, today] = [this.clock.now(), this.clock.today()];
    const conversations = { customerId: loan.customerId, on: today, whom: 'DEBTOR', effectiveVoice: true };
    const conversationsToday = await this.database.collection(collectionContactCollection.name).countDocuments(conversations);
    const overdue = standingOf(loan, today).overdueSince !== null;
    return callAllowance(now, { overdue, conversationsToday }, await this.rules.calling(today));
  }
}
