import { KnowledgeRulesets, KnowledgeStandings } from './knowledge.repository.js';
import { knowledgeRulesCollection, knowledgeStandingCollection } from './knowledge.schema.js';

export const knowledgeRepositories = [KnowledgeRulesets, KnowledgeStandings];
export const knowledgeCollections = [knowledgeRulesCollection, knowledgeStandingCollection];
