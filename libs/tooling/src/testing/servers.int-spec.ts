import { createConnection } from 'node:net';
import { expect, test } from '@jest/globals';

/** Connects and hangs up: that something listens is all this file can know without a driver. */
function answers(uri: string): Promise<boolean> {
  const { hostname, port } = new URL(uri);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

test.each(['TEST_MONGODB_URI', 'TEST_REDIS_URL'])('an integration test finds a server at %s', async (name) => {
  const uri = process.env[name];
  expect(uri).toMatch(/^(mongodb|redis):\/\//);
  expect(await answers(uri ?? '')).toBe(true);
});
