// Gives every project the same targets, so that `npx nx run finance:test`-style commands work without a project.json each:
// build, test, lint for all; serve for what is a process. Commands name node_modules/.bin/node: `npx nx` may itself run on an older Node.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const node = 'node_modules/.bin/node';
const sources = ['{projectRoot}/src/**/*', '{projectRoot}/test/**/*', '{projectRoot}/package.json', '{workspaceRoot}/package-lock.json'];

function targetsOf(root, manifest) {
  const tags = manifest.nx?.tags ?? [];
  const isTooling = tags.includes('type:tooling');
  const isProcess = tags.includes('type:service') || tags.includes('type:gateway');
  return {
    ...(isTooling
      ? {}
      : {
          build: command(`${node} libs/tooling/src/build.ts ${root}`, {
            dependsOn: ['^build'],
            cache: true,
            inputs: [...sources, '{workspaceRoot}/.swcrc'],
            outputs: ['{projectRoot}/dist'],
          }),
        }),
    test: command(`${node} --experimental-vm-modules node_modules/.bin/jest --config jest.config.mjs --passWithNoTests ${root}/`),
    lint: command(`${node} node_modules/.bin/eslint ${root}`, {
      cache: true,
      inputs: [...sources, '{workspaceRoot}/eslint.config.mjs', '{workspaceRoot}/libs/tooling/src/**/*'],
    }),
    ...(isProcess ? { serve: command(`${node} ${root}/dist/main.js`, { dependsOn: ['build'], continuous: true }) } : {}),
  };
}

function command(text, more = {}) {
  return { executor: 'nx:run-commands', options: { command: text, cwd: '{workspaceRoot}' }, ...more };
}

export const name = 'weilend-targets';

export const createNodesV2 = [
  '{libs/*,services/*,gateway}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      const manifest = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8'));
      return [
        file,
        { projects: { [root]: { root, name: manifest.name, tags: manifest.nx?.tags ?? [], targets: targetsOf(root, manifest) } } },
      ];
    }),
];
