import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import type { Decision } from '../../domain/decision/decide.js';
import { approvalCaseCollection } from '../../persistence/case/approval-case.schema.js';
import { decisionCollection } from '../../persistence/decision/decision.schema.js';

export interface CaseFilter extends PageRequest {
  readonly state?: string | null;
}

/** A decision with its generated minutes, as the read side shows it. */
export interface DecisionView extends Decision {
  readonly minutesHtml: string;
  readonly minutesHash: string;
}

/** Everybody who may read cases sees all of them, except a salesperson, who sees his own. */
const WIDE_ROLES: readonly Role[] = [
  'committee-chair',
  'committee-member',
  'committee-secretary',
  'sales-manager',
  'investigator',
  'risk-manager',
  'finance-manager',
  'finance-officer',
  'compliance-officer',
  'auditor',
  'coordinator',
];

/** The read side of cases and decisions, in the scope of who asks. */
@Injectable()
export class CaseQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ApprovalCase[]> {
    return (await this.cases({ _id: { $in: [...ids] } }, actor)).map((row) => toEntity<ApprovalCase>(row));
  }

  list({ state, ...page }: CaseFilter, actor: Actor): Promise<Page<ApprovalCase>> {
    const filter = { ...caseScope(actor), ...(state ? { state } : {}) };
    return pageOf(this.database.model(approvalCaseCollection), page, { filter, map: toEntity<ApprovalCase> });
  }

  /** The cases of applications, newest first. */
  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<ApprovalCase[]> {
    return (await this.cases({ applicationId: { $in: [...applicationIds] } }, actor)).map((row) => toEntity<ApprovalCase>(row));
  }

  async decisionsByIds(ids: readonly string[], actor: Actor): Promise<DecisionView[]> {
    return this.decisions({ _id: { $in: [...ids] } }, actor);
  }

  /** The decisions about applications, newest first. */
  async decisionsOfApplications(applicationIds: readonly string[], actor: Actor): Promise<DecisionView[]> {
    return this.decisions({ applicationId: { $in: [...applicationIds] } }, actor);
  }

  async decisionsOfCases(caseIds: readonly string[], actor: Actor): Promise<DecisionView[]> {
    return this.decisions({ caseId: { $in: [...caseIds] } }, actor);
  }

  private cases(filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return this.read(this.database.model(approvalCaseCollection), { ...filter, ...caseScope(actor) });
  }

  private async decisions(filter: Record<string, unknown>, actor: Actor): Promise<DecisionView[]> {
    const rows = await this.read(this.database.model(decisionCollection), { ...filter, ...caseScope(actor) });
    return rows.map((row) => toEntity<DecisionView>(row));
  }

  private read(model: ReturnType<Database['model']>, filter: Record<string, unknown>): Promise<Stored[]> {
    return model
      .find(filter as never)
      .sort({ _id: -1 })
      .lean<Stored[]>()
      .exec();
  }
}

/** What somebody may see of cases and decisions. */
export function caseScope(actor: Actor): Record<string, string> {
  return scopeFilter(rowScope(actor, WIDE_ROLES), 'salespersonId');
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
