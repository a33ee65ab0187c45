import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about leads, enquiries and proposals, with the rule behind it.
export const enquiryErrors = {
  CHANNEL_LINK_MISSING: { rule: '3.1', en: 'a lead from {channel} must name its {link}', zh: '{channel} 渠道的线索必须填写 {link}' },
  CHANNEL_LINK_FOREIGN: { rule: '3.1', en: 'a lead from {channel} has no {link}', zh: '{channel} 渠道的线索不应填写 {link}' },
  REFERRER_UNKNOWN: { rule: '3.3', en: 'the referring customer is not on file', zh: '推荐客户未建档' },
  ACTIVITY_UNKNOWN: { rule: '3.2', en: 'the activity is not on file', zh: '线下活动未登记' },
  PARTNER_NOT_ACTIVE: { rule: '3.4', en: 'the partner is not on the active list', zh: '合作机构不在有效名单内' },
  PARTNER_EXISTS: { rule: '3.4', en: 'a partner with this credit code is on the list', zh: '该信用代码的合作机构已在名单内' },
  LEAD_CLOSED: { rule: '2.8', en: 'the lead is {state}', zh: '线索状态为 {state}' },
  ENQUIRY_SOURCE_MISSING: { rule: '4.1', en: 'an enquiry comes from a lead or from a customer', zh: '咨询须对应线索或客户' },
  ENQUIRY_NEEDS_MISSING: { rule: '4.2', en: 'before a proposal the enquiry needs: {missing}', zh: '提出方案前须了解：{missing}' },
  PRODUCT_UNKNOWN: { rule: '4.1', en: 'there is no product {productId} in force', zh: '没有生效的产品 {productId}' },
  PRODUCT_UNSUITABLE: { rule: '7.3', en: 'the product does not allow this {what}: {allowed}', zh: '产品不支持该 {what}：{allowed}' },
  PROPOSAL_NOT_QUOTED: { rule: '4.3', en: 'the proposal is {state}', zh: '方案状态为 {state}' },
} as const satisfies RefusalCatalogue;
