// The stages that need no database, as data. Their order is the order in which they begin: the long ones first.
import type { Stage } from './stage.ts';

const tooling = (name: string): string => `libs/tooling/src/${name}.ts`;

export const build: Stage = { name: 'build', args: [tooling('build')] };
// The compiler in native code says the same in half the time; the one in JavaScript is what ESLint and our own tools read code with.
const compiler = 'node_modules/typescript-native/bin/tsc';
export const typesOfProducts: Stage = { name: 'types of products', args: [compiler, '-p', 'tsconfig.json'] };
export const typesOfScripts: Stage = { name: 'types of scripts', args: [compiler, '-p', 'tsconfig.scripts.json'] };
export const tidy: Stage = { name: 'tidy', args: [tooling('tidy')] };
export const generated: Stage = { name: 'generated files', args: [tooling('print'), '--check'], after: [build.name] };
export const schemaGate: Stage = { name: 'schema gate', args: [tooling('schema-gate')] };

/** @param files what to look at, relative to the root */
export function format(files: readonly string[]): Stage {
  return {
    name: 'format',
    args: ['node_modules/oxfmt/bin/oxfmt', '--check', '--no-error-on-unmatched-pattern', ...files],
  };
}

/** @param files what to look at, relative to the root */
export function lint(files: readonly string[]): Stage {
  return { name: 'lint', args: [tooling('lint'), ...files] };
}

export const staticStages: readonly Stage[] = [
  build,
  typesOfProducts,
  lint(['.']),
  generated,
  typesOfScripts,
  format(['.']),
  schemaGate,
  tidy,
];
