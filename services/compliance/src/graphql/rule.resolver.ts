import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RuleQueries } from '../queries/rule.queries.js';
import { AcknowledgeRule } from '../use-cases/acknowledge-rule/acknowledge-rule.use-case.js';
import { PublishRule } from '../use-cases/publish-rule/publish-rule.use-case.js';
import { AcknowledgementLoader, AcknowledgementsOfRule, CompanyRuleLoader } from './compliance.loader.js';
import { AcknowledgeRuleInput, PublishRuleInput } from './rule.input.js';
import {
  AcknowledgeRulePayload,
  CompanyRuleType,
  MissingAcknowledgementView,
  PublishRulePayload,
  RuleAcknowledgementType,
} from './rule.type.js';
import { EmployeeStub } from './stub.type.js';

@Resolver(() => CompanyRuleType)
export class CompanyRuleResolver {
  constructor(
    private readonly loader: CompanyRuleLoader,
    private readonly queries: RuleQueries,
    private readonly publishCase: PublishRule,
    private readonly given: AcknowledgementsOfRule,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [CompanyRuleType], { description: 'The newest version in force of each rule (现行制度)' })
  @Permit('compliance.read-rule')
  companyRules() {
    return this.queries.current();
  }

  @Mutation(() => PublishRulePayload, { description: 'Publish the next version of a rule (发布制度)' })
  @Permit('compliance.publish-rule')
  publishRule(@Args('input') input: PublishRuleInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      rule: await this.loader.byId(context, await this.publishCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [RuleAcknowledgementType], { nullable: true })
  @Permit('compliance.read-acknowledgement')
  acknowledgements(@Parent() rule: CompanyRuleType, @Context() context: GraphContext) {
    return this.given.of(context, rule.id);
  }
}

@Resolver(() => RuleAcknowledgementType)
export class RuleAcknowledgementResolver {
  constructor(
    private readonly loader: AcknowledgementLoader,
    private readonly rules: CompanyRuleLoader,
    private readonly queries: RuleQueries,
    private readonly acknowledgeCase: AcknowledgeRule,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [MissingAcknowledgementView], { description: 'Who owes an acknowledgement of a rule in force (未确认名单)' })
  @Permit('compliance.read-acknowledgement')
  missingAcknowledgements(@Args('ruleId', { type: () => ID, nullable: true }) ruleId: string | null) {
    return this.queries.missing(ruleId ?? null);
  }

  @Mutation(() => AcknowledgeRulePayload, { description: 'Say that one has read and keeps a rule (确认制度)' })
  @Permit('compliance.acknowledge-rule')
  acknowledgeRule(@Args('input') input: AcknowledgeRuleInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      acknowledgement: await this.loader.byId(context, await this.acknowledgeCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => CompanyRuleType, { nullable: true })
  rule(@Parent() acknowledgement: RuleAcknowledgementType, @Context() context: GraphContext) {
    return this.rules.byId(context, acknowledgement.ruleId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  employee(@Parent() acknowledgement: RuleAcknowledgementType) {
    return { id: acknowledgement.employeeId };
  }
}

@Resolver(() => MissingAcknowledgementView)
export class MissingAcknowledgementResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  employee(@Parent() missing: MissingAcknowledgementView) {
    return { id: missing.employeeId };
  }
}
