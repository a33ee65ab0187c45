// Runs stories side by side: they share one system and mostly wait for it. Those that want it to themselves come after all others and one by one.
import jestRunner from 'jest-runner';

const TestRunner = jestRunner.default ?? jestRunner;

const isAlone = ({ context }) => context.config.displayName?.name === 'alone-story';

export default class StoryRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    await super.runTests(
      tests.filter((test) => !isAlone(test)),
      watcher,
      options,
    );
    await super.runTests(tests.filter(isAlone), watcher, { ...options, serial: true });
  }
}
