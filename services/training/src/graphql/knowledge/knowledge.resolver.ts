import { Args, ArgsType, Context, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { KnowledgeStanding, StandingState } from '../../domain/knowledge/knowledge-standing.js';
import { KnowledgeQueries } from '../../queries/knowledge/knowledge.queries.js';
import { AcceptKnowledgeCertificate } from '../../use-cases/knowledge/accept-knowledge-certificate.use-case.js';
import { PublishKnowledgeRules } from '../../use-cases/knowledge/publish-knowledge-rules.use-case.js';
import { TrainingTopicEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import {
  AcceptKnowledgeCertificateInput,
  AcceptKnowledgeCertificatePayload,
  KnowledgeRulesConnection,
  KnowledgeRulesType,
  KnowledgeStandingConnection,
  KnowledgeStandingType,
  KnowledgeStateEnum,
  PublishKnowledgeRulesInput,
  PublishKnowledgeRulesPayload,
} from './knowledge.type.js';

@ArgsType()
class KnowledgeStandingsArgs {
  @Field(() => KnowledgeStateEnum, { nullable: true, description: 'All that is required when none is named' })
  readonly state?: StandingState | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => TrainingTopicEnum, { nullable: true })
  readonly topic?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => KnowledgeStandingType)
export class KnowledgeStandingResolver {
  constructor(private readonly knowledge: KnowledgeQueries) {}

  @Query(() => KnowledgeStandingConnection, {
    description:
      'What people have to know and how they stand, the most overdue first; my own, everybody’s for who looks after it (合规知识)',
  })
  @Permit('training.read-knowledge')
  knowledgeStandings(@Args() wanted: KnowledgeStandingsArgs, @Context() context: GraphContext) {
    return this.knowledge.standings(wanted, context.actor);
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() standing: KnowledgeStanding) {
    return { id: standing.employeeId };
  }
}

@Resolver(() => KnowledgeRulesType)
export class KnowledgeRulesResolver {
  constructor(
    private readonly knowledge: KnowledgeQueries,
    private readonly publish: PublishKnowledgeRules,
    private readonly accept: AcceptKnowledgeCertificate,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => KnowledgeRulesConnection, { description: 'Versions of what each role has to know, newest first (岗位必备知识)' })
  @Permit('training.read-knowledge')
  knowledgeRules(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.knowledge.rules({ first, after });
  }

  @Mutation(() => PublishKnowledgeRulesPayload, {
    description: 'Publishes the next version of what each role has to know (发布必备知识规则)',
  })
  @Permit('training.publish-knowledge-rules')
  publishKnowledgeRules(@Args('input') input: PublishKnowledgeRulesInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const [rules] = await this.knowledge.rulesByIds([await this.publish.execute(context.actor, input)]);
      return { rules };
    });
  }

  @Mutation(() => AcceptKnowledgeCertificatePayload, { description: 'Accepts a certificate of others as proof (受理证书)' })
  @Permit('training.accept-certificate')
  acceptKnowledgeCertificate(@Args('input') input: AcceptKnowledgeCertificateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const [standing] = await this.knowledge.byIds([await this.accept.execute(context.actor, input)], context.actor);
      return { standing };
    });
  }
}
