import { ConditionsResolver, TermsResolver } from './decision.resolver.js';

export const decisionResolvers = [TermsResolver, ConditionsResolver];
