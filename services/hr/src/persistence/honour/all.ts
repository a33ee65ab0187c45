import { HonourAwards, HonourRules, Honours } from './honour.repository.js';
import { honourAwardCollection, honourCollection, honourRuleCollection } from './honour.schema.js';

export const honourRecords = [HonourRules, Honours, HonourAwards];

export const honourCollections = [honourRuleCollection, honourCollection, honourAwardCollection];
