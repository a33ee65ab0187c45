import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Honour, HonourAward } from '../../domain/honour/honour.js';
import type { RankingEntry } from '../../domain/honour/ranking.js';
import { honourCertificate } from '../../queries/honour/honour-certificate.js';
import { HonourQueries } from '../../queries/honour/honour.queries.js';
import { ConfirmHonour } from '../../use-cases/honour/confirm-honour.use-case.js';
import { ProposeHonour } from '../../use-cases/honour/propose-honour.use-case.js';
import { PublishHonourRule } from '../../use-cases/honour/publish-honour-rule.use-case.js';
import { RevokeHonour } from '../../use-cases/honour/revoke-honour.use-case.js';
import { AppraisalSheetLoader } from '../appraisal/appraisal.loader.js';
import { AppraisalSheetType } from '../appraisal/appraisal.type.js';
import { AskedTrainingsAbout } from '../career/career.loader.js';
import { AskedTrainingType } from '../career/career.type.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import {
  ApproveHonourRuleInput,
  ConfirmHonourInput,
  HonourArgs,
  HonourAwardArgs,
  HonourRuleArgs,
  ProposeHonourInput,
  PublishHonourRuleInput,
  RevokeHonourInput,
} from './honour.input.js';
import { AwardsOfHonour, HonourAwardLoader, HonourLoader, HonourRuleLoader } from './honour.loader.js';
import {
  ApproveHonourRulePayload,
  CertificateTicketType,
  ConfirmHonourPayload,
  HonourAwardConnection,
  HonourAwardType,
  HonourConnection,
  HonourRuleConnection,
  HonourRuleType,
  HonourType,
  ProposeHonourPayload,
  PublishHonourRulePayload,
  RankingEntryType,
  RevocationType,
  RevokeHonourPayload,
} from './honour.type.js';

const MOST_RANKS = 100;

/** What is done to honour people. */
@Resolver(() => HonourType)
export class HonourActsResolver {
  constructor(
    private readonly loader: HonourLoader,
    private readonly publish: PublishHonourRule,
    private readonly propose: ProposeHonour,
    private readonly confirm: ConfirmHonour,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => PublishHonourRulePayload, {
    description: 'By what an honour goes from a coming quarter on, once somebody else approves it (发布评选规则)',
  })
  @Permit('hr.publish-honour-rule')
  publishHonourRule(@Args('input') input: PublishHonourRuleInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ ruleId: await this.publish.execute(context.actor, input) }));
  }

  @Mutation(() => ApproveHonourRulePayload, { description: 'By another person than published it, before its first quarter (批准评选规则)' })
  @Permit('hr.approve-honour-rule')
  approveHonourRule(@Args('input') input: ApproveHonourRuleInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ ruleId: await this.publish.approve(context.actor, input) }));
  }

  @Mutation(() => ProposeHonourPayload, { description: 'Makes the list, or makes it anew while it is not confirmed (提名评选)' })
  @Permit('hr.propose-honour')
  proposeHonour(@Args('input') input: ProposeHonourInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposed: await this.loader.byId(context, await this.propose.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ConfirmHonourPayload, { description: 'Gives the honour with certificate and training (确认荣誉)' })
  @Permit('hr.confirm-honour')
  confirmHonour(@Args('input') input: ConfirmHonourInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      confirmed: await this.loader.byId(context, await this.confirm.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => HonourType)
export class HonourResolver {
  constructor(
    private readonly loader: HonourLoader,
    private readonly queries: HonourQueries,
    private readonly rules: HonourRuleLoader,
    private readonly awardsOf: AwardsOfHonour,
  ) {}

  @Query(() => HonourType, { nullable: true, name: 'honour' })
  @Permit('hr.read-honour-list')
  findHonour(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => HonourConnection, { name: 'honours', description: 'Newest first (荣誉评选)' })
  @Permit('hr.read-honour-list')
  listHonours(@Args() filter: HonourArgs) {
    return this.queries.list(filter);
  }

  @Query(() => HonourRuleConnection, {
    name: 'honourRules',
    description: 'All that were published, approved or not, newest first (评选规则)',
  })
  @Permit('hr.read-honour')
  listHonourRules(@Args() filter: HonourRuleArgs) {
    return this.queries.rules(filter);
  }

  @ResolveField(() => HonourRuleType, { nullable: true })
  rule(@Parent() honour: Honour, @Context() context: GraphContext) {
    return this.rules.byId(context, honour.ruleId);
  }

  @ResolveField(() => [RankingEntryType], { description: 'The list, the best first; 100 at most at a time' })
  ranking(
    @Parent() honour: Honour,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
    @Args('first', { type: () => Int, defaultValue: MOST_RANKS }) first: number,
  ): readonly RankingEntry[] {
    const from = Math.max(0, skip);
    return honour.ranking.slice(from, from + Math.min(MOST_RANKS, Math.max(0, first)));
  }

  @ResolveField(() => [HonourAwardType], { description: 'Who received it' })
  awards(@Parent() honour: Honour, @Context() context: GraphContext) {
    return this.awardsOf.of(context, honour.id);
  }
}

@Resolver(() => RankingEntryType)
export class RankingEntryResolver {
  constructor(
    private readonly employees: EmployeeLoader,
    private readonly sheetLoader: AppraisalSheetLoader,
  ) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() entry: RankingEntry, @Context() context: GraphContext) {
    return this.employees.byId(context, entry.employeeId);
  }

  @ResolveField(() => [AppraisalSheetType], { description: 'Closed sheets that the values come from' })
  async sheets(@Parent() entry: RankingEntry, @Context() context: GraphContext) {
    const sheets = await Promise.all(entry.sheetIds.map((id) => this.sheetLoader.byId(context, id)));
    return sheets.filter((sheet) => sheet !== null);
  }
}

/** What is taken back. */
@Resolver(() => HonourAwardType)
export class HonourRevocationResolver {
  constructor(
    private readonly loader: HonourAwardLoader,
    private readonly queries: HonourQueries,
    private readonly revoke: RevokeHonour,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RevokeHonourPayload, { description: 'After a severe violation; nobody moves up (撤销荣誉)' })
  @Permit('hr.revoke-honour')
  revokeHonour(@Args('input') input: RevokeHonourInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      award: await this.loader.byId(context, await this.revoke.execute(context.actor, input)),
    }));
  }

  @Query(() => [HonourAwardType], { description: 'Held by people with a severe violation since, newest first (待核查荣誉)' })
  @Permit('hr.revoke-honour')
  honourAwardsInQuestion() {
    return this.queries.awardsInQuestion();
  }
}

/** Awards and their certificates, for everybody to see: they are given in public. */
@Resolver(() => HonourAwardType)
export class HonourAwardResolver {
  constructor(
    private readonly queries: HonourQueries,
    private readonly employees: EmployeeLoader,
    private readonly trainings: AskedTrainingsAbout,
    private readonly files: Files,
  ) {}

  @Query(() => HonourAwardConnection, { name: 'honourAwards', description: 'Newest first (获奖名单)' })
  @Permit('hr.read-honour')
  listHonourAwards(@Args() filter: HonourAwardArgs) {
    return this.queries.awards(filter);
  }

  @ResolveField(() => LocalDate, { nullable: true, description: 'Taken back on (撤销日)' })
  revokedOn(@Parent() award: HonourAward) {
    return award.revocation?.on ?? null;
  }

  @ResolveField(() => RevocationType, { nullable: true })
  @Permit('hr.read-honour-list')
  revocation(@Parent() award: HonourAward) {
    return award.revocation ?? null;
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() award: HonourAward, @Context() context: GraphContext) {
    return this.employees.byId(context, award.employeeId);
  }

  @ResolveField(() => String, { description: 'The certificate in Chinese, as HTML (荣誉证书)' })
  html(@Parent() award: HonourAward) {
    return htmlOf(honourCertificate(award));
  }

  @ResolveField(() => CertificateTicketType, { description: 'The same as a PDF, to GET from a signed address (证书下载)' })
  pdf(@Parent() award: HonourAward) {
    return this.files.madeTicket(award.id);
  }

  @ResolveField(() => [AskedTrainingType], { nullable: true, description: 'The training that came with it [5.8]' })
  @Permit('hr.read-career')
  async askedTrainings(@Parent() award: HonourAward, @Context() context: GraphContext) {
    const about = await this.trainings.of(context, award.honourId);
    return about.filter(({ employeeId }) => employeeId === award.employeeId);
  }
}
