// The columns that a file of leads or customers may have (导入模板), each with the words that people write above it. A column that nobody
// knows is refused and not ignored: what somebody typed there would be lost without a word.

export const IMPORT_KINDS = ['LEADS', 'CUSTOMERS'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What of a column's value is shown again: names, numbers and addresses are hidden as everywhere. */
export type Secrecy = 'open' | 'name' | 'phone' | 'identity' | 'text';

export interface ImportColumn {
  readonly key: string;
  readonly titleZh: string;
  /** Other words that mean the column, besides the key and the title. */
  readonly alsoCalled: readonly string[];
  readonly required: boolean;
  readonly secrecy: Secrecy;
  readonly example: string;
}

type Rest = Partial<Omit<ImportColumn, 'key' | 'titleZh'>>;
const column = (key: string, titleZh: string, example: string, rest: Rest = {}): ImportColumn => ({
  ...{ key, titleZh, example, alsoCalled: [], required: false, secrecy: 'open' },
  ...rest,
});

const PHONE = column('phone', '手机号', '13800138000', {
  alsoCalled: ['手机', '手机号码', '电话', '联系电话', 'mobile', 'phone number'],
  secrecy: 'phone',
});
const SALESPERSON = column('salesperson', '客户经理', '', { alsoCalled: ['客户经理编号', '业务员', '销售', 'salesperson id', 'owner'] });

const LEAD_COLUMNS: readonly ImportColumn[] = [
  column('channel', '渠道', '线上', { alsoCalled: ['获客渠道'], required: true }),
  column('onlineSource', '线上来源', '官网', { alsoCalled: ['来源', 'source'] }),
  column('activity', '线下活动', '', { alsoCalled: ['活动', '活动名称', 'activity id', 'activity name'] }),
  column('referrer', '推荐客户', '', { alsoCalled: ['推荐人', '推荐人证件号', 'referrer id'], secrecy: 'identity' }),
  column('partner', '合作机构', '', { alsoCalled: ['机构', '合作机构名称', 'partner id', 'partner name'] }),
  column('contactName', '联系人', '王先生', {
    ...{ alsoCalled: ['姓名', '客户姓名', '联系人姓名', 'name', 'contact'], required: true, secrecy: 'name' },
  }),
  PHONE,
  column('note', '备注', '想了解经营贷', { alsoCalled: ['说明', 'remark', 'remarks'], secrecy: 'text' }),
  SALESPERSON,
];

const CUSTOMER_COLUMNS: readonly ImportColumn[] = [
  column('type', '客户类型', '个人', { alsoCalled: ['类型', 'customer type'], required: true }),
  column('name', '客户名称', '王小明', {
    alsoCalled: ['姓名', '客户姓名', '名称', '企业名称', 'customer name'],
    required: true,
    secrecy: 'name',
  }),
  column('residentId', '身份证号', '11010519491231002X', {
    ...{ alsoCalled: ['身份证', '身份证号码', '证件号', '法人身份证号', 'id number'], required: true, secrecy: 'identity' },
  }),
  column('creditCode', '统一社会信用代码', '', { alsoCalled: ['信用代码', 'unified credit code'] }),
  column('representativeName', '法定代表人', '', { alsoCalled: ['法人', '法人姓名', 'representative'], secrecy: 'name' }),
  { ...PHONE, required: true },
  column('address', '地址', '北京市朝阳区某路 1 号', { alsoCalled: ['住址', '联系地址', '经营地址'], required: true, secrecy: 'text' }),
  column('occupation', '职业', '个体经营'),
  column('education', '学历', '大专', { alsoCalled: ['文化程度'] }),
  column('residence', '居住情况', '自有住房', { alsoCalled: ['住房情况'], secrecy: 'text' }),
  column('yearsAtResidence', '居住年限', '5'),
  column('businessMonths', '经营月数', '36', { alsoCalled: ['经营时长（月）'] }),
  column('industry', '行业', '餐饮', { alsoCalled: ['所属行业'] }),
  column('monthlyIncome', '月收入', '12000.00', { alsoCalled: ['月收入（元）'] }),
  column('monthlyExpense', '月支出', '5000.00', { alsoCalled: ['月支出（元）'] }),
  column('assets', '资产', '800000.00', { alsoCalled: ['总资产', '资产（元）'] }),
  column('liabilities', '负债', '100000.00', { alsoCalled: ['总负债', '负债（元）'] }),
  column('annualRevenue', '年营业额', '600000.00', { alsoCalled: ['年营业收入', '年营业额（元）'] }),
  column('employer', '工作单位', '某某学校', { alsoCalled: ['单位'], secrecy: 'text' }),
  column('position', '职务', '教师'),
  column('employedMonths', '在职月数', '36'),
  column('maritalStatus', '婚姻状况', '已婚', { alsoCalled: ['婚姻'] }),
  column('dependants', '供养人数', '1'),
  column('businessScope', '经营范围', '日用品零售', { secrecy: 'text' }),
  column('licenceIssuedOn', '执照发证日期', '2020-01-05'),
  column('licenceValidUntil', '执照有效期至', '9999-12-31'),
  column('premises', '经营场所', '租赁门店', { secrecy: 'text' }),
  column('employees', '员工人数', '3'),
  column('otherLoans', '他处贷款笔数', '0'),
  column('otherLoansAmount', '他处贷款余额', '0'),
  column('monthlyDebtService', '月还款额', '0'),
  column('guarantees', '对外担保金额', '0'),
  column('statedLatePayments', '自述逾期次数', '0', { alsoCalled: ['逾期次数'] }),
  column('purpose', '贷款用途', 'EQUIPMENT', { alsoCalled: ['用途', 'loan purpose'] }),
  column('amount', '需求金额', '100000.00', { alsoCalled: ['贷款金额', '需求金额（元）', 'loan amount'] }),
  column('termMonths', '需求期限', '12', { alsoCalled: ['贷款期限', '期限（月）', 'term'] }),
  column('method', '还款方式', '等额本息', { alsoCalled: ['repayment method'] }),
  SALESPERSON,
];

/** Every column that a file of this kind may have, in the order of the template. */
export function columnsOf(kind: ImportKind): readonly ImportColumn[] {
  return kind === 'LEADS' ? LEAD_COLUMNS : CUSTOMER_COLUMNS;
}

/** The title of a column as the template has it; the key when there is none. */
export function titleOf(kind: ImportKind, key: string): string {
  return columnsOf(kind).find((one) => one.key === key)?.titleZh ?? key;
}
