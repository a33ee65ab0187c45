import { EventEmitter, once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { createLogger } from './logger.js';
import { Shutdown } from './shutdown.js';

/** A process that records exit codes instead of leaving. */
class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
    this.emit('exited', code);
  }
}

function setUp() {
  const lines: { level: string; step?: string }[] = [];
  const host = new FakeProcess();
  const log = createLogger({ name: 'test', destination: { write: (line) => void lines.push(JSON.parse(line) as { level: string }) } });
  return { shutdown: new Shutdown(log, host), host, lines };
}

describe('Shutdown', () => {
  test('runs the phases in order whatever the order of adding, once', async () => {
    const { shutdown } = setUp();
    const done: string[] = [];
    for (const phase of ['connections', 'relay', 'http', 'workers', 'drain'] as const) {
      shutdown.add(phase, phase, async () => {
        await Promise.resolve();
        done.push(phase);
      });
    }
    expect(await Promise.all([shutdown.run('test'), shutdown.run('again')])).toEqual([true, true]);
    expect(done).toEqual(['drain', 'http', 'workers', 'relay', 'connections']);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('no')), 'error'],
    ['throws', () => JSON.parse('{') as unknown, 'error'],
    ['overruns', () => new Promise(() => undefined), 'warn'],
  ])('a step that %s is logged and the later phases still run', async (_name, fn, level) => {
    const { shutdown, lines } = setUp();
    let closed = false;
    shutdown.add('workers', 'bad-step', fn, 10).add('connections', 'mongo', () => void (closed = true));
    expect(await shutdown.run('test')).toBe(false);
    expect(closed).toBe(true);
    expect(lines).toContainEqual(expect.objectContaining({ level, step: 'bad-step' }));
  });

  test.each([
    ['clean', () => undefined, 0],
    ['not clean', () => Promise.reject(new Error('no')), 1],
  ])('a signal exits with the code of a %s run', async (_name, fn, code) => {
    const { shutdown, host } = setUp();
    shutdown.add('http', 'server', fn).install();
    host.emit('SIGTERM');
    expect(await once(host, 'exited')).toEqual([code]);
    expect(host.exits).toEqual([code]);
  });

  test('a second signal leaves at once', async () => {
    const { shutdown, host } = setUp();
    const jobs = Promise.withResolvers<void>();
    shutdown.add('workers', 'long-jobs', () => jobs.promise, 60_000).install();
    host.emit('SIGINT');
    host.emit('SIGTERM');
    expect(host.exits).toEqual([1]);
    jobs.resolve();
    await shutdown.run('test');
  });

  test.each(['unhandledRejection', 'uncaughtException'])('%s is a bug: logged as fatal, exit 1', (event) => {
    const { shutdown, host, lines } = setUp();
    shutdown.install();
    host.emit(event, new Error('a bug'));
    expect(host.exits).toEqual([1]);
    expect(lines.at(-1)).toMatchObject({ level: 'fatal', event });
  });
});
