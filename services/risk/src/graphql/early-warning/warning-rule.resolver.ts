import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { WarningRuleQueries } from '../../queries/early-warning/warning-rule.queries.js';
import { KeepWarningRules } from '../../use-cases/early-warning/keep-warning-rules.use-case.js';
import { WarningRuleLoader } from './warning-rule.loader.js';
import {
  ActivateWarningRuleInput,
  ActivateWarningRulePayload,
  DraftWarningRuleInput,
  DraftWarningRulePayload,
  RetireWarningRuleInput,
  RetireWarningRulePayload,
  WarningRuleConnection,
  WarningRuleFilterArgs,
  WarningRuleType,
} from './warning-rule.type.js';

/** Early-warning rules: written by one, put in force by another. */
@Resolver(() => WarningRuleType)
export class WarningRuleResolver {
  constructor(
    private readonly loader: WarningRuleLoader,
    private readonly rules: WarningRuleQueries,
    private readonly keep: KeepWarningRules,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => WarningRuleConnection, { name: 'warningRules', description: 'Early-warning rules, newest version first (预警规则)' })
  @Permit('risk.read-warning-rule')
  listRules(@Args() filter: WarningRuleFilterArgs) {
    return this.rules.list(filter);
  }

  @Mutation(() => DraftWarningRulePayload, { description: 'Writes a version of a rule; not in force yet (起草预警规则)' })
  @Permit('risk.draft-warning-rule')
  draftWarningRule(@Args('input') input: DraftWarningRuleInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.draft(context.actor, input));
  }

  @Mutation(() => ActivateWarningRulePayload, {
    description: 'A second person puts a rule in force; the version before retires (启用预警规则)',
  })
  @Permit('risk.activate-warning-rule')
  activateWarningRule(@Args('input') input: ActivateWarningRuleInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.activate(context.actor, input));
  }

  @Mutation(() => RetireWarningRulePayload, { description: 'Takes a rule out of force, or a draft away (停用预警规则)' })
  @Permit('risk.retire-warning-rule')
  retireWarningRule(@Args('input') input: RetireWarningRuleInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.retire(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ warningRule: await this.loader.byId(context, await act()) }));
  }
}
