import { LeaderlessPeople } from './leaderless.repository.js';
import { PromotionFactsReader } from './promotion-facts.repository.js';
import { Promotions } from './promotion.repository.js';
import { promotionCollection } from './promotion.schema.js';

export const promotionRecords = [Promotions, PromotionFactsReader, LeaderlessPeople];

export const promotionCollections = [promotionCollection];
