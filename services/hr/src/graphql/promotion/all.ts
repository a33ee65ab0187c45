import { PromotionLoader } from './promotion.loader.js';
import {
  EligibilityResolver,
  PromotionActsResolver,
  PromotionReasonResolver,
  PromotionResolver,
  PromotionWordResolver,
} from './promotion.resolver.js';

export const promotionResolvers = [
  PromotionActsResolver,
  PromotionResolver,
  EligibilityResolver,
  PromotionReasonResolver,
  PromotionWordResolver,
];

export const promotionEntities = [PromotionLoader];
