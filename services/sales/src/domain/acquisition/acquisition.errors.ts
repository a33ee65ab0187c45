import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about campaigns, activities, leads on their way, partners and referrals, with the rule behind it.
export const acquisitionErrors = {
  PERIOD_INVALID: { rule: '3.1', en: 'the period ends on {to}, before it begins on {from}', zh: '期间截止日 {to} 早于起始日 {from}' },
  CAMPAIGN_UNKNOWN: { rule: '3.1', en: 'the campaign is not on file', zh: '营销活动计划未登记' },
  CAMPAIGN_CLOSED: { rule: '3.1', en: 'the campaign was closed on {closedOn}', zh: '营销活动计划已于 {closedOn} 结束' },
  ACTIVITY_OUTSIDE_CAMPAIGN: {
    rule: '3.2',
    en: 'the activity is on {heldOn}, the campaign runs from {from} to {to}',
    zh: '活动日期 {heldOn} 不在营销计划期间 {from} 至 {to} 内',
  },
  ACTIVITY_KIND_FOREIGN: {
    rule: '3.2',
    en: 'a lead from {channel} does not come from an activity {kind}',
    zh: '{channel} 线索不能来自 {kind} 活动',
  },
  ACTIVITY_CANCELLED: {
    rule: '3.2',
    en: 'the activity was cancelled: name the one that was held',
    zh: '该活动已取消，请选择实际举办的活动',
  },
  ACTIVITY_NOT_YET: {
    rule: '3.2',
    en: 'the activity is on {heldOn}: record it as held on that day or later',
    zh: '活动日期为 {heldOn}，请在当日或之后登记举办结果',
  },
  COST_UNCHANGED: { rule: '3.2', en: 'the cost is {cost} fen already', zh: '费用已是 {cost} 分' },
  MATERIAL_INCOMPLETE: {
    rule: '7.8',
    en: 'name the approved material by its title and its version',
    zh: '请同时填写经审核的宣传材料名称和版本',
  },
  LEAD_EXISTS: {
    rule: '2.8',
    en: 'the open lead {leadId} has this mobile number: go on with it, or say why another one is needed',
    zh: '线索 {leadId} 使用此手机号码且尚未关闭：请继续跟进，或说明另建线索的理由',
  },
  LEAD_WITH_COLLEAGUE: {
    rule: '2.8',
    en: 'an open lead with this mobile number is not yours: ask the sales manager',
    zh: '已有他人负责的线索使用此手机号码：请联系销售经理',
  },
  CUSTOMER_HAS_PHONE: {
    rule: '2.8',
    en: 'the customer {customerId} has this mobile number: open an enquiry for him, or say why a lead is needed',
    zh: '客户 {customerId} 使用此手机号码：请直接受理咨询，或说明另建线索的理由',
  },
  CUSTOMER_OF_COLLEAGUE: {
    rule: '2.8',
    en: 'a customer with this mobile number is not yours: ask the sales manager',
    zh: '已有他人负责的客户使用此手机号码：请联系销售经理',
  },
  DISTRICT_INVALID: { rule: '2.8', en: 'write the district by its six-digit code (GB/T 2260)', zh: '请填写六位行政区划代码（GB/T 2260）' },
  ASSIGNMENT_NOT_YOURS: { rule: '2.8', en: 'only the sales manager assigns leads to others', zh: '只有销售经理可以向他人分配线索' },
  LEAD_UNASSIGNED: { rule: '2.8', en: 'nobody looks after the lead yet: assign it first', zh: '线索尚未分配，请先分配销售人员' },
  LEAD_ASSIGNED: { rule: '2.8', en: 'the lead {leadId} is with {salespersonId} already', zh: '线索 {leadId} 已由 {salespersonId} 负责' },
  NO_SALESPERSON: { rule: '2.8', en: 'no active salesperson is there to take the lead {where}', zh: '没有可分配的在岗销售人员 {where}' },
  LEAD_CONVERTED: { rule: '2.8', en: 'the lead has become a customer already', zh: '线索已转化为客户' },
  LEAD_REOPENED_BEFORE: { rule: '2.8', en: 'a lead is reopened once: register a new one', zh: '线索只能重新打开一次，请登记新线索' },
  CONTACT_IN_FUTURE: { rule: '2.8', en: 'a contact is recorded after it was made', zh: '联系发生后方可登记' },
  CONTACT_BEFORE_LEAD: { rule: '1.6', en: 'nobody was contacted before he was a lead', zh: '联系时间不能早于线索登记时间' },
  NEXT_CONTACT_PAST: { rule: '2.8', en: 'the next contact is today or later', zh: '下次联系日期应为今天或之后' },
  REFERRER_IS_SELF: { rule: '3.3', en: 'nobody recommends himself', zh: '客户不能推荐自己' },
  PARTNER_AGREEMENT_OVERLAPS: {
    rule: '3.4',
    en: 'the agreement in force runs to {to}: the renewal begins after it',
    zh: '现行协议至 {to}，续签应在其后开始',
  },
  REFERRER_BARRED: { rule: '3.3', en: 'this customer is barred from referral credit already', zh: '该客户已被排除在推荐奖励之外' },
  FUNNEL_PERIOD_TOO_LONG: { rule: '2.8', en: 'a funnel covers at most {days} days', zh: '漏斗统计期间最长 {days} 天' },
} as const satisfies RefusalCatalogue;
