import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DateTime, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ComplianceQueries } from '../queries/compliance.queries.js';
import { DossierOfApplication } from './compliance.loader.js';
import { AccessLogConnection, AccessLogEntryType, ApplicationDossierView } from './record.type.js';
import { EmployeeStub, LoanApplicationStub } from './stub.type.js';

@Resolver(() => AccessLogEntryType)
export class AccessLogResolver {
  constructor(private readonly queries: ComplianceQueries) {}

  @Query(() => AccessLogConnection, { description: 'Every full view of personal data, newest first (查看记录)' })
  @Permit('compliance.read-access-log')
  accessLog(
    @Args('customerId', { type: () => ID, nullable: true }) customerId: string | null,
    @Args('viewerId', { type: () => ID, nullable: true }) viewerId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.accessLog({ customerId, viewerId, first, after });
  }

  @Query(() => AccessLogConnection, { description: 'Views of a period (期间查看记录)' })
  @Permit('compliance.read-access-log')
  accessLogBetween(
    @Args('from', { type: () => DateTime }) from: Date,
    @Args('to', { type: () => DateTime }) to: Date,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.accessLog({ from, to, first, after });
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  viewer(@Parent() entry: AccessLogEntryType) {
    return { id: entry.viewerId };
  }
}

/** What compliance adds to the application page. */
@Resolver(() => LoanApplicationStub)
export class ApplicationDossierResolver {
  constructor(private readonly dossiers: DossierOfApplication) {}

  @ResolveField(() => ApplicationDossierView, { nullable: true, description: 'Every piece with its hash, and what is missing (业务档案)' })
  @Permit('compliance.read-dossier')
  dossier(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.dossiers.firstOf(context, application.id);
  }
}
