import { AdoptedImprovementLoader, FoundImprovementLoader, ImprovementLoader } from './improvement.loader.js';
import { ImprovementActsResolver, ImprovementResolver, PlanImprovementsResolver } from './improvement.resolver.js';

export const improvementResolvers = [ImprovementResolver, PlanImprovementsResolver, ImprovementActsResolver];
export const improvementLists = [ImprovementLoader, AdoptedImprovementLoader, FoundImprovementLoader];
