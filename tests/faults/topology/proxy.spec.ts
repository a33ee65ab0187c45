import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort } from '../../../infra/local/ports.ts';
import { FaultProxy } from './proxy.ts';

let echo: Server;
let proxy: FaultProxy;
let port: number;

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  port = await freePort();
  proxy = await FaultProxy.listen(port, (echo.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

/** What comes back until the connection ends or so many bytes are there. */
function ask(text: string, count = text.length): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ port, host: '127.0.0.1' });
    let heard = '';
    const settle = (ending: string): void => {
      socket.destroy();
      resolve(heard + ending);
    };
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.length >= count) settle('');
    });
    socket.once('error', () => settle('|reset'));
    socket.once('close', () => settle('|closed'));
    socket.write(text);
  });
}

describe('a proxy', () => {
  test('that is healthy hands everything on, in order', async () => {
    const long = Array.from({ length: 50_000 }, (_unused, place) => String(place)).join();
    expect(await ask(long)).toBe(long);
  });

  test('that refuses resets whoever comes, until it is healed', async () => {
    proxy.fall({ kind: 'refuse' });
    expect(await ask('hello')).toBe('|reset');
    proxy.heal();
    expect(await ask('hello')).toBe('hello');
  });

  test('cuts what is open', async () => {
    const asked = ask('hello', 100);
    while (proxy.cut() === 0) await new Promise(setImmediate);
    expect(await asked).toMatch(/\|reset$/);
  });

  test('that is a black hole swallows, and gives it back when it is healed', async () => {
    proxy.fall({ kind: 'black-hole' });
    let heard = 'nothing';
    const asked = ask('hello').then((text) => (heard = text));
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(heard).toBe('nothing');
    proxy.heal();
    expect(await asked).toBe('hello');
  });

  test('that is slow keeps the order of the bytes', async () => {
    proxy.fall({ kind: 'delay', ms: 5 });
    const text = 'abc'.repeat(1_000);
    expect(await ask(text)).toBe(text);
  });
});
