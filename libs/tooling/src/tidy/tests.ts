import { isCode, isTest, withoutComments } from '../workspace/code.ts';
import type { TidyRule } from './finding.ts';
import { failEach } from './finding.ts';

const focusedId = 'no-focused-tests';
const sleepId = 'no-sleeping-tests';
// Composed, so that this file does not match itself.
const focused = new RegExp(
  `\\b(?:it|test|describe)(?:\\.\\w+)*\\.(?:${['only', 'skip', 'todo', 'failing'].join('|')})\\b|\\b(?:xit|xtest|xdescribe|fit|fdescribe)\\s*\\(`,
  'g',
);
const sleeping = /\bsetTimeout\s*\(\s*(?:resolve|done|r)\b|(['"])(?:node:)?timers\/promises\1|\b(?:sleep|delay)\s*\(/g;

export const noFocusedTests: TidyRule = {
  id: focusedId,
  keeps: 'every test runs, always',
  check: (tree) =>
    tree.files
      .filter((path) => isCode(path) && tree.read(path).search(focused) >= 0)
      .flatMap((path) =>
        failEach(focusedId, path, withoutComments(path, tree.read(path)), {
          pattern: focused,
          message: (match) => `${match.trim()} hides tests: mend or delete the test`,
        }),
      ),
};

export const noSleepingTests: TidyRule = {
  id: sleepId,
  keeps: 'a test waits for what it needs, with a deadline (libs/testing), never for a while',
  check: (tree) =>
    tree.files
      .filter((path) => isTest(path) && tree.read(path).search(sleeping) >= 0)
      .flatMap((path) =>
        failEach(sleepId, path, withoutComments(path, tree.read(path)), {
          pattern: sleeping,
          message: () => 'sleeping: wait for the condition instead',
        }),
      ),
};
