// The cost of a change, counted: a department, an entity and a use case are generated in a copy of the workspace, must fail as long as nobody has
// thought, and must be green with the hand work of seal-box.cases.ts and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { build, lint, tidy } from '../stages/static-stages.ts';
import type { StageResult } from '../stages/stage.ts';
import { runStage } from '../stages/stage.ts';
import type { PlantedWorkspace } from '../testing/planted-workspace.ts';
import { plantWorkspace } from '../testing/planted-workspace.ts';
import { commands, costOf, fields, handWork, useCase, writeByHand } from './seal-box.cases.ts';

jest.setTimeout(600_000);

const MOST_FILES = 9;
const MOST_LINES = 120;
let workspace: PlantedWorkspace;
let generated: StageResult;
/** Storage, written by hand, and a use case that nobody has thought about, in one run of Jest. */
let thoughtless: StageResult;

const run = (...args: readonly string[]): Promise<StageResult> => runStage(workspace.root, { name: args[0] ?? '', args });
const gen = (args: readonly string[]): Promise<StageResult> => run('libs/tooling/src/gen.ts', ...args);
const read = (path: string): string => readFileSync(join(workspace.root, path), 'utf8');
const specs = (...names: readonly string[]): Promise<StageResult> =>
  run('--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'jest.config.mjs', '--verbose', ...names);

beforeAll(async () => {
  workspace = plantWorkspace();
  for (const command of commands) expect(await gen(command)).toMatchObject({ ok: true });
  writeByHand(workspace, fields, read);
  workspace.linkService('archive');
  generated = await gen(useCase);
  thoughtless = await specs('services/archive/src/persistence', 'seal-box');
});
afterAll(() => workspace.remove());

test('an entity goes from the database to the graph with its fields written in four places, and its storage spec is green', () => {
  const { output } = thoughtless;
  expect(output).toContain('a sealed box comes back as it went in');
  expect(output).toContain('one that somebody else changed meanwhile is not overwritten');
  expect(output).toMatch(/^PASS integration services\/archive\/src\/persistence\//m);
  const production = fields.filter(({ path }) => !path.endsWith('.int-spec.ts'));
  expect(costOf(production).files).toBeLessThanOrEqual(4);
});

test(`a use case costs at most ${MOST_FILES} files and ${MOST_LINES} lines by hand; before them its specs fail, after them everything is green`, async () => {
  expect(generated.output).toContain('left for you');
  expect(generated.ok).toBe(true);
  expect(thoughtless.ok).toBe(false);
  expect(thoughtless.output).toMatch(/^Test Suites: 2 failed, 1 passed/m);

  writeByHand(workspace, handWork, read);
  const cost = costOf(handWork);
  console.log(`a new use case: ${cost.files} files and ${cost.lines} lines by hand`);
  expect(cost.files).toBeLessThanOrEqual(MOST_FILES);
  expect(cost.lines).toBeLessThanOrEqual(MOST_LINES);

  const thought = await specs('seal-box', 'archive.api');
  expect(thought.output).toContain('a sealed box: refused, and nothing changes');
  expect(thought.output).toContain('an auditor is refused');
  expect(thought.ok).toBe(true);

  expect(await runStage(workspace.root, build)).toMatchObject({ ok: true });
  const linted = await runStage(workspace.root, lint(['services/archive']));
  expect(linted.output.trim()).toBe('');
  const untidy = await runStage(workspace.root, { ...tidy, args: [...tidy.args, workspace.root] });
  expect(untidy.output.split('\n').filter((line) => line.includes('services/archive'))).toEqual([]);
  const types = await run('node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.json');
  expect(types.output.split('\n').filter((line) => line.startsWith('services/archive'))).toEqual([]);
});

test.each([
  ['a kind that does not exist', ['widget', 'archive/x'], 'is no kind'],
  [
    'a department that does not exist',
    ['entity', 'marketing/x', '--prefix', 'xxx', '--roles', 'auditor', '--says', 's'],
    'there is no services/marketing',
  ],
  ['a name that is not kebab-case', ['entity', 'archive/BigBox', '--prefix', 'big', '--roles', 'auditor', '--says', 's'], 'not kebab-case'],
  ['a prefix of two letters', ['entity', 'archive/lid', '--prefix', 'li', '--roles', 'auditor', '--says', 's'], 'no id prefix'],
  ['a missing option', ['entity', 'archive/lid', '--prefix', 'lid', '--says', 's'], '--roles is missing'],
  [
    'an entity that does not exist',
    ['use-case', 'archive/open-lid', '--entity', 'lid', '--event', 'lid-opened', '--roles', 'auditor', '--rule', '7.13', '--says', 's'],
    'generate the entity first',
  ],
  ['an entity twice', commands[1] ?? [], 'exists already'],
  [
    'a deadline that is no time',
    ['handoff', 'archive/keep-box', '--to', 'hr', '--subject', 'box', '--deadline', 'soon', '--done', 'd', '--says', 's'],
    'no working time',
  ],
  [
    'a message that nobody sends',
    ['consumer', 'archive/act-when-seen', '--on', 'sales.nothing-happened.v1', '--use-case', 'act'],
    'in no table',
  ],
])('refuses %s and writes nothing', async (_name, command, says) => {
  const { ok, output } = await gen(command);
  expect(output).toContain(says);
  expect(ok).toBe(false);
});

test('messages enter the tables, and a consumer calls its use case', async () => {
  const handoff = [
    'handoff',
    'archive/witness-sealing',
    '--to',
    'compliance',
    '--subject',
    'box',
    '--deadline',
    '2d',
    '--done',
    'witnessed',
    '--says',
    'Witness the sealing of a box.',
  ];
  const event = ['event', 'archive/box-opened', '--subject', 'box', '--to', 'compliance', '--says', 'A sealed box was opened.'];
  const consumer = ['consumer', 'archive/open-box-when-loan-disbursed', '--on', 'finance.loan-disbursed.v1', '--use-case', 'open-box'];
  for (const command of [handoff, event, consumer]) expect(await gen(command)).toMatchObject({ ok: true });
  expect(read('libs/contracts/src/handoffs/line.handoffs.ts')).toContain("'witness-sealing': {");
  expect(read('libs/contracts/src/parameters.ts')).toContain("'deadline.witness-sealing': deadline('2d')");
  expect(read('libs/contracts/src/events/archive.events.ts')).toContain("'archive.box-opened.v1': {");
  expect(read('services/archive/src/archive.module.ts')).toContain('consumers: [OpenBoxWhenLoanDisbursed]');
  const { ok, output } = await specs('open-box-when-loan-disbursed');
  expect(output).toContain('open-box.use-case.js');
  expect(ok).toBe(false);
});
