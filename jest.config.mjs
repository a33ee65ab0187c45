// One Jest for the whole workspace: sources are run as they are (export condition `weilend-source`), no build needed for unit and integration tests.
// Each size of test needs other surroundings: `unit` none, `integration` one MongoDB and one Redis, the stories the whole topology, which they share. An
// `alone-story` has it to itself: it lets weeks pass for the whole company, or listens to what is asked of every database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const shared = {
  rootDir: import.meta.dirname,
  // Jest refuses a root that does not exist, and git keeps no empty folder.
  roots: ['libs', 'services', 'gateway', 'infra', 'tests'].map((folder) => join(import.meta.dirname, folder)).filter(existsSync),
  // A worker loads what is installed once, our sources for every file: docs/decisions/0015.
  testEnvironment: '<rootDir>/libs/tooling/src/testing/worker/environment.mjs',
  runtime: '<rootDir>/libs/tooling/src/testing/worker/runtime.mjs',
  testEnvironmentOptions: { customExportConditions: ['weilend-source', 'node', 'import', 'default'] },
  extensionsToTreatAsEsm: ['.ts'],
  // Scripts name a file of a department as it is called when built; tests run the source.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@weilend/([a-z]+)-service/(.*)\\.js$': '<rootDir>/services/$1/src/$2.ts' },
  modulePathIgnorePatterns: ['/dist/', '/\\.local/', '/out/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.local/', '/tests/(prove|faults|bench)/.*(?<!\\.spec\\.ts)$'],
  transform,
};

const globalSetup = '<rootDir>/libs/tooling/src/testing/global-setup.mjs';
const globalTeardown = '<rootDir>/libs/tooling/src/testing/global-teardown.mjs';

const storyProject = (displayName, folder) => ({
  ...shared,
  displayName,
  runner: '<rootDir>/libs/tooling/src/testing/worker/story-runner.mjs',
  testMatch: [`<rootDir>/${folder}/*.story.ts`],
  globalSetup: '<rootDir>/tests/stories/topology/setup.mjs',
  globalTeardown: '<rootDir>/tests/stories/topology/teardown.mjs',
});

export default {
  // `SPEC_WORKERS` for bigger machines; two keep a 2-core machine responsive.
  maxWorkers: Number(process.env.SPEC_WORKERS ?? 2),
  // ES modules of a finished file are not all collected: a worker that has grown past this is replaced.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 30_000,
  testSequencer: '<rootDir>/libs/tooling/src/testing/worker/sequencer.mjs',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.spec.ts'] },
    { ...shared, displayName: 'integration', testMatch: ['**/*.int-spec.ts'], globalSetup, globalTeardown },
    storyProject('story', 'tests/stories'),
    storyProject('alone-story', 'tests/stories/alone'),
  ],
};
