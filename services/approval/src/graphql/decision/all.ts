import { DecisionCheckResolver, ReportCitationResolver } from './decision-check.resolver.js';
import { ConditionChangeResolver, DecisionPaperResolver } from './condition-change.resolver.js';
import { DecisionElectorResolver, DecisionElectorsResolver } from './elector.resolver.js';
import { ConditionsResolver, TermsResolver } from './decision.resolver.js';

export const decisionResolvers = [
  TermsResolver,
  ConditionsResolver,
  ConditionChangeResolver,
  DecisionPaperResolver,
  DecisionCheckResolver,
  ReportCitationResolver,
  DecisionElectorsResolver,
  DecisionElectorResolver,
];
