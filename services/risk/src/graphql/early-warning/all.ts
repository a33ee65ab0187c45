import { WarningRuleLoader } from './warning-rule.loader.js';
import { WarningRuleResolver } from './warning-rule.resolver.js';

export const warningRuleResolvers = [WarningRuleResolver];

export const warningRuleEntities = [WarningRuleLoader];
