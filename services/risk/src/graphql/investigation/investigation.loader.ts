import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { InvestigationQueries } from '../../queries/investigation/investigation.queries.js';
import type { InquiryView, InvestigationView, NotedDecision } from '../../queries/investigation/investigation.queries.js';

@Injectable()
export class InvestigationLoader extends EntityLoader<InvestigationView> {
  readonly typeName = 'Investigation';

  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly InvestigationView[]> {
    return this.investigations.byIds(ids, actor);
  }
}

/** Latest round of an application. */
@Injectable()
export class InvestigationsOfApplication extends ListLoader<InvestigationView> {
  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, InvestigationView])[]> {
    return (await this.investigations.latestOf(ids, actor)).map((one) => [one.applicationId, one]);
  }
}

/** All rounds of an application, first round first. */
@Injectable()
export class RoundsOfApplication extends ListLoader<InvestigationView> {
  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, InvestigationView])[]> {
    return (await this.investigations.roundsOf(ids, actor)).map((one) => [one.applicationId, one]);
  }
}

@Injectable()
export class BureauInquiryLoader extends EntityLoader<InquiryView> {
  readonly typeName = 'BureauInquiry';

  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly InquiryView[]> {
    return this.investigations.inquiriesByIds(ids, actor);
  }
}

@Injectable()
export class InquiriesOfInvestigation extends ListLoader<InquiryView> {
  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, InquiryView])[]> {
    return (await this.investigations.inquiriesOf(ids)).map((one) => [one.investigationId, one]);
  }
}

@Injectable()
export class DecisionsOfApplication extends ListLoader<NotedDecision> {
  constructor(private readonly investigations: InvestigationQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly (readonly [string, NotedDecision])[]> {
    return this.investigations.decisionsOf(ids);
  }
}
