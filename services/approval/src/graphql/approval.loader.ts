import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ApprovalCase } from '../domain/case/approval-case.js';
import type { DecisionCheck } from '../domain/decision/recheck.js';
import type { CommitteePolicy } from '../domain/policy/policy.js';
import type { CommitteeSession } from '../domain/session/session.js';
import { CaseQueries } from '../queries/case/case.queries.js';
import type { DecisionView } from '../queries/case/case.queries.js';
import { CommitteeQueries } from '../queries/committee/committee.queries.js';
import type { MemberView } from '../queries/committee/committee.queries.js';
import { DecisionCheckQueries } from '../queries/decision/decision-check.queries.js';

@Injectable()
export class ApprovalCaseLoader extends EntityLoader<ApprovalCase> {
  readonly typeName = 'ApprovalCase';

  constructor(private readonly queries: CaseQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ApprovalCase[]> {
    return this.queries.byIds(ids, actor);
  }
}

@Injectable()
export class DecisionLoader extends EntityLoader<DecisionView> {
  readonly typeName = 'Decision';

  constructor(private readonly queries: CaseQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly DecisionView[]> {
    return this.queries.decisionsByIds(ids, actor);
  }
}

@Injectable()
export class CommitteePolicyLoader extends EntityLoader<CommitteePolicy> {
  readonly typeName = 'CommitteePolicy';

  constructor(private readonly queries: CommitteeQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly CommitteePolicy[]> {
    return this.queries.policiesByIds(ids);
  }
}

@Injectable()
export class CommitteeMemberLoader extends EntityLoader<MemberView> {
  readonly typeName = 'CommitteeMember';

  constructor(private readonly queries: CommitteeQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly MemberView[]> {
    return this.queries.membersByIds(ids);
  }
}

@Injectable()
export class CommitteeSessionLoader extends EntityLoader<CommitteeSession> {
  readonly typeName = 'CommitteeSession';

  constructor(private readonly queries: CommitteeQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly CommitteeSession[]> {
    return this.queries.sessionsByIds(ids);
  }
}

/** The cases of an application, newest first. */
@Injectable()
export class CasesOfApplication extends ListLoader<ApprovalCase> {
  constructor(private readonly queries: CaseQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ApprovalCase])[]> {
    return (await this.queries.ofApplications(ids, actor)).map((one) => [one.applicationId, one] as const);
  }
}

/** The decisions about an application, newest first. */
@Injectable()
export class DecisionsOfApplication extends ListLoader<DecisionView> {
  constructor(private readonly queries: CaseQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, DecisionView])[]> {
    return (await this.queries.decisionsOfApplications(ids, actor)).map((one) => [one.applicationId, one] as const);
  }
}

/** The decision of a case. */
@Injectable()
export class DecisionsOfCase extends ListLoader<DecisionView> {
  constructor(private readonly queries: CaseQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, DecisionView])[]> {
    return (await this.queries.decisionsOfCases(ids, actor)).map((one) => [one.caseId, one] as const);
  }
}

/** Every line of the check of a decision, computed when it is asked for. */
@Injectable()
export class ChecksOfDecision extends ListLoader<DecisionCheck> {
  constructor(private readonly queries: DecisionCheckQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, DecisionCheck])[]> {
    return this.queries.ofDecisions(ids, actor);
  }
}

/** Loaders that resolve references from other departments. */
export const entityLoaders = [ApprovalCaseLoader, DecisionLoader, CommitteePolicyLoader, CommitteeMemberLoader, CommitteeSessionLoader];

/** Loaders of lists by a foreign id. */
export const caseLoaders = [CasesOfApplication, DecisionsOfApplication, DecisionsOfCase, ChecksOfDecision];
