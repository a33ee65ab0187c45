import { describe, expect, test } from '@jest/globals';
import { goodFormula, goodInputs } from '../../domain/bonus/bonus.builder.js';
import { computeBonus } from '../../domain/bonus/compute-bonus.js';
import type { BonusInputs } from '../../domain/bonus/compute-bonus.js';
import { decimal, lineText, percentText } from './bonus-words.js';

const textsOf = (inputs: Partial<BonusInputs>, formula = goodFormula) => {
  const { lines, inputs: of } = computeBonus(formula, { ...goodInputs, ...inputs });
  return lines.map((line) => lineText(line, of));
};

describe('[5.6] every line says in words how it came about', () => {
  test('of a bonus with its risk figures', () => {
    expect(textsOf({ overdueFen: 5_00, nplFen: 0, outstandingFen: 100_00, score: 612_345 })).toEqual([
      '发放金额 1,000,000.00 元 × 0.50%，得 5,000.00 元',
      '业绩 100.0000 分，系数 1.2000，得 6,000.00 元',
      '考核得分 61.2345 分，系数 0.6123，得 3,673.80 元',
      '逾期 5.00 元／余额 100.00 元，系数 0.8000，得 2,939.04 元',
      '不良 0.00 元／余额 100.00 元，系数 1.0000，得 2,939.04 元',
      '不超过 50,000.00 元，得 2,939.04 元',
      '不超过 7,500.00 元，得 2,939.04 元',
    ]);
  });

  test('of one below the least score, without risk figures', () => {
    const texts = textsOf({ score: 10_000 });
    expect(texts).toContain('逾期数据缺失，不影响奖金，系数 1.0000，得 100.00 元'.replace('100.00', '60.00'));
    expect(texts).toContain('考核得分低于最低要求，不发奖金');
  });

  test('of a base by level', () => {
    const base = { kind: 'FIXED_BY_LEVEL' as const, shareBps: null, levels: [{ level: 'salesperson', amountFen: 3_000_00 }] };
    expect(textsOf({}, { ...goodFormula, base })[0]).toBe('按岗位的固定基数，得 3,000.00 元');
    expect(textsOf({ levels: [] }, { ...goodFormula, base })[0]).toBe('公式未列其岗位，得 0.00 元');
  });
});

test.each([
  [0, '0.0000', '0.00%'],
  [5, '0.0005', '0.05%'],
  [12_000, '1.2000', '120.00%'],
])('%i is %s or %s', (scaled, text, percent) => {
  expect([decimal(scaled), percentText(scaled)]).toEqual([text, percent]);
});
