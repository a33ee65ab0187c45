import { DecidePromotion } from './decide-promotion.use-case.js';
import { PromotionDesk } from './promotion-desk.js';
import { ProposePromotion } from './propose-promotion.use-case.js';

export const promotionActs = [PromotionDesk, ProposePromotion, DecidePromotion];
