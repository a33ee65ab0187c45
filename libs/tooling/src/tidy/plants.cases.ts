// For each tidy rule: a tree it accepts, and trees with one violation planted in it. Names and packages here; what is inside of code in code.cases.ts.

export interface Plant {
  readonly rule: string;
  readonly clean: Readonly<Record<string, string>>;
  readonly violations: readonly {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    /** The one path that is found, and a part of what is said about it. */
    readonly path: string;
    readonly says: string;
  }[];
}

const lines = (count: number): string => 'const a = 1;\n'.repeat(count);

const named = (path: string, says: string): Plant['violations'][number] => ({ name: path, files: { [path]: '' }, path, says });

const sized = (path: string, count: number): Plant['violations'][number] => ({
  name: `${count} lines in ${path}`,
  files: { [path]: lines(count) },
  path,
  says: `${count} lines`,
});

/** A package.json as text; `more` is merged over a tidy one. */
function manifest(name: string, tags: readonly string[], more: object = {}): string {
  return JSON.stringify({ name, version: '0.1.0', nx: { tags }, ...more });
}

const kernel = manifest('@weilend/kernel', ['scope:shared', 'type:kernel']);
const mongo = manifest('@weilend/mongo', ['scope:shared', 'type:platform'], {
  dependencies: { '@weilend/kernel': '0.1.0', mongoose: '9.12.1' },
});
const finance = manifest('@weilend/finance-service', ['scope:finance', 'type:service'], {
  dependencies: { '@weilend/kernel': '0.1.0', mongoose: '9.12.1' },
});
const workspace = { 'libs/kernel/package.json': kernel, 'libs/mongo/package.json': mongo, 'services/finance/package.json': finance };

const mongoWith = (dependencies: object): Readonly<Record<string, string>> => ({
  'libs/mongo/package.json': manifest('@weilend/mongo', ['scope:shared', 'type:platform'], { dependencies }),
});
const lock = (...places: string[]): string =>
  JSON.stringify({ packages: Object.fromEntries(places.map((place) => [place, { version: '1.0.0' }])) });

export const plants: readonly Plant[] = [
  {
    rule: 'names',
    clean: {
      'libs/kernel/src/index.ts': '',
      'libs/contracts/src/events/finance.events.ts': '',
      'services/finance/src/main.ts': '',
      'services/finance/src/finance.module.ts': '',
      'services/finance/src/domain/loan/loan.machine.spec.ts': '',
      'services/finance/src/domain/schedule/__cases__/equal-instalments.cases.ts': '',
      'services/finance/src/persistence/migrations/0001-ledger-indexes.ts': '',
      'services/finance/test/finance.api.int-spec.ts': '',
      'services/finance/test/builders/loan.builder.ts': '',
      'jest.config.mjs': '',
    },
    violations: [
      named('libs/kernel/src/moneyMath.ts', 'not kebab-case'),
      named('libs/kernel/src/utils.ts', 'says nothing'),
      named('libs/kernel/src/common/money.ts', 'says nothing'),
      named('libs/kernel/src/money.helper.ts', 'closed list'),
      named('services/finance/src/domain/Loan/loan.ts', 'not kebab-case'),
      named('services/finance/src/domain/loan.service.ts', 'closed list'),
      named('services/finance/src/domain/loan.events.ts', 'closed list'),
      named('services/finance/src/domain/loan.test.ts', 'closed list'),
      named('services/finance/src/domain/index.ts', 'no barrels'),
      named('services/finance/src/use-cases/loan.resolver.ts', 'lives in graphql'),
      named('services/finance/src/graphql/disburse-loan.use-case.ts', 'lives in use-cases'),
      named('services/finance/src/adapters/bank.port.ts', 'lives in use-cases'),
      named('services/finance/src/domain/finance.module.ts', 'lives in root'),
    ],
  },
  {
    rule: 'sizes',
    clean: {
      'services/finance/src/domain/loan.ts': lines(150),
      'services/finance/src/use-cases/a/a.use-case.ts': lines(120),
      'services/finance/src/main.ts': lines(80),
      'libs/kernel/src/money.ts': lines(220),
      'libs/kernel/src/money.spec.ts': lines(300),
    },
    violations: [
      sized('services/finance/src/domain/loan.ts', 151),
      sized('services/finance/src/domain/loan.ts', 251),
      sized('services/finance/src/use-cases/a/a.use-case.ts', 181),
      sized('services/finance/src/graphql/loan.resolver.ts', 251),
      sized('services/finance/src/consumers/a.consumer.ts', 121),
      sized('libs/kernel/src/money.ts', 301),
      sized('services/finance/src/domain/loan.spec.ts', 401),
      sized('infra/local/start.ts', 301),
    ],
  },
  {
    rule: 'project-tags',
    clean: workspace,
    violations: [
      {
        name: 'no tags at all',
        files: { 'libs/kernel/package.json': manifest('@weilend/kernel', ['scope:shared']) },
        path: 'libs/kernel/package.json',
        says: 'one type: tag',
      },
      {
        name: 'an unknown type',
        files: { 'libs/kernel/package.json': manifest('@weilend/kernel', ['scope:shared', 'type:core']) },
        path: 'libs/kernel/package.json',
        says: 'not one of',
      },
      {
        name: 'two types',
        files: { 'libs/kernel/package.json': manifest('@weilend/kernel', ['scope:shared', 'type:kernel', 'type:platform']) },
        path: 'libs/kernel/package.json',
        says: 'one type: tag',
      },
      {
        name: 'the scope of another',
        files: { 'services/finance/package.json': manifest('@weilend/finance-service', ['scope:sales', 'type:service']) },
        path: 'services/finance/package.json',
        says: 'scope:finance',
      },
      {
        name: 'a shared department',
        files: { 'services/finance/package.json': manifest('@weilend/finance-service', ['scope:finance', 'scope:shared', 'type:service']) },
        path: 'services/finance/package.json',
        says: 'scope:finance',
      },
    ],
  },
  {
    rule: 'house-dependencies',
    clean: workspace,
    violations: [
      {
        name: 'a library that depends upward',
        files: mongoWith({ '@weilend/messaging': '0.1.0' }),
        path: 'libs/mongo/package.json',
        says: 'not on messaging',
      },
      {
        name: 'a library nobody agreed on',
        files: { 'libs/tools/package.json': manifest('@weilend/tools', ['scope:shared', 'type:platform']) },
        path: 'libs/tools/package.json',
        says: 'not in the table',
      },
      {
        name: 'a department that depends on a department',
        files: {
          'services/finance/package.json': manifest('@weilend/finance-service', [], {
            dependencies: { '@weilend/sales-service': '0.1.0' },
          }),
        },
        path: 'services/finance/package.json',
        says: 'not on sales-service',
      },
      {
        name: 'test code in production',
        files: {
          'services/finance/package.json': manifest('@weilend/finance-service', [], { dependencies: { '@weilend/testing': '0.1.0' } }),
        },
        path: 'services/finance/package.json',
        says: 'not on testing',
      },
    ],
  },
  {
    rule: 'pinned-versions',
    clean: {
      'package.json': JSON.stringify({
        name: 'weilend',
        devDependencies: { nx: '23.2.1', beta: '1.0.0-rc.1', tsc: 'npm:typescript@7.0.2' },
      }),
      ...workspace,
    },
    violations: [
      { name: 'a caret', files: mongoWith({ mongoose: '^9.12.1' }), path: 'libs/mongo/package.json', says: 'not an exact version' },
      { name: 'a range', files: mongoWith({ mongoose: '9.x' }), path: 'libs/mongo/package.json', says: 'not an exact version' },
      {
        name: 'a range of another package',
        files: mongoWith({ mongoose: 'npm:mongodb@^7.0.0' }),
        path: 'libs/mongo/package.json',
        says: 'not an exact',
      },
      { name: 'latest', files: mongoWith({ mongoose: 'latest' }), path: 'libs/mongo/package.json', says: 'not an exact version' },
      {
        name: 'a star for a neighbour',
        files: mongoWith({ '@weilend/kernel': '*' }),
        path: 'libs/mongo/package.json',
        says: 'not an exact version',
      },
      {
        name: 'a tilde at the root',
        files: { 'package.json': JSON.stringify({ name: 'weilend', devDependencies: { nx: '~23.2.1' } }) },
        path: 'package.json',
        says: 'nx',
      },
    ],
  },
  {
    rule: 'single-versions',
    clean: workspace,
    violations: [
      {
        name: 'two versions in two projects',
        files: { 'services/finance/package.json': manifest('@weilend/finance-service', [], { dependencies: { mongoose: '9.12.0' } }) },
        path: 'services/finance/package.json',
        says: '9.12.1 in libs/mongo',
      },
      {
        name: 'another version at the root',
        files: { 'package.json': JSON.stringify({ name: 'weilend', devDependencies: { mongoose: '9.11.0' } }) },
        path: 'libs/mongo/package.json',
        says: '9.11.0 in package.json',
      },
    ],
  },
  {
    rule: 'single-copies',
    clean: {
      'package-lock.json': lock(
        'node_modules/graphql',
        'node_modules/mongodb',
        'node_modules/graphql-tag',
        'node_modules/a/node_modules/mongodb-core',
      ),
    },
    violations: [
      {
        name: 'a second driver',
        files: { 'package-lock.json': lock('node_modules/mongodb', 'node_modules/mongoose/node_modules/mongodb') },
        path: 'package-lock.json',
        says: '2 copies of mongodb',
      },
      {
        name: 'a second graphql in a workspace',
        files: { 'package-lock.json': lock('node_modules/graphql', 'gateway/node_modules/graphql') },
        path: 'package-lock.json',
        says: '2 copies of graphql',
      },
    ],
  },
];
