// The rules that only this house has, and Nx's module boundaries; what they mean is tested in libs/tooling (lint/, house-guards.spec.ts). The rules that
// everybody has are judged by oxlint (.oxlintrc.json), in a hundredth of the time. Comments cannot switch a rule off (noInlineConfig, tidy): a rule that
// is wrong is mended here, for everyone.
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './libs/tooling/src/lint/module-boundaries.ts';
import { nxPlugin } from './libs/tooling/src/lint/nx-boundaries.ts';
import { housePlugin } from './libs/tooling/src/lint/plugin.ts';
import { domainGlobals, domainKernelImports, noNestExceptions, restrictedSyntax } from './libs/tooling/src/lint/restrictions.ts';

const scripts = ['libs/tooling/**/*.ts', 'infra/**/*.ts', 'tests/**/*.ts', 'services/*/scorecard/**/*.ts'];
const products = ['libs/*/{src,test}/**/*.ts', 'services/*/{src,test}/**/*.ts', 'gateway/{src,test}/**/*.ts'];
const tests = ['**/*.{spec,int-spec,story}.ts', '**/*.{builder,cases}.ts', '**/test/**/*.ts', 'tests/**/*.ts', 'libs/testing/**/*.ts'];
const domainSpecs = ['services/*/src/domain/**/*.{spec,builder,cases}.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.local/**', 'out/**', 'coverage/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    plugins: { weilend: housePlugin, '@nx': nxPlugin },
    rules: {
      'weilend/imports': 'error',
      'weilend/parameters': 'error',
      'no-restricted-syntax': restrictedSyntax.everywhere,
    },
  },
  // libs/tooling is scripts: it starts the servers of infra/ for the tests and reads whatever it prints from.
  {
    files: products,
    ignores: ['libs/tooling/**'],
    rules: { '@nx/enforce-module-boundaries': ['error', moduleBoundaries('production')] },
  },
  { files: scripts, rules: { 'no-restricted-syntax': restrictedSyntax.scripts } },
  {
    files: tests,
    ignores: ['libs/tooling/**', 'tests/**', 'services/*/scorecard/**'],
    rules: { '@nx/enforce-module-boundaries': ['error', moduleBoundaries('tests')] },
  },
  {
    files: ['services/*/src/domain/**/*.ts'],
    ignores: domainSpecs,
    rules: {
      'no-restricted-globals': ['error', ...domainGlobals],
      'no-restricted-syntax': restrictedSyntax.domain,
      'no-restricted-imports': ['error', { patterns: [domainKernelImports] }],
    },
  },
  {
    files: ['services/*/src/{use-cases,queries,persistence,consumers,jobs,adapters}/**/*.ts'],
    rules: { 'no-restricted-syntax': restrictedSyntax.useCases, 'no-restricted-imports': ['error', { patterns: [noNestExceptions] }] },
  },
);
