// The order of test files where no earlier run has left its times (a clean clone, a CI machine): those with a database before those without, long ones
// before short ones, so that the workers end together with something small. With times of an earlier run Jest knows better.
import { statSync } from 'node:fs';
import jestSequencer from '@jest/test-sequencer';

const TestSequencer = jestSequencer.default ?? jestSequencer;

const weigh = ({ path }) => (path.includes('.int-spec.') ? 1e9 : 0) + statSync(path).size;

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const weights = new Map(sorted.map((test) => [test, weigh(test)]));
    return sorted.sort((one, other) => weights.get(other) - weights.get(one));
  }
}
