import { afterEach, expect, test } from '@jest/globals';
import { Surroundings } from './surroundings.ts';

class Installed {
  static setting: string | null = null;
  answer(): number {
    return 42;
  }
}

const surroundings = new Surroundings();
surroundings.watch([Installed, 'not a class', null]);

afterEach(() => surroundings.restore());

const host = globalThis as Record<string, unknown>;
const home = process.env['PATH'];
const now = Date.now;
const folder = process.cwd();

test.each<[string, () => void, () => unknown, unknown]>([
  ['a new variable', () => (process.env['SPEC_LEFT'] = 'here'), () => process.env['SPEC_LEFT'], undefined],
  ['a changed variable', () => (process.env['PATH'] = '/nowhere'), () => process.env['PATH'], home],
  ['a variable taken away', () => delete process.env['PATH'], () => process.env['PATH'], home],
  ['a new global', () => (host['specLeft'] = 1), () => 'specLeft' in host, false],
  ['a global under a symbol', () => (host[Symbol.for('spec.left') as never] = 1 as never), () => Symbol.for('spec.left') in host, false],
  ['another clock', () => (Date.now = () => 1), () => Date.now, now],
  [
    'a method for every list',
    () => ((Array.prototype as unknown as Record<string, unknown>)['specLeft'] = 1),
    () => 'specLeft' in [],
    false,
  ],
  ['a method taken away', () => delete (Map.prototype as { clear?: unknown }).clear, () => typeof Map.prototype.clear, 'function'],
  ['a listener', () => void process.on('SIGUSR2', () => undefined), () => process.listenerCount('SIGUSR2'), 0],
  ['another folder', () => process.chdir('/'), () => process.cwd(), folder],
  ['a setting of an installed class', () => (Installed.setting = 'loud'), () => Installed.setting, null],
  ['a method of an installed class', () => (Installed.prototype.answer = () => 1), () => new Installed().answer(), 42],
])('%s is gone when the file is over', (_what, leave, look, clean) => {
  leave();
  surroundings.restore();
  expect(look()).toBe(clean);
});

test('what a package sets up when it is loaded stays for every file', () => {
  const loaded = surroundings.keep(() => {
    host['specPackage'] = 'loaded';
    process.on('SIGUSR2', stay);
    return 'exports';
  });
  host['specPackage'] = 'changed by a file';
  surroundings.restore();
  expect([loaded, host['specPackage'], process.listeners('SIGUSR2')]).toEqual(['exports', 'loaded', [stay]]);
  delete host['specPackage'];
  process.removeListener('SIGUSR2', stay);
});

test('what cannot be taken away again is left as it is, and the rest is put back all the same', () => {
  Object.defineProperty(host, 'specForever', { value: 1, configurable: false });
  host['specLeft'] = 1;
  surroundings.restore();
  expect(['specForever' in host, 'specLeft' in host]).toEqual([true, false]);
});

function stay(): void {}
