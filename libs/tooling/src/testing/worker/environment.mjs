// The surroundings of a test file are the worker's own realm: one set of built-in classes for our sources and for what is installed (runtime.mjs).
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import { Surroundings } from './surroundings.ts';

export const surroundings = new Surroundings();

export default class WorkerEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.conditions = projectConfig.testEnvironmentOptions.customExportConditions;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.global = null;
    surroundings.restore();
  }

  exportConditions() {
    return this.conditions;
  }

  /** Jest asks for it to learn whether the environment still stands. */
  getVmContext() {
    return this.global;
  }
}
