// The order of test files where no earlier run has left its times (a clean clone, a CI machine): those with a database before those without, long ones
// before short ones, so that the workers end together with something small. With times of an earlier run Jest knows better. Stories that want the system to
// themselves keep the order of their names: those that let time pass end with the longest time of all.
import { statSync } from 'node:fs';
import jestSequencer from '@jest/test-sequencer';

const TestSequencer = jestSequencer.default ?? jestSequencer;

const weigh = ({ path }) => (path.includes('.int-spec.') ? 1e9 : 0) + statSync(path).size;

const isAlone = ({ context }) => context.config.displayName?.name === 'alone-story';

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const weights = new Map(sorted.map((test) => [test, weigh(test)]));
    if (sorted.every(({ duration }) => duration === undefined)) sorted.sort((one, other) => weights.get(other) - weights.get(one));
    const alone = sorted.filter(isAlone).sort((one, other) => (one.path < other.path ? -1 : 1));
    return [...sorted.filter((test) => !isAlone(test)), ...alone];
  }
}
