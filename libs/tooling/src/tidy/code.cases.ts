// Planted violations of the tidy rules that look inside of code. Forbidden words are composed, so that the rules do not find them here.
import type { Plant } from './plants.cases.ts';

const file = (name: string, path: string, text: string, says: string): Plant['violations'][number] => ({
  name,
  files: { [path]: text },
  path,
  says,
});
const opening = '// A loan is paid back in instalments; each instalment first covers what is overdue, then what is due.\n';
const domain = 'services/finance/src/domain/loan.ts';
const service = 'services/finance/src/use-cases/a/a.use-case.ts';
const manifest = JSON.stringify({ name: '@weilend/finance-service', dependencies: { mongoose: '9.12.1', '@weilend/kernel': '0.1.0' } });

export const codePlants: readonly Plant[] = [
  {
    rule: 'domain-specs',
    clean: {
      [domain]: 'export const total = (a: number): number => a;',
      'services/finance/src/domain/loan.spec.ts': '',
      'services/finance/src/domain/finance.errors.ts': "export const errors = { A: { rule: '4.19' } } as const;",
      'services/finance/src/domain/terms.ts': 'export interface Terms { readonly round: (fen: number) => number }',
      'libs/kernel/src/money.ts': 'export function add(): number { return 1; }',
    },
    violations: [
      file('a function', 'services/finance/src/domain/fee.ts', 'export function fee(): number { return 1; }', 'fee.spec.ts'),
      file('an arrow function', 'services/finance/src/domain/fee.ts', 'export const fee = () => 1;', 'fee.spec.ts'),
      file('a method', 'services/finance/src/domain/fee.ts', 'export class Fee { of(): number { return 1; } }', 'fee.spec.ts'),
      file(
        'a machine',
        'services/finance/src/domain/fee/fee.machine.ts',
        'export const feeMachine = defineMachine({});',
        'fee.machine.spec.ts',
      ),
    ],
  },
  {
    rule: 'domain-openings',
    clean: {
      [domain]: `${opening}export const a = 1;`,
      'services/finance/src/domain/after-imports.ts': `import type { Fen } from '@weilend/kernel';\n\n${opening}export const a = 1;`,
      'services/finance/src/domain/block.ts': `/**\n * ${opening}*/\nexport const a = 1;`,
      'services/finance/src/domain/loan.spec.ts': 'test();',
    },
    violations: [
      file('no comment', 'services/finance/src/domain/fee.ts', 'export const a = 1;', 'paragraph'),
      file('a title only', 'services/finance/src/domain/fee.ts', '// Fees\nexport const a = 1;', 'paragraph'),
      file('a comment further down', 'services/finance/src/domain/fee.ts', `export const a = 1;\n${opening}`, 'paragraph'),
    ],
  },
  {
    rule: 'no-focused-tests',
    clean: {
      'libs/kernel/src/money.spec.ts': "test('adds', () => {}); // it once said: test" + '.only\ndescribe.each([])(1); fitting(2);',
    },
    violations: [
      ...['only', 'skip', 'todo', 'failing'].map((word) =>
        file(`test.${word}`, 'libs/kernel/src/money.spec.ts', `test.${word}('a', f);`, word),
      ),
      ...['xit', 'xdescribe', 'fit', 'fdescribe'].map((word) => file(word, 'libs/kernel/src/money.spec.ts', `${word}('a', f);`, word)),
      file('each behind only', 'libs/kernel/src/money.int-spec.ts', `describe.${'on' + 'ly'}.each([])('a', f);`, 'hides tests'),
    ],
  },
  {
    rule: 'no-sleeping-tests',
    clean: {
      'libs/kernel/src/money.spec.ts': 'await eventually(() => seen); jest.useFakeTimers(); // no sleep(1) here',
      'libs/testing/src/wait.ts': 'setTimeout(resolve, 1);',
    },
    violations: [
      file('a bare timeout', 'libs/kernel/src/money.int-spec.ts', 'await new Promise((resolve) => setTimeout(resolve, 50));', 'sleeping'),
      file(
        'the promised timers',
        'libs/kernel/src/money.int-spec.ts',
        `import { setTimeout as wait } from 'node:timers/pro${'mises'}';`,
        'sleeping',
      ),
      file('a sleep by name', 'tests/stories/loan.story.ts', `await sl${'eep'}(100);`, 'sleeping'),
    ],
  },
  {
    rule: 'no-open-ends',
    clean: { 'libs/kernel/src/money.ts': '// what is to do is done; hackney carriage' },
    violations: [
      ...['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => file(word, 'libs/kernel/src/money.ts', `// ${word} later`, word)),
      ...['eslint' + '-disable-next-line', 'oxlint' + '-disable', '@ts' + '-ignore', '@ts' + '-nocheck'].map((word) =>
        file(word, 'infra/local/start.ts', `// ${word}`, word.slice(0, 8)),
      ),
      file('an unfinished function', 'services/finance/src/main.ts', `throw new Problem('not${' impl'}emented');`, 'finish it'),
    ],
  },
  {
    rule: 'declared-imports',
    clean: {
      'services/finance/package.json': manifest,
      [service]:
        "import mongoose from 'mongoose';\nimport { join } from 'node:path';\nimport type { Db } from 'mongodb';\nimport { a } from './b.js';\nimport '@weilend/kernel';",
      'services/finance/src/use-cases/a/a.int-spec.ts': "import { test } from '@jest/globals';",
      'services/finance/test/builders/loan.builder.ts': "import '@weilend/testing';",
    },
    violations: [
      file('a package', 'services/finance/src/main.ts', "import { z } from 'zod';", 'imports zod'),
      file('a path inside a package', 'services/finance/src/main.ts', "import { z } from 'zod/v4';", 'imports zod'),
      file('a neighbour', 'services/finance/src/main.ts', "export * from '@weilend/mongo';", 'imports @weilend/mongo'),
      file('a dynamic import', 'services/finance/src/main.ts', "await import('bullmq');", 'imports bullmq'),
    ],
  },
  {
    rule: 'no-outside-addresses',
    clean: {
      'gateway/src/explorer.ts': "const url = 'https://specs.apollo.dev/federation/v2.11'; import './work/main.js';",
      'package-lock.json': `"resolved": "https://registry.${'npmjs'}.org/a"`,
      'README.md': '',
    },
    violations: [
      file('a CDN', 'gateway/src/explorer.ts', `<script src="https://cdn.jsdelivr${'.net'}/x.js">`, 'cdn.jsdelivr'),
      file('a registry', '.npmrc', `registry=https://registry.npmmirror${'.com'}`, 'npmmirror'),
      file('a path of this machine', 'infra/local/start.ts', `const path = '/wo${'rk'}/main/libs';`, '/wo'),
      file('somebody’s home', 'infra/local/start.ts', `const path = '/ho${'me'}/lena/.cache';`, '/ho'),
      file('a font from elsewhere', 'libs/documents/src/page.html', `@import url(https://fonts.googleapis${'.com'}/css)`, 'fonts'),
    ],
  },
  {
    rule: 'environment',
    clean: {
      'services/finance/src/finance.config.ts': 'const { PORT } = process.env;',
      'gateway/src/gateway.config.ts': 'process.env.PORT;',
      'libs/boot/src/config.ts': 'process.env;',
      'libs/testing/src/servers.ts': 'process.env.TEST_REDIS_URL;',
      'infra/local/start.ts': 'process.env.CI;',
      'services/finance/src/main.ts': '// process.env is read by the configuration only\nprocess.exitCode = 1;',
    },
    violations: [
      file('a use case', service, 'if (process.env.FAST) skip();', 'environment'),
      file('the configuration of another', 'services/finance/src/sales.config.ts', 'process.env.PORT;', 'environment'),
      file('brackets', 'libs/mongo/src/database.ts', "process['env'].URI;", 'environment'),
      file('an import of env', 'libs/mongo/src/database.ts', "import { env } from 'node:process';", 'environment'),
    ],
  },
];
