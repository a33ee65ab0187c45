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
  ENQUIRY_OF_ANOTHER: { rule: '4.1', en: 'the enquiry is of another customer: open one for him', zh: '该咨询属于其他客户，请另行登记咨询' },
  ENQUIRY_SOURCE_MISSING: { rule: '4.1', en: 'an enquiry comes from a lead or from a customer', zh: '咨询须对应线索或客户' },
  ENQUIRY_NEEDS_MISSING: { rule: '4.2', en: 'before a proposal the enquiry needs: {missing}', zh: '提出方案前须了解：{missing}' },
  PRODUCT_UNKNOWN: { rule: '4.1', en: 'there is no product {productId} in force', zh: '没有生效的产品 {productId}' },
  PRODUCT_UNSUITABLE: { rule: '7.3', en: 'the product does not allow this {what}: {allowed}', zh: '产品不支持该 {what}：{allowed}' },
  PROPOSAL_EXPIRED: {
    rule: '4.3',
    en: 'the price held until {validUntil}: quote it anew',
    zh: '方案报价有效期至 {validUntil}，请重新报价',
  },
  PROPOSAL_STANDS: {
    rule: '4.3',
    en: 'the price holds until {validUntil}: use this proposal',
    zh: '方案报价在 {validUntil} 前有效，请使用该方案',
  },
  PROPOSAL_OF_ANOTHER: { rule: '4.4', en: 'the proposal was made for another customer', zh: '该方案属于其他客户' },
  DISCLOSURE_MISSING: {
    rule: '7.9',
    en: 'show the customer the mandatory disclosure in force for this product and record that he confirmed it',
    zh: '请向客户出示该产品现行的强制披露内容并登记其确认',
  },
  DISCLOSURE_OUTDATED: {
    rule: '7.9',
    en: 'the text in force is that of {version}: show it and confirm it again',
    zh: '现行披露文本版本为 {version}，请重新出示并确认',
  },
  DISCLOSURE_NOT_CONFIRMED: { rule: '7.9', en: 'the customer has to confirm the disclosure', zh: '须由客户确认披露内容' },
  ENQUIRY_CLOSED: { rule: '4.1', en: 'the enquiry is closed ({outcome}): open another one', zh: '咨询已结束（{outcome}），请新建咨询' },
  RECORDED_TOO_LATE: {
    rule: 'record.late-days',
    en: 'what took place on {on} is not recorded any more, only what took place from {from} on: record today what you know of it as a contact of today',
    zh: '{on} 发生的事项已超过补录期限，仅可补录 {from} 起的事项：请按今日沟通登记已知情况',
  },
  INTERACTION_ABOUT_MISSING: {
    rule: '2.9',
    en: 'a conversation is with a lead, a customer or about an enquiry',
    zh: '沟通记录须对应线索、客户或咨询',
  },
  INTERACTION_IN_FUTURE: { rule: '2.9', en: 'a conversation is recorded after it was held', zh: '沟通时间不能晚于当前时间' },
  NEXT_STEP_INCOMPLETE: {
    rule: '2.9',
    en: 'a next step has words and a day that is not before the conversation',
    zh: '下一步计划须写明内容和日期，且不早于沟通当日',
  },
  NEXT_STEP_UNKNOWN: { rule: '2.9', en: 'there is no open next step of {interactionId}', zh: '沟通记录 {interactionId} 没有待办的下一步' },
  PROPOSAL_NOT_QUOTED: { rule: '4.3', en: 'the proposal is {state}', zh: '方案状态为 {state}' },
} as const satisfies RefusalCatalogue;
