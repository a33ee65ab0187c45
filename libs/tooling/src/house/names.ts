// The names of the house: what a file may be called and, inside a department, where a file of that name lives.

/** Suffix -> folders under services/<dept>/src where it may stand; `*` is anywhere. */
export const suffixes: Readonly<Record<string, readonly string[]>> = {
  'use-case': ['use-cases'],
  queries: ['queries'],
  resolver: ['graphql'],
  type: ['graphql'],
  input: ['graphql'],
  loader: ['graphql'],
  schema: ['persistence'],
  repository: ['persistence'],
  consumer: ['consumers'],
  processor: ['jobs'],
  port: ['use-cases', 'jobs'],
  channel: ['adapters'],
  adapter: ['adapters'],
  machine: ['domain'],
  rule: ['domain'],
  errors: ['domain'],
  config: ['root'],
  module: ['root'],
  builder: ['*'],
  cases: ['*'],
  spec: ['*'],
  'int-spec': ['*'],
  story: ['*'],
};

/** Suffixes of the tables in libs/contracts, one file per department (`finance.permissions.ts`); nowhere else. */
export const contractSuffixes: readonly string[] = ['events', 'handoffs', 'permissions'];

/** May stand between name and suffix: `finance.api.int-spec.ts`. */
export const qualifiers: readonly string[] = ['api'];

/** Names that say nothing about what is inside. */
export const emptyNames: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'data'];

/** Files named by the tool that reads them. */
export const toolNames: readonly RegExp[] = [/^(eslint|jest)\.config\.mjs$/, /\.d\.ts$/];

export const folderName = /^(__cases__|[a-z0-9]+(-[a-z0-9]+)*)$/;
export const baseName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
