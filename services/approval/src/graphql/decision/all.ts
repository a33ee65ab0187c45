import { DecisionCheckResolver, ReportCitationResolver } from './decision-check.resolver.js';
import { ConditionsResolver, TermsResolver } from './decision.resolver.js';

export const decisionResolvers = [TermsResolver, ConditionsResolver, DecisionCheckResolver, ReportCitationResolver];
