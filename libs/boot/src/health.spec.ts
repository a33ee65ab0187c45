import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { Health } from './health.js';
import { createMetrics } from './metrics.js';
import { closeServer, registerOpsRoutes } from './ops-routes.js';

const refuse = (sentence: string) => () => {
  throw new Error(sentence);
};

describe('readiness', () => {
  test.each([
    ['no checks', [], 'ready'],
    ['all fine', [{ fn: () => undefined }], 'ready'],
    ['a required one fails', [{ fn: () => undefined }, { fn: refuse('no database') }], 'not-ready'],
    ['a required one rejects', [{ fn: () => Promise.reject(new Error('gone')) }], 'not-ready'],
    ['only an optional one fails', [{ fn: refuse('risk is down'), required: false }], 'ready'],
  ])('%s', async (_name, checks: readonly { fn: () => Promise<void> | void; required?: boolean }[], status) => {
    const health = new Health();
    checks.forEach((check, index) =>
      health.addCheck(`check-${index}`, check.fn, check.required === undefined ? {} : { required: check.required }),
    );
    expect((await health.ready()).status).toBe(status);
  });

  test('says what failed', async () => {
    const health = new Health().addCheck('mongo', refuse('no database')).addCheck('risk', refuse('down'), { required: false });
    expect((await health.ready()).checks).toEqual({
      mongo: { ok: false, required: true, message: 'no database' },
      risk: { ok: false, required: false, message: 'down' },
    });
  });

  test('a removed check is not asked any more', async () => {
    const health = new Health().addCheck('mongo', refuse('no database')).addCheck('risk', refuse('down'));
    health.removeCheck('mongo').removeCheck('risk').removeCheck('unknown');
    expect(await health.ready()).toEqual({ status: 'ready', checks: {} });
  });

  test('a check without an answer fails at its limit', async () => {
    const health = new Health(20).addCheck('mongo', () => new Promise<void>(() => undefined));
    expect((await health.ready()).checks['mongo']).toEqual({ ok: false, required: true, message: 'no answer within 20 ms' });
  });

  test('askers at the same time share one run, later askers get a new one', async () => {
    let runs = 0;
    const health = new Health().addCheck('count', () => void (runs += 1));
    await Promise.all([health.ready(), health.ready(), health.ready()]);
    expect(runs).toBe(1);
    await health.ready();
    expect(runs).toBe(2);
  });
});

describe('routes', () => {
  async function serve(health: Health) {
    const app = fastify();
    const metrics = createMetrics('finance');
    metrics.counter({ name: 'loans_total', help: 'Loans paid out', labels: ['product'] }).inc({ product: 'p1' });
    metrics.counter({ name: 'loans_total', help: 'Loans paid out', labels: ['product'] }).inc({ product: 'p1' });
    registerOpsRoutes(app, { health, metrics });
    const get = (url: string) => app.inject({ url });
    return { get };
  }

  test('live stays 200 when not ready; ready is 503 when a check fails and while draining', async () => {
    const failing = await serve(new Health().addCheck('mongo', refuse('no')));
    expect((await failing.get('/health/live')).statusCode).toBe(200);
    expect((await failing.get('/health/ready')).statusCode).toBe(503);
    const health = new Health();
    const fine = await serve(health);
    expect((await fine.get('/health/ready')).statusCode).toBe(200);
    health.startDraining();
    const draining = await fine.get('/health/ready');
    expect([draining.statusCode, draining.json()]).toEqual([503, { status: 'draining', checks: {} }]);
    expect(draining.headers['connection']).toBe('close');
  });

  test('metrics carry the service and a measure asked for twice is one', async () => {
    const { get } = await serve(new Health());
    const text = (await get('/metrics')).body;
    expect(text).toContain('loans_total{product="p1",service="finance"} 2');
    expect(text).toContain('process_cpu_seconds_total{service="finance"}');
  });
});

describe('closing', () => {
  async function listen(answer: () => Promise<string>) {
    const app = fastify();
    app.post('/', answer);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1');
    return { app, socket };
  }

  test('answers what is in flight and does not wait for the connection to be idle long enough', async () => {
    const arrived = Promise.withResolvers<void>();
    const release = Promise.withResolvers<string>();
    const { app, socket } = await listen(() => {
      arrived.resolve();
      return release.promise;
    });
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n');
    await arrived.promise;
    const closed = closeServer(app);
    release.resolve('done');
    const chunks = await socket.toArray();
    expect(Buffer.concat(chunks as Buffer[]).toString()).toMatch(/^HTTP\/1.1 200 OK[\s\S]*done$/);
    await closed;
  });

  test('cuts a client that stopped in the middle of its request', async () => {
    const { app, socket } = await listen(async () => 'never reached');
    socket.on('error', () => undefined).write('POST / HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 10\r\n\r\nhalf');
    await once(app.server, 'request');
    const [, closed] = await Promise.all([closeServer(app, 50), once(socket, 'close')]);
    expect(closed).toBeDefined();
  });
});
