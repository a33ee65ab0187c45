// Lint in one place for the whole workspace; what the rules of the house mean is tested in libs/tooling (lint/, house-guards.spec.ts). Everything here is
// syntactic; the rules about promises need types and are judged by the native compiler (libs/tooling/src/lint/promises.oxlintrc.json). Comments cannot
// switch a rule off (noInlineConfig, tidy): a rule that is wrong is mended here, for everyone.
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './libs/tooling/src/lint/module-boundaries.ts';
import { housePlugin } from './libs/tooling/src/lint/plugin.ts';
import { domainGlobals, domainKernelImports, noNestExceptions, restrictedSyntax } from './libs/tooling/src/lint/restrictions.ts';

const scripts = ['libs/tooling/**/*.ts', 'infra/**/*.ts', 'tests/**/*.ts', 'services/*/scorecard/**/*.ts'];
const products = ['libs/*/{src,test}/**/*.ts', 'services/*/{src,test}/**/*.ts', 'gateway/{src,test}/**/*.ts'];
const tests = ['**/*.{spec,int-spec,story}.ts', '**/*.{builder,cases}.ts', '**/test/**/*.ts', 'tests/**/*.ts', 'libs/testing/**/*.ts'];
const specs = ['**/*.{spec,int-spec,story}.ts'];
const domainSpecs = ['services/*/src/domain/**/*.{spec,builder,cases}.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.local/**', 'out/**', 'coverage/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    plugins: { weilend: housePlugin, '@nx': nx },
    rules: {
      'weilend/imports': 'error',
      'weilend/parameters': 'error',
      'no-restricted-syntax': restrictedSyntax.everywhere,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-require-imports': 'error',
      '@typescript-eslint/no-extra-non-null-assertion': 'error',
      '@typescript-eslint/no-duplicate-enum-values': 'error',
      '@typescript-eslint/no-unsafe-function-type': 'error',
      '@typescript-eslint/prefer-as-const': 'error',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'max-depth': ['error', 3],
      'no-async-promise-executor': 'error',
      'no-constant-binary-expression': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  // libs/tooling is scripts: it starts the servers of infra/ for the tests and reads whatever it prints from.
  {
    files: products,
    ignores: ['libs/tooling/**'],
    rules: { '@nx/enforce-module-boundaries': ['error', moduleBoundaries('production')], 'no-console': 'error' },
  },
  { files: scripts, rules: { 'no-restricted-syntax': restrictedSyntax.scripts, 'no-console': 'off' } },
  // A describe block is a list of tests, not a function that does fifty things.
  { files: specs, rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
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
