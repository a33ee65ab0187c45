// The promises of the house, broken one at a time in a copy of the workspace: the stage of `npm test` that guards each must fail and say why.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { compose, routingUrl } from './gate/compose.ts';
import type { StageResult } from './stages/stage.ts';
import { runStage } from './stages/stage.ts';
import { generated, lint, schemaGate, tidy } from './stages/static-stages.ts';
import type { PlantedWorkspace } from './testing/planted-workspace.ts';
import { plantWorkspace } from './testing/planted-workspace.ts';

jest.setTimeout(600_000);

const financeLoan = 'services/finance/src/domain/loan/loan.ts';
const paragraph = '// A loan is paid back in instalments; each instalment first covers what is overdue, then what is due.\n';
let workspace: PlantedWorkspace;

beforeAll(() => {
  workspace = plantWorkspace();
  workspace.plant(financeLoan, `${paragraph}export interface Loan {\n  readonly principalFen: number;\n}\n`);
});
afterAll(() => workspace.remove());

describe('lint', () => {
  const useCase = (text: string, ...says: readonly string[]) => ({
    path: 'services/hr/src/use-cases/case-%/case-%.use-case.ts',
    text,
    says,
  });
  const domain = (text: string, ...says: readonly string[]) => ({
    path: 'services/finance/src/domain/case-%/case-%.ts',
    text: paragraph + text,
    says,
  });
  const library = (text: string, ...says: readonly string[]) => ({ path: 'libs/kernel/src/case-%.ts', text, says });
  const boundaries = '@nx/enforce-module-boundaries';
  const any = "import { log } from './log.js';\nexport const load = (input: any): unknown => log(input);\n";
  const deep =
    'export function f(a: number): void {\n  if (a > 1) {\n    if (a > 2) {\n      if (a > 3) {\n        if (a > 4) f(a);\n      }\n    }\n  }\n}\n';

  const violations = {
    'a cross-service import by path': useCase(
      "import type { Loan } from '../../../../finance/src/domain/loan/loan.js';\nexport type Paid = Loan;\n",
      'must not leave hr',
      boundaries,
    ),
    'a cross-service import by name': useCase(
      "import type { Loan } from '@weilend/finance-service';\nexport type Paid = Loan;\n",
      'a department is never imported',
      boundaries,
    ),
    'a clock in domain/': domain('export const now = (): number => Date.now();\n', 'domain/ has no clock'),
    'a new Date in domain/': domain('export const now = (): Date => new Date();\n', 'domain/ has no clock'),
    'the company clock in domain/': domain(
      "import type { BusinessClock } from '@weilend/kernel';\nexport type Clock = BusinessClock;\n",
      'gets ids and times passed in',
    ),
    'chance in domain/': domain('export const pick = (): number => Math.random();\n', 'draws no lots'),
    'an async function in domain/': domain('export const load = async (): Promise<number> => 1;\n', 'domain/ is synchronous'),
    'the environment in domain/': domain('export const fast = process.env.FAST;\n', "Unexpected use of 'process'"),
    'a bare error in domain/': domain("export function refuse(): never {\n  throw new Error('no');\n}\n", 'refuse with a DomainError'),
    'an id drawn in domain/': domain(
      "import { newId } from '@weilend/kernel';\nexport const id = newId('lon');\n",
      'gets ids and times passed in',
    ),
    'a framework in domain/': domain(
      "import { Injectable } from '@nestjs/common';\nexport const mark = Injectable;\n",
      'imports only @weilend/kernel',
    ),
    'a library importing upward': library(
      "import { eventTypes } from '@weilend/contracts';\nexport const names = Object.keys(eventTypes);\n",
      'dependencies point down',
      boundaries,
    ),
    'a resolver that reads the database': {
      path: 'services/finance/src/graphql/case-%.resolver.ts',
      text: "import { Loans } from '../persistence/loan.repository.js';\nexport const all = Loans;\n",
      says: ['calls point down'],
    },
    'parallel work in a transaction': useCase(
      'export const run = (tx: unknown): Promise<unknown> => Promise.all([tx]);\n',
      'one transaction, one operation at a time',
    ),
    'a Nest exception in a use case': useCase(
      "import { NotFoundException } from '@nestjs/common';\nexport const problem = NotFoundException;\n",
      'Nest exceptions would leak HTTP',
    ),
    'a promise that nobody waits for': useCase('export const run = (): void => {\n  Promise.resolve(1);\n};\n', 'no-floating-promises'),
    any: useCase(any, 'typescript(no-explicit-any)'),
    'a rule switched off by a comment': useCase(`/* eslint${'-disable'} */\n${any}`, 'typescript(no-explicit-any)'),
    'five parameters': useCase(
      'export const f = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
      '5 parameters, at most 4',
    ),
    'seven dependencies': useCase(
      'export class Pay {\n  constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1, readonly g: 1) {}\n}\n',
      '7 dependencies, at most 6',
    ),
    'deep nesting': useCase(deep, 'max-depth'),
    'a function of 53 lines': useCase(`export function f(): void {\n${'  f();\n'.repeat(51)}}\n`, 'max-lines-per-function'),
  };
  const planted = Object.entries(violations).map(([name, { path, text, says }], index) => ({
    name,
    path: path.replaceAll('%', String(index)),
    text,
    says,
  }));
  const allowed = 'services/hr/src/use-cases/allowed/allowed.use-case.ts';
  let output: string;
  let ok: boolean;

  // One run over all of them, read file by file: starting ESLint and the project graph costs more than the files.
  beforeAll(async () => {
    for (const { path, text } of planted) workspace.plant(path, text);
    workspace.plant(
      allowed,
      "import type { Fen } from '@weilend/kernel';\nexport const pay = (amountFen: Fen, tx: unknown): unknown[] => [amountFen, tx];\n",
    );
    ({ output, ok } = await runStage(workspace.root, lint([...planted.map(({ path }) => path), allowed])));
    for (const { path } of planted) workspace.uproot(path);
  });

  /** What the linters said about one file: from its name to the next. */
  const saidAbout = (path: string): string => {
    const parts = output.split(/\n(?=(?:services|libs)\/\S+\.ts\n)/).filter((part) => part.startsWith(`${path}\n`));
    return parts.map((part) => part.slice(path.length)).join('');
  };

  test.each(planted)('fails on $name', ({ path, says }) => {
    for (const words of says) expect(saidAbout(path)).toContain(words);
    expect(ok).toBe(false);
  });

  test('passes what the house allows, in a run that passes', async () => {
    expect(saidAbout(allowed)).toBe('');
    expect(await runStage(workspace.root, lint([allowed, financeLoan]))).toMatchObject({ ok: true });
  });
});

describe('generated files', () => {
  test('a stale one fails, and printing it again mends it', async () => {
    const print = (...args: readonly string[]): Promise<StageResult> =>
      runStage(workspace.root, { name: 'print', args: ['libs/tooling/src/print.ts', ...args] });
    await print();
    expect(await runStage(workspace.root, generated)).toMatchObject({ ok: true });

    const topology = 'docs/generated/topology.md';
    workspace.plant(topology, readFileSync(join(workspace.root, topology), 'utf8').replace('disburse-loan', 'pay-loan'));
    workspace.plant('libs/contracts/schemas/sales.forgotten.v1.json', '{}\n');
    const stale = await runStage(workspace.root, generated);
    expect(stale.ok).toBe(false);
    expect(stale.output).toContain(`stale: ${topology} (differs)`);
    expect(stale.output).toContain('sales.forgotten.v1.json (nothing prints it any more)');

    await print();
    expect(await runStage(workspace.root, generated)).toMatchObject({ ok: true });
  });
});

describe('schema gate', () => {
  const schema = 'services/finance/schema.graphql';
  const sdl =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\ntype Query { loan(id: ID!): Loan }\ntype Loan @key(fields: "id") { id: ID! status: String! }\n';
  const gate = (): Promise<StageResult> => runStage(workspace.root, schemaGate);
  const supergraphOf = (text: string): string => compose([{ name: 'finance', url: routingUrl('finance'), sdl: text }]).supergraph ?? '';

  test('a breaking change fails with its name and the way to accept it, and passes when it is accepted', async () => {
    const broken = sdl.replace(' status: String!', '');
    workspace.plant(schema, sdl);
    workspace.plant('gateway/supergraph.graphql', supergraphOf(sdl));
    workspace.commit();
    expect(await gate()).toMatchObject({ ok: true });

    workspace.plant(schema, broken);
    const refused = await gate();
    expect(refused.ok).toBe(false);
    expect(refused.output).toContain("Field 'status' was removed from object type 'Loan'");
    expect(refused.output).toContain('gateway/accepted-schema-changes.json');

    // Committed all the same: a fresh clone still finds it.
    workspace.plant('gateway/supergraph.graphql', supergraphOf(broken));
    workspace.commit();
    expect(await gate()).toMatchObject({ ok: false });

    const accepted = {
      change: "Field 'status' was removed from object type 'Loan'",
      reason: 'nobody reads it, all teams were asked',
      date: '2026-11-23',
    };
    workspace.plant('gateway/accepted-schema-changes.json', JSON.stringify([accepted]));
    expect(await gate()).toMatchObject({ ok: true });
  });

  test('departments that do not compose fail, each reason named', async () => {
    workspace.plant(schema, sdl.replace('loan(id: ID!): Loan', 'loan(id: ID!): Nothing'));
    const { ok, output } = await gate();
    workspace.plant(schema, sdl);
    expect(output).toContain('Nothing');
    expect(ok).toBe(false);
  });
});

test('tidy fails on what is untidy', async () => {
  workspace.plant('services/finance/src/domain/loan/utils.ts', 'export const add = (a: number): number => a;\n');
  const { ok, output } = await runStage(workspace.root, { ...tidy, args: [...tidy.args, workspace.root] });
  expect(output).toContain('utils says nothing about what is inside');
  expect(output).toContain('has logic but no utils.spec.ts beside it');
  expect(ok).toBe(false);
});
