import { DomainError, refuseAll } from '@weilend/kernel';
import type { BonusBase, BonusFormula, Curve, RiskBand } from './formula.js';
import { BASE_KINDS, CURVE_KINDS, LATE_BUCKETS, SCALE, WORSE_CLASSES } from './formula.js';

/**
 * What a bonus formula must be like before anybody may draft it: more performance or a better score never brings less, more risk never brings more,
 * there is a ceiling, and nothing is deferred or taken back beyond the whole [5.6]. Every mistake is told at its field, all at once.
 */
const MOST_POINTS = 120;
const MOST_COEFFICIENT_BPS = 5 * SCALE;
const MOST_QUARTERS = 12;
const MOST_LINES = 50;
const LEVEL = /^[A-Za-z][A-Za-z0-9_-]{1,39}$/;

type Problem = readonly [problem: { readonly en: string; readonly zh: string }, field: string];

/** Throws BONUS_FORMULA_INVALID for everything that is wrong, each with its field. */
export function checkFormula(formula: BonusFormula): void {
  const found: Problem[] = [
    ...baseProblems(formula.base),
    ...curveProblems(formula.performance, 'performance'),
    ...curveProblems(formula.score, 'score'),
    ...bandProblems(formula.risk.overdue, 'risk.overdue'),
    ...bandProblems(formula.risk.npl, 'risk.npl'),
    ...capProblems(formula),
    ...whole(formula.minScore, [0, MOST_POINTS], 'minScore'),
    ...heldProblems(formula),
    ...badProblems(formula),
  ];
  refuseAll(
    found.map(
      ([problem, field]) =>
        new DomainError('BONUS_FORMULA_INVALID', { field, problem: problem.en, problemZh: problem.zh }, `formula.${field}`),
    ),
  );
}

function baseProblems({ kind, shareBps, levels }: BonusBase): Problem[] {
  if (!BASE_KINDS.includes(kind)) return [[{ en: 'choose one of the bases', zh: '请选择一种基数' }, 'base.kind']];
  if (kind === 'SHARE_OF_LOANS') {
    const mixed: Problem[] =
      levels.length > 0
        ? [[{ en: 'leave the levels out: the base is a share of the loans', zh: '按贷款比例计算时不要填写岗位' }, 'base.levels']]
        : [];
    return [...mixed, ...whole(shareBps, [1, SCALE], 'base.shareBps')];
  }
  const found: Problem[] =
    shareBps === null ? [] : [[{ en: 'leave the share out: the base is fixed', zh: '固定基数不要填写比例' }, 'base.shareBps']];
  if (levels.length === 0 || levels.length > MOST_LINES)
    found.push([{ en: `name 1 to ${MOST_LINES} levels`, zh: `请填写 1 至 ${MOST_LINES} 个岗位` }, 'base.levels']);
  if (new Set(levels.map(({ level }) => level)).size !== levels.length)
    found.push([{ en: 'a level stands twice', zh: '岗位重复，请删去一个' }, 'base.levels']);
  return [
    ...found,
    ...levels.flatMap(({ level, amountFen }, no): Problem[] => [
      ...(LEVEL.test(level)
        ? []
        : [
            [
              {
                en: 'name a level of the career ladder or a role, e.g. SUPERVISOR or salesperson',
                zh: '请填写职级或角色，例如 SUPERVISOR 或 salesperson',
              },
              `base.levels.${no}.level`,
            ] as const,
          ]),
      ...whole(amountFen, [1, Number.MAX_SAFE_INTEGER], `base.levels.${no}.amountFen`),
    ]),
  ];
}

function curveProblems({ kind, points }: Curve, field: string): Problem[] {
  if (!CURVE_KINDS.includes(kind)) return [[{ en: 'choose steps or a line', zh: '请选择阶梯或直线' }, `${field}.kind`]];
  if (points.length === 0 || points.length > MOST_LINES)
    return [[{ en: `give 1 to ${MOST_LINES} points`, zh: `请填写 1 至 ${MOST_LINES} 个点` }, `${field}.points`]];
  const found = points.flatMap(({ at, coefficientBps }, no): Problem[] => [
    ...whole(at, [0, MOST_POINTS], `${field}.points.${no}.at`),
    ...whole(coefficientBps, [0, MOST_COEFFICIENT_BPS], `${field}.points.${no}.coefficientBps`),
  ]);
  if (points[0]?.at !== 0) found.push([{ en: 'begin at 0 points', zh: '请从 0 分开始' }, `${field}.points.0.at`]);
  points.forEach((point, no) => {
    const before = points[no - 1];
    if (!before) return;
    if (point.at <= before.at) found.push([{ en: 'let the points rise', zh: '分数须逐点递增' }, `${field}.points.${no}.at`]);
    if (point.coefficientBps < before.coefficientBps)
      found.push([
        { en: 'never less for more: raise the coefficient', zh: '分数更高时系数不得更低，请提高系数' },
        `${field}.points.${no}.coefficientBps`,
      ]);
  });
  return found;
}

function bandProblems(bands: readonly RiskBand[], field: string): Problem[] {
  if (bands.length === 0) return [];
  if (bands.length > MOST_LINES) return [[{ en: `give at most ${MOST_LINES} bands`, zh: `最多 ${MOST_LINES} 档` }, field]];
  const found = bands.flatMap(({ fromBps, coefficientBps }, no): Problem[] => [
    ...whole(fromBps, [0, SCALE], `${field}.${no}.fromBps`),
    ...whole(coefficientBps, [0, SCALE], `${field}.${no}.coefficientBps`),
  ]);
  if (bands[0]?.fromBps !== 0) found.push([{ en: 'begin at 0', zh: '请从 0 开始' }, `${field}.0.fromBps`]);
  bands.forEach((band, no) => {
    const before = bands[no - 1];
    if (!before) return;
    if (band.fromBps <= before.fromBps) found.push([{ en: 'let the bands rise', zh: '各档须逐档递增' }, `${field}.${no}.fromBps`]);
    if (band.coefficientBps > before.coefficientBps)
      found.push([
        { en: 'never more for more risk: lower the coefficient', zh: '风险更高时系数不得更高，请降低系数' },
        `${field}.${no}.coefficientBps`,
      ]);
  });
  return found;
}

function capProblems({ caps }: BonusFormula): Problem[] {
  const share = caps.shareOfBaseBps === null ? [] : whole(caps.shareOfBaseBps, [1, 100 * SCALE], 'caps.shareOfBaseBps');
  return [...whole(caps.personFen, [1, Number.MAX_SAFE_INTEGER], 'caps.personFen'), ...share];
}

function heldProblems({ deferral, clawback }: BonusFormula): Problem[] {
  const found = [['deferral', deferral] as const, ['clawback', clawback] as const].flatMap(([field, { shareBps, quarters }]): Problem[] => [
    ...whole(shareBps, [0, SCALE], `${field}.shareBps`),
    ...whole(quarters, [shareBps > 0 ? 1 : 0, MOST_QUARTERS], `${field}.quarters`),
  ]);
  return found;
}

function badProblems({ bad }: BonusFormula): Problem[] {
  return [
    ...(LATE_BUCKETS.includes(bad.bucket)
      ? []
      : [[{ en: 'choose from when on a late loan is bad', zh: '请选择从哪一逾期档次起算不良' }, 'bad.bucket'] as const]),
    ...(WORSE_CLASSES.includes(bad.loanClass)
      ? []
      : [[{ en: 'choose from which class on a loan is bad', zh: '请选择从哪一类贷款起算不良' }, 'bad.loanClass'] as const]),
  ];
}

function whole(value: number | null, [from, to]: readonly [number, number], field: string): Problem[] {
  if (value !== null && Number.isSafeInteger(value) && value >= from && value <= to) return [];
  if (to === Number.MAX_SAFE_INTEGER) return [[{ en: `a whole number from ${from} on`, zh: `须为不小于 ${from} 的整数` }, field]];
  return [[{ en: `a whole number from ${from} to ${to}`, zh: `须为 ${from} 至 ${to} 的整数` }, field]];
}
