import { parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { TemplateSection } from './template-text.js';

// The texts that the company starts with. 2026-1 is the one of seven clauses that contracts were written on before templates were kept as
// data, to the letter, so that such a contract is still found on its own text; 2026-2 is the whole one. Later editions come by proposal.

export interface FirstTemplate {
  readonly id: string;
  readonly edition: string;
  readonly effectiveFrom: LocalDate;
  readonly sections: readonly TemplateSection[];
}

const section = (key: string, title: string, text: string, isOptional = false): TemplateSection => ({ key, title, text, isOptional });

const parties = section('PARTIES', '合同双方', '贷款人：{lender}。借款人：{borrower}。');
const amount = section(
  'AMOUNT',
  '借款金额',
  '借款金额为人民币{amount}元（大写：{amountCapitals}）。贷款人不从本金中先行扣除利息及任何费用。借款用途：{purpose}，借款人不得改变用途。',
);
const term = section('TERM', '借款期限', '借款期限为{term}，自实际放款之日起算；预计起始日为{startOn}。');
const rate = section(
  'RATE',
  '借款利率',
  '借款年利率为{rate}（单利，固定）。综合融资成本以借款人确认的《综合融资成本明示表》为准，除该表所列项目外不收取任何费用。',
);
const method = section('REPAYMENT_METHOD', '还款方式', '还款方式为{method}，各期应还金额以还款计划为准。');
const liability = section(
  'DEFAULT_LIABILITY',
  '违约责任',
  '借款人逾期的，对逾期本金按合同利率的{overdueFactor}倍计收罚息，直至清偿；综合成本不超过法律及监管规定的上限。借款人改变用途的，贷款人有权停止发放、提前收回借款。',
);
const rights = section(
  'RIGHTS_AND_DUTIES',
  '双方权利与义务',
  '贷款人有权了解借款使用情况，并有义务按约足额发放借款、保护借款人个人信息。借款人有权提前还款、查询还款记录、投诉，并有义务如实提供信息、按约还款、配合贷后检查。',
);
const fees = section(
  'FEES',
  '费用',
  '贷款人只收取《综合融资成本明示表》列明并公示的费用，不以咨询费、服务费、保证金等名义另行收费，也不委托他人收取。',
);
const early = section(
  'EARLY_REPAYMENT',
  '提前还款',
  '借款人可以提前归还部分或全部借款，应提前通知贷款人；利息按实际使用天数计算，提前还款的费用以《综合融资成本明示表》所列为限。',
);
const data = section(
  'DATA_USE',
  '个人信息的使用',
  '贷款人仅为审查、发放、管理和收回本笔借款处理借款人的个人信息，经借款人书面授权方可查询和报送信用信息，不向无关第三方提供，并按法律规定的期限保存。',
);
const dispute = section(
  'DISPUTE',
  '争议解决',
  '因本合同发生争议的，双方先行协商，借款人可向贷款人投诉或申请调解；协商不成的，任何一方可向贷款人住所地有管辖权的人民法院起诉。',
);
const guarantee = section(
  'GUARANTEE',
  '担保',
  '担保人对本合同项下的全部债务承担保证责任，保证方式及范围以担保人另行签署的保证合同为准。',
  true,
);
const jointBorrower = section(
  'JOINT_BORROWER',
  '共同借款人',
  '共同借款人与借款人对本合同项下的全部债务承担连带清偿责任，并已知悉本合同全部内容。',
  true,
);

export const FIRST_TEMPLATES: readonly [FirstTemplate, FirstTemplate] = [
  {
    ...{ id: 'ctt_00000000000000000000000001', edition: '2026-1', effectiveFrom: parseLocalDate('2019-01-01') },
    sections: [parties, amount, term, rate, method, liability, rights],
  },
  {
    ...{ id: 'ctt_00000000000000000000000002', edition: '2026-2', effectiveFrom: parseLocalDate('2020-01-01') },
    sections: [parties, amount, term, rate, method, fees, early, liability, rights, data, dispute, guarantee, jointBorrower],
  },
];
