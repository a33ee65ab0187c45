import { AwardsOfHonour, HonourAwardLoader, HonourLoader, HonourRuleLoader } from './honour.loader.js';
import {
  HonourActsResolver,
  HonourAwardResolver,
  HonourResolver,
  HonourRevocationResolver,
  RankingEntryResolver,
} from './honour.resolver.js';

export const honourResolvers = [HonourActsResolver, HonourResolver, RankingEntryResolver, HonourAwardResolver, HonourRevocationResolver];

export const honourEntities = [HonourLoader, HonourAwardLoader];

export const honourLists = [HonourRuleLoader, AwardsOfHonour];
