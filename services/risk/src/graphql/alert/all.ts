import { AlertsOfApplication, RiskAlertLoader } from './risk-alert.loader.js';
import { AlertStepsResolver, AssessmentResolver } from './alert-steps.resolver.js';
import { AlertDashboardResolver } from './alert-dashboard.resolver.js';
import { MeasureActsResolver } from './measure-acts.resolver.js';
import { RiskAlertFieldsResolver, RiskAlertResolver } from './risk-alert.resolver.js';

export const alertResolvers = [
  RiskAlertResolver,
  RiskAlertFieldsResolver,
  AlertStepsResolver,
  AssessmentResolver,
  MeasureActsResolver,
  AlertDashboardResolver,
];

export const alertEntities = [RiskAlertLoader];

export const alertLists = [AlertsOfApplication];
