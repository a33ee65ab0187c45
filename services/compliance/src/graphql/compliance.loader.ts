import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { ContractReview } from '../domain/contract-review/contract-review.js';
import { judgeDossier } from '../domain/dossier/dossier.js';
import type { Dossier, DossierVerdict } from '../domain/dossier/dossier.js';
import type { Parameter } from '../domain/parameter/parameter.js';
import type { Acknowledgement, CompanyRule } from '../domain/rule/rule.js';
import type { Violation } from '../domain/violation/violation.js';
import { ComplianceQueries } from '../queries/compliance.queries.js';
import { ContractReviewQueries } from '../queries/contract-review.queries.js';
import { RuleQueries } from '../queries/rule.queries.js';

type AccessLogEntry = Awaited<ReturnType<ComplianceQueries['accessLogByIds']>>[number];

@Injectable()
export class ParameterLoader extends EntityLoader<Parameter> {
  readonly typeName = 'Parameter';

  constructor(private readonly queries: ComplianceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Parameter[]> {
    return this.queries.parametersByIds(ids);
  }
}

@Injectable()
export class ViolationLoader extends EntityLoader<Violation> {
  readonly typeName = 'Violation';

  constructor(private readonly queries: ComplianceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Violation[]> {
    return this.queries.violationsByIds(ids);
  }
}

@Injectable()
export class AccessLogLoader extends EntityLoader<AccessLogEntry> {
  readonly typeName = 'AccessLogEntry';

  constructor(private readonly queries: ComplianceQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly AccessLogEntry[]> {
    return this.queries.accessLogByIds(ids);
  }
}

@Injectable()
export class CompanyRuleLoader extends EntityLoader<CompanyRule> {
  readonly typeName = 'CompanyRule';

  constructor(private readonly queries: RuleQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly CompanyRule[]> {
    return this.queries.byIds(ids);
  }
}

@Injectable()
export class AcknowledgementLoader extends EntityLoader<Acknowledgement> {
  readonly typeName = 'RuleAcknowledgement';

  constructor(private readonly queries: RuleQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Acknowledgement[]> {
    return this.queries.acknowledgementsByIds(ids);
  }
}

/** The acknowledgements of a rule. */
@Injectable()
export class AcknowledgementsOfRule extends ListLoader<Acknowledgement> {
  constructor(private readonly queries: RuleQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, Acknowledgement])[]> {
    return (await this.queries.acknowledgementsOfRules(ids)).map((one) => [one.ruleId, one] as const);
  }
}

/** The dossier of an application with its verdict. */
@Injectable()
export class DossierOfApplication extends ListLoader<Dossier & DossierVerdict> {
  constructor(private readonly queries: ComplianceQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, Dossier & DossierVerdict])[]> {
    return (await this.queries.dossiers(ids)).map((dossier) => [dossier.id, { ...dossier, ...judgeDossier(dossier) }] as const);
  }
}

@Injectable()
export class ContractReviewTaskLoader extends EntityLoader<ContractReview> {
  readonly typeName = 'ContractReviewTask';

  constructor(private readonly queries: ContractReviewQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ContractReview[]> {
    return this.queries.byIds(ids);
  }
}

/** Loaders that resolve references from other departments. */
export const entityLoaders = [
  ParameterLoader,
  ViolationLoader,
  AccessLogLoader,
  CompanyRuleLoader,
  AcknowledgementLoader,
  ContractReviewTaskLoader,
];

/** Loaders of lists by a foreign id. */
export const listLoaders = [AcknowledgementsOfRule, DossierOfApplication];
