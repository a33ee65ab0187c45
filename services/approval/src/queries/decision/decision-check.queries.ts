import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { CollectionDefinition, Stored } from '@weilend/mongo';
import { recheckDecision } from '../../domain/decision/recheck.js';
import type { DecisionCheck } from '../../domain/decision/recheck.js';
import type { TermOfOffice } from '../../domain/member/member.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import { memberCollection, policyCollection } from '../../persistence/committee/committee.schema.js';
import { CaseQueries } from '../case/case.queries.js';

/** Decisions counted once more from the stored case, policy version and terms of office. */
@Injectable()
export class DecisionCheckQueries {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseQueries,
  ) {}

  /** Lines of the decisions that the actor may see, each with the id of its decision. */
  async ofDecisions(ids: readonly string[], actor: Actor): Promise<(readonly [string, DecisionCheck])[]> {
    const decisions = await this.cases.decisionsByIds(ids, actor);
    const caseIds = decisions.map(({ caseId }) => caseId);
    const cases = new Map((await this.cases.byIds(caseIds, actor)).map((one) => [one.id, one]));
    const versions = [...new Set(decisions.map(({ policyVersion }) => policyVersion))];
    const policies = await this.rows<CommitteePolicy>(policyCollection, { policyVersion: { $in: versions } });
    const terms = await this.rows<TermOfOffice>(memberCollection, {});
    return decisions.flatMap((decision) => {
      const approvalCase = cases.get(decision.caseId);
      if (!approvalCase) return [];
      const policy = policies.find(({ policyVersion }) => policyVersion === decision.policyVersion) ?? null;
      return recheckDecision({ decision, approvalCase, policy, terms }).map((line) => [decision.id, line] as const);
    });
  }

  private async rows<T>(collection: CollectionDefinition, filter: Record<string, unknown>): Promise<T[]> {
    const found = await this.database
      .model(collection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as T);
  }
}
