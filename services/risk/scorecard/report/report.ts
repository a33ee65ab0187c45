// The report on a fitted card, as Markdown: it opens with the pictures, and every figure in it was computed by the run that wrote it.
import type { Evaluation } from '../evaluate.ts';
import { COLUMNS } from '../application-form.ts';
import type { Banded } from '../fit/bands.ts';
import { mean } from '../fit/cross-validate.ts';
import { badChanceAt } from '../fit/points.ts';
import { badRateOf, groupName, groupsOf } from '../measures/groups.ts';
import { giniOf } from '../measures/separation.ts';
import { countsIn, limitsOf, psiOf } from '../measures/stability.ts';
import { calibrationPlot, chanceIn, distributionPlot, ksPlot, rocPlot } from './plots.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const BANDS = 10;

/** File name -> text. */
export function reportFiles(evaluation: Evaluation): Readonly<Record<string, string>> {
  const { unseen, fitted, plan } = evaluation;
  const cuts = fitted.card.grades.map(({ atLeast }) => atLeast).filter((cut) => cut > 0);
  return {
    'report.md': reportOf(evaluation),
    'roc.svg': rocPlot(unseen),
    'ks.svg': ksPlot(unseen),
    'calibration.svg': calibrationPlot(unseen, plan.recipe.scale),
    'distribution.svg': distributionPlot(unseen, cuts),
  };
}

function reportOf(evaluation: Evaluation): string {
  const { id, version } = evaluation.plan;
  return [
    `# Scorecard ${id}, version ${version}`,
    '',
    '| | |',
    '| --- | --- |',
    '| ![ROC](roc.svg) | ![KS](ks.svg) |',
    '| ![Calibration](calibration.svg) | ![Scores](distribution.svg) |',
    '',
    'Every application in the pictures was scored by a card that was fitted without it (ten parts, seed 1): whole points of the whole procedure, not chances of a model.',
    '',
    ...figures(evaluation),
    ...bandsSection(evaluation),
    ...gradesSection(evaluation),
    ...stabilitySection(evaluation),
    ...attributesSection(evaluation),
    ...choicesSection(evaluation),
    ...originSection(evaluation),
    '',
  ].join('\n');
}

function figures({ seeds, provenance }: Evaluation): string[] {
  const aucs = seeds.map(({ auc }) => auc);
  const folds = seeds.flatMap((one) => one.folds.map(({ auc }) => auc));
  return [
    '## How well it separates',
    '',
    '| figure | applications not seen | rows of the fit |',
    '| --- | --- | --- |',
    `| area under the ROC curve (AUC) | **${mean(aucs).toFixed(4)}** | ${provenance.aucOnOwnRows.toFixed(4)} |`,
    `| Gini | ${giniOf(mean(aucs)).toFixed(4)} | ${giniOf(provenance.aucOnOwnRows).toFixed(4)} |`,
    `| KS | ${provenance.ksCrossValidated.toFixed(4)} | |`,
    '',
    `Not seen: average over ${seeds.length} repetitions of ${provenance.folds} stratified parts; bands, selection, rules, coefficients and points are all fitted anew without the part that is scored. By repetition: ${aucs.map((auc) => auc.toFixed(4)).join(', ')}. Single parts hold some ${Math.round((provenance.applications.good + provenance.applications.bad) / provenance.folds)} applications and lie between ${Math.min(...folds).toFixed(2)} and ${Math.max(...folds).toFixed(2)}: a file of a few hundred new applications may well give an AUC three hundredths higher or lower. The KS of a small part is flattered by chance; the picture shows it for all parts together.`,
    '',
  ];
}

function bandsSection({ unseen, plan }: Evaluation): string[] {
  const groups = groupsOf(
    unseen,
    limitsOf(
      unseen.map(({ score }) => score),
      BANDS,
    ),
  );
  return [
    '## Bands of the score',
    '',
    '| points | applications | bad | bad rate | bad rate foretold |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...groups.map(
      (group) =>
        `| ${groupName(group)} | ${group.rows} | ${group.bads} | ${percent(badRateOf(group))} | ${percent(chanceIn(unseen, group, plan.recipe.scale))} |`,
    ),
    '',
    `Scale: ${plan.recipe.scale.baseScore} points stand for ${plan.recipe.scale.baseOdds} goods to one bad, and ${plan.recipe.scale.pointsToDouble} points more double the odds.`,
    '',
  ];
}

function gradesSection({ unseen, own, fitted, plan }: Evaluation): string[] {
  const { grades } = fitted.card;
  const lines = grades.map(({ atLeast, rating, recommendation }, at) => {
    const below = grades[at - 1]?.atLeast ?? Infinity;
    const cells = [unseen, own].flatMap((scored) => {
      const inside = scored.filter(({ score }) => score >= atLeast && score < below);
      const bads = inside.filter(({ isBad }) => isBad).length;
      return [percent(inside.length / scored.length), percent(badRateOf({ rows: inside.length, bads }))];
    });
    return `| ${rating} | ${recommendation} | ${atLeast} | ${cells.join(' | ')} |`;
  });
  const [approve, conditional] = grades.map(({ atLeast }) => percent(badChanceAt(atLeast, plan.recipe.scale)));
  return [
    '## Grades',
    '',
    '| rating | recommendation | from points | share, not seen | bad rate, not seen | share, own rows | bad rate, own rows |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `Approved is whom the card gives at least ${plan.recipe.approveFromOdds} chances of repayment to one of loss (bad rate at the limit ${approve}), rejected who is likelier to be bad than good (${conditional}); between the two people set conditions. The applications of the file are bad far more often than a lender's usual ones, so the limits are those of this population. Knock-outs and refer rules are the expert card's.`,
    '',
  ];
}

function stabilitySection({ own, seeds }: Evaluation): string[] {
  const scores = own.map(({ score }) => score);
  const limits = limitsOf(scores, BANDS);
  const half = Math.ceil(scores.length / 2);
  const halves = psiOf(countsIn(scores.slice(0, half), limits), countsIn(scores.slice(half), limits));
  const parts = seeds.flatMap(({ folds }) => folds.map(({ psi }) => psi));
  return [
    '## Stability',
    '',
    '| population stability index | value |',
    '| --- | ---: |',
    `| first half of the file against the second, ten bands | ${halves.toFixed(3)} |`,
    `| nine tenths against the tenth held back, five bands, average of ${parts.length} | ${mean(parts).toFixed(3)} |`,
    `| the same, the largest | ${Math.max(...parts).toFixed(3)} |`,
    '',
    'Below 0.1 nothing has moved. Chance alone gives about (bands - 1) x (1/n + 1/m) for n and m applications, some 0.06 for a tenth that is held back.',
    '',
  ];
}

function attributesSection({ fitted }: Evaluation): string[] {
  const { terms, leftOut } = fitted.model;
  const chosen = [...terms].sort((one, other) => other.informationValue - one.informationValue);
  return [
    '## Attributes',
    '',
    '| attribute | information value | coefficient | bands |',
    '| --- | ---: | ---: | ---: |',
    ...chosen.map(
      (one) => `| ${one.attribute.fact} | ${one.informationValue.toFixed(3)} | ${one.coefficient.toFixed(2)} | ${one.bands.length} |`,
    ),
    ...leftOut.map(
      (one) => `| ${one.attribute.fact} (left out: ${one.why}) | ${one.informationValue.toFixed(3)} | | ${one.bands.length} |`,
    ),
    '',
    ...chosen.flatMap((one) => woeTable(one, fitted.card.attributes[one.attribute.fact]?.map(({ points }) => points) ?? [])),
  ];
}

function woeTable({ attribute, bands, unseen }: Banded, points: readonly number[]): string[] {
  const column = Object.entries(COLUMNS).find(([, { fact }]) => fact === attribute.fact)?.[0] ?? '';
  const lines = bands.map((band, at) => {
    const name = 'values' in band ? band.values.join(', ') : `${band.from} to below ${band.below}`;
    const bad = percent(badRateOf({ rows: band.goods + band.bads, bads: band.bads }));
    return `| ${name} | ${band.goods} | ${band.bads} | ${bad} | ${band.woe.toFixed(3)} | ${points[at]} |`;
  });
  return [
    `### ${attribute.fact}`,
    '',
    `Column \`${column}\`.${unseen.length > 0 ? ` Never in the data, so the least points: ${unseen.join(', ')}.` : ''}`,
    '',
    '| band | good | bad | bad rate | weight of evidence | points |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ];
}

function choicesSection({ fitted, plan, seeds, whatIf }: Evaluation): string[] {
  const chosen = new Map<string, number>();
  for (const { fitted: one } of seeds.flatMap(({ folds }) => folds)) {
    const key = `ridge ${one.rules.ridge}, chi-square ${one.rules.leastChiSquare}`;
    chosen.set(key, (chosen.get(key) ?? 0) + 1);
  }
  const { rules } = plan.recipe;
  return [
    '## Choices',
    '',
    `Chosen by the data, within the rows that a card is fitted on (${plan.recipe.grid?.folds ?? 0} parts, least logarithmic loss):`,
    '',
    '| ridge | least chi-square between neighbours | loss | slope of the correction |',
    '| ---: | ---: | ---: | ---: |',
    ...fitted.tried.map(
      (one) => `| ${one.rules.ridge} | ${one.rules.leastChiSquare} | ${one.loss.toFixed(5)} | ${one.correction.slope.toFixed(3)} |`,
    ),
    '',
    `The card has ridge ${fitted.rules.ridge} and chi-square ${fitted.rules.leastChiSquare}. In the cross-validation: ${[...chosen].map(([key, count]) => `${key} ${count} times`).join('; ')}.`,
    '',
    'A model promises more than it keeps on applications that it has not seen. Its log-odds are therefore multiplied by the slope of the correction before they become points: the order of applications stays, the odds become true.',
    '',
    `Set beforehand: ${rules.classes} classes of a number before merging, at least ${percent(rules.leastShare)} of the applications in a band and ${percent(rules.leastShareOfLevel)} in a level, ${rules.prior} average applications added to each band, information value at least ${rules.leastInformation}, coefficients drawn to 1.`,
    '',
    'What the AUC on applications not seen would have been with one of these otherwise (five repetitions each):',
    '',
    '| change | AUC |',
    '| --- | ---: |',
    ...whatIf.map(({ change, auc }) => `| ${change} | ${auc.toFixed(4)} |`),
    '',
    'Differences of a few thousandths between lines are chance. The spread says how much of the figure is owed to choices that were made knowing these applications: judge the card by the low end of it.',
    '',
  ];
}

function originSection({ provenance }: Evaluation): string[] {
  const { applications, dataSha256, fittedOn, seed, validationSeeds } = provenance;
  return [
    '## Origin',
    '',
    '| | |',
    '| --- | --- |',
    `| applications | ${applications.good} good, ${applications.bad} bad |`,
    `| SHA-256 of the file | \`${dataSha256}\` |`,
    `| fitted on | ${fittedOn} |`,
    `| seed of the card | ${seed} |`,
    `| seeds of the repetitions | ${validationSeeds.join(', ')} |`,
    '| never read | `personal_status_and_sex`, `foreign_worker` |',
  ];
}
