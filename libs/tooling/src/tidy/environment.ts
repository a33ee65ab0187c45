import { isProduct, isTest, withoutComments } from '../workspace/code.ts';
import { placeOf } from '../lint/judge-import.ts';
import type { TidyRule } from './finding.ts';
import { failEach } from './finding.ts';

const id = 'environment';
const pattern = /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]env['"]\s*\]|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'(?:node:)?process'/g;
/** The configuration of a process, the library that parses it, and the place that hands the environment to it (naming nothing of it). */
const mayRead =
  /^(services\/([^/]+)\/src\/\2\.config\.ts|gateway\/src\/gateway\.config\.ts|libs\/boot\/src\/.*|libs\/service\/src\/start-service\.ts|libs\/testing\/src\/.*)$/;

export const environment: TidyRule = {
  id,
  keeps: 'only <dept>.config.ts reads the environment, so that every setting is described, parsed at boot and printed',
  check: (tree) =>
    tree.files
      .filter((path) => isProduct(path) && !isTest(path) && !placeOf(path).test && !mayRead.test(path))
      .filter((path) => tree.read(path).search(pattern) >= 0)
      .flatMap((path) =>
        failEach(id, path, withoutComments(path, tree.read(path)), {
          pattern,
          message: () => 'reads the environment: take it from the configuration',
        }),
      ),
};
