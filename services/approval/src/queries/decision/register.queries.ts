import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageByDay } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { decisionCollection } from '../../persistence/decision/decision.schema.js';
import { caseScope } from '../case/case.queries.js';
import type { DecisionView } from '../case/case.queries.js';
import { toPlain } from '../rows.js';

export interface RegisterFilter extends PageRequest {
  readonly result?: string | null;
  readonly state?: string | null;
  readonly authority?: string | null;
  readonly policyVersion?: number | null;
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** The register of decisions (审批决定登记簿), and the conditions that are still owed. */
@Injectable()
export class RegisterQueries {
  constructor(private readonly database: Database) {}

  /** By the day of decision, the latest first; result, state and the scope of a salesperson each have their index. */
  register({ result, state, authority, policyVersion, from, to, ...page }: RegisterFilter, actor: Actor): Promise<Page<DecisionView>> {
    const days = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
    const filter = {
      ...caseScope(actor),
      ...(result ? { result } : {}),
      ...(state ? { state } : {}),
      ...(authority ? { authority } : {}),
      ...(policyVersion ? { policyVersion } : {}),
      ...(from || to ? { decidedOn: days } : {}),
    };
    return pageByDay(this.database.model(decisionCollection), page, { field: 'decidedOn', filter, map: toPlain<DecisionView> });
  }

  /** Conditional approvals by the first day on which something is owed, the most overdue first. */
  conditionsDue({ until, ...page }: PageRequest & { until?: LocalDate | null }, actor: Actor): Promise<Page<DecisionView>> {
    const filter = { ...caseScope(actor), state: 'awaiting-conditions' };
    const plan = { field: 'conditionDueOn', type: 'string' as const, filter, until: until ?? null, map: toPlain<DecisionView> };
    return duePageOf(this.database.model(decisionCollection), page, plan);
  }
}
