// What `npm run scorecard` does: fits a card on a file, or judges a known one by a file.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { businessDateOf } from '@weilend/kernel';
import { CARDS } from '@weilend/risk-service/domain/scorecard/scorecards.js';
import { codeOf, Problem, reasonOf } from '../../../infra/local/problem.ts';
import { formatted } from '../../../libs/tooling/src/workspace/formatted.ts';
import { ignoredText, readApplications } from './applications.ts';
import type { ApplicationFile } from './applications.ts';
import { moduleName, moduleOf } from './card-module.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import { attributesNamed } from './fit/attributes.ts';
import { RECIPE } from './fit/fit-card.ts';
import { cardNamed, judge } from './judge.ts';
import { badRateOf } from './measures/groups.ts';
import { giniOf } from './measures/separation.ts';
import { reportFiles } from './report/report.ts';

export interface Options {
  readonly data: string;
  readonly out?: string | undefined;
  readonly json?: string | undefined;
  readonly card?: string | undefined;
  readonly version?: string | undefined;
  readonly attributes?: string | undefined;
  readonly 'base-score'?: string | undefined;
  readonly ship?: boolean | undefined;
}

type Say = (line: string) => void;

export const FITTED_CARD = 'individual-fitted';
const CARD_FOLDER = join(import.meta.dirname, '../src/domain/scorecard');

/** Paths are meant from where the command was given. */
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

export async function runJudge(options: Options, say: Say): Promise<void> {
  const card = cardNamed(options.card ?? FITTED_CARD);
  const { applications } = await read(options.data, say);
  const { rows, auc, ks, outcomes } = judge(applications, card);
  say(`Card ${card.id} version ${card.version} on ${rows} applications`);
  say(`AUC ${auc.toFixed(4)}`);
  say(`KS ${ks.toFixed(4)}`);
  for (const outcome of outcomes.filter((one) => one.rows > 0)) {
    const share = ((outcome.rows / rows) * 100).toFixed(1);
    say(`${outcome.recommendation.padEnd(24)}${share.padStart(5)} % of them, ${(badRateOf(outcome) * 100).toFixed(1)} % bad`);
  }
  if (options.json) await write(fromHere(options.json), `${JSON.stringify({ rows, auc, ks })}\n`);
}

export async function runFit(options: Options, say: Say): Promise<void> {
  const attributes = attributesNamed(options.attributes?.split(',').map((name) => name.trim()));
  const version = wholeOf('version', options.version ?? '1');
  const baseScore = wholeOf('base-score', options['base-score'] ?? String(RECIPE.scale.baseScore));
  const recipe = { ...RECIPE, scale: { ...RECIPE.scale, baseScore } };
  const plan = { id: options.card ?? FITTED_CARD, version, attributes, recipe, fittedOn: businessDateOf(new Date()) };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(plan.id))
    throw new Problem(`"${plan.id}" is no name for a card: use small letters, digits and dashes.`);
  const evaluation = evaluate(await read(options.data, say), plan, say);
  const { provenance } = evaluation;
  const { aucCrossValidated: auc, ksCrossValidated: ks } = provenance;
  say(`AUC of the points on applications not seen ${auc.toFixed(4)}, Gini ${giniOf(auc).toFixed(4)}, KS ${ks.toFixed(4)}`);
  say(`AUC of the points on the rows of the fit ${provenance.aucOnOwnRows.toFixed(4)} (flattering)`);
  const folder = fromHere(options.out ?? join('out', 'scorecard', `${plan.id}-v${version}`));
  await writeAll(folder, evaluation);
  say(`Report and card are in ${folder}`);
  if (options.ship) await ship(evaluation, say);
  if (options.json) await write(fromHere(options.json), `${JSON.stringify(provenance, null, 2)}\n`);
}

async function read(path: string, say: Say): Promise<ApplicationFile> {
  const bytes = await readFile(fromHere(path)).catch((thrown: unknown) => {
    throw new Problem(
      codeOf(thrown) === 'ENOENT'
        ? `There is no file ${path}: give the path of the applications with --data.`
        : `${path} cannot be read: ${reasonOf(thrown)}`,
    );
  });
  const file = readApplications(bytes);
  const word = ignoredText(file.ignoredColumns);
  if (word) say(word);
  return file;
}

function wholeOf(option: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Problem(`--${option} is "${text}": use a whole number from 1 to 9999.`);
  return Number(text);
}

async function writeAll(folder: string, evaluation: Evaluation): Promise<void> {
  const { card } = evaluation.fitted;
  const files = {
    ...reportFiles(evaluation),
    'card.json': JSON.stringify({ card, provenance: evaluation.provenance }),
    [moduleName(card)]: moduleOf(card, evaluation.provenance),
  };
  for (const [name, text] of Object.entries(files)) await write(join(folder, name), await formatted(name, text));
}

/** Puts the card among those the service knows, and its report beside the tool. A version that exists never changes. */
async function ship(evaluation: Evaluation, say: Say): Promise<void> {
  const { card } = evaluation.fitted;
  const known = CARDS.find(({ id, version }) => id === card.id && version === card.version);
  if (known && JSON.stringify(known) !== JSON.stringify(card))
    throw new Problem(`${card.id} version ${card.version} exists and never changes: give the new card another --version.`);
  const path = join(CARD_FOLDER, moduleName(card));
  if (known && existsSync(path)) say(`${moduleName(card)} is already what this fit yields`);
  else await write(path, await formatted(path, moduleOf(card, evaluation.provenance)));
  const report = join(import.meta.dirname, `${card.id}-v${card.version}`);
  for (const [name, text] of Object.entries(reportFiles(evaluation))) await write(join(report, name), await formatted(name, text));
  say(`Shipped: ${path} (list it with its provenance in scorecards.ts) and ${report}`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
