import { ConditionChangeResolver, DecisionPaperResolver } from './condition-change.resolver.js';
import { ConditionsResolver, TermsResolver } from './decision.resolver.js';

export const decisionResolvers = [TermsResolver, ConditionsResolver, ConditionChangeResolver, DecisionPaperResolver];
