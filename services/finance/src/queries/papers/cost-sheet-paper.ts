import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Paper, Table } from '@weilend/documents';
import type { StoredCostSheet } from '../../persistence/cost-sheet.repository.js';
import { percent } from '../../domain/schedule/annual-cost.js';
import { dayText, METHOD_WORDS } from './words.js';

/** The cost sheet as the borrower reads it: every figure and word is the stored one, and its hash stands on every page [4.17, 7.9]. */
export function costSheetPaper(sheet: StoredCostSheet): Paper {
  const { terms } = sheet;
  return {
    title: '综合融资成本明示表',
    blocks: [
      facts(
        ['编号', sheet.id],
        ['合同编号', sheet.contractId],
        ['借款本金', `￥${amountText(terms.amountFen)}`],
        ['期限', `${terms.termMonths} 个月`],
        ['年利率（单利）', percent(terms.annualRate)],
        ['还款方式', METHOD_WORDS[terms.method]],
        ['计息起始日', dayText(sheet.startOn)],
      ),
      heading('一、正常履约成本'),
      itemsTable(sheet),
      facts(
        ['综合融资成本合计', `￥${amountText(sheet.totalCostFen)}`],
        ['综合融资成本年化（复利）', percent(sheet.annualCostCompound)],
        ['综合融资成本年化（单利）', percent(sheet.annualCostSimple)],
        ['计算方法', sheet.measure],
      ),
      heading('二、违约情形下的或有成本（正常履约时不产生）'),
      contingentTable(sheet),
      heading('三、还款计划'),
      scheduleTable(sheet),
      heading('四、声明'),
      paragraph(sheet.statement),
    ],
    footer: [`明示表编号：${sheet.id}`, `内容校验码（SHA-256）：${sheet.hash}`],
    madeAt: sheet.issuedAt,
  };
}

function itemsTable({ items }: StoredCostSheet): Table {
  const rows = items.map(({ name, way, standard, payee, amountFen }) => [name, way, standard, payee, amountText(amountFen)]);
  return table(
    [
      { title: '项目', share: 2 },
      { title: '收取方式', share: 4 },
      { title: '收取标准', share: 4 },
      { title: '收取主体', share: 2 },
      { title: '金额（元）', share: 3, align: 'end' },
    ],
    rows,
  );
}

function contingentTable({ contingent }: StoredCostSheet): Table {
  const rows = contingent.map(({ name, standard, annualRate, exampleFen }) => [
    name,
    standard,
    percent(annualRate),
    amountText(exampleFen),
  ]);
  return table(
    [
      { title: '项目', share: 2 },
      { title: '计算标准', share: 7 },
      { title: '年利率', share: 2, align: 'end' },
      { title: '示例金额（元）', share: 3, align: 'end' },
    ],
    rows,
  );
}

function scheduleTable({ rows }: StoredCostSheet): Table {
  const cells = rows.map(({ no, dueOn, principalFen, interestFen, totalFen, balanceFen }) => [
    ...[String(no), dueOn],
    ...[principalFen, interestFen, totalFen, balanceFen].map(amountText),
  ]);
  return table(
    [
      { title: '期数', share: 1 },
      { title: '到期日', share: 2 },
      { title: '本金（元）', share: 2, align: 'end' },
      { title: '利息（元）', share: 2, align: 'end' },
      { title: '合计（元）', share: 2, align: 'end' },
      { title: '剩余本金（元）', share: 2, align: 'end' },
    ],
    cells,
  );
}
