import { RiskOpinionResolver } from './opinion.resolver.js';

export const opinionResolvers = [RiskOpinionResolver];
