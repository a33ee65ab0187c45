import { AlertsOfApplication, RiskAlertLoader } from './risk-alert.loader.js';
import { RiskAlertFieldsResolver, RiskAlertResolver } from './risk-alert.resolver.js';

export const alertResolvers = [RiskAlertResolver, RiskAlertFieldsResolver];

export const alertEntities = [RiskAlertLoader];

export const alertLists = [AlertsOfApplication];
