import { KnowledgeRulesResolver, KnowledgeStandingResolver } from './knowledge.resolver.js';

export const knowledgeResolvers = [KnowledgeStandingResolver, KnowledgeRulesResolver];
