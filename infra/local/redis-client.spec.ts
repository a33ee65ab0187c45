import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { freePort } from './ports.ts';
import { redisConf, redisReason, redisUrl } from './redis.ts';
import { askRedis, decodeReplies, encodeCommand } from './redis-client.ts';

test.each([
  [['PING'], '*1\r\n$4\r\nPING\r\n'],
  [['AUTH', 'pässwörd'], '*2\r\n$4\r\nAUTH\r\n$10\r\npässwörd\r\n'],
  [['SET', 'a', ''], '*3\r\n$3\r\nSET\r\n$1\r\na\r\n$0\r\n\r\n'],
])('%j is sent with lengths in bytes', (command, text) => {
  expect(encodeCommand(command)).toBe(text);
});

describe('replies', () => {
  test.each([
    ['+PONG\r\n', 1, ['PONG']],
    [':7\r\n', 1, [7]],
    ['$5\r\na\r\nbc\r\n', 1, ['a\r\nbc']],
    ['$-1\r\n', 1, [null]],
    ['*-1\r\n', 1, [[]]],
    ['*2\r\n$1\r\na\r\n:3\r\n', 1, [['a', 3]]],
    ['+OK\r\n+PONG\r\n', 2, ['OK', 'PONG']],
  ])('%j', (text, count, replies) => {
    expect(decodeReplies(text, count)).toEqual(replies);
  });

  test.each([[''], ['+PO'], ['+PONG\r'], ['$5\r\nab'], ['*2\r\n:1\r\n'], ['*1\r\n'], ['+OK\r\n']])('%j is not whole yet', (text) => {
    expect(decodeReplies(text, text === '+OK\r\n' ? 2 : 1)).toBeUndefined();
  });

  test.each([
    ['-NOAUTH Authentication required.\r\n', 'NOAUTH'],
    ['-LOADING Redis is loading\r\n', 'LOADING'],
    ['HTTP/1.1 400 Bad Request\r\n', 'not Redis'],
  ])('%j is an error', (text, reason) => {
    expect(() => decodeReplies(text, 1)).toThrow(reason);
  });

  test('who closes the line without a word is an error', async () => {
    const port = await freePort();
    const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await expect(askRedis({ port }, ['PING'])).rejects.toThrow(/closed|ECONNRESET/);
    await new Promise((resolve) => server.close(resolve));
  });

  test('nobody there is an error', async () => {
    await expect(askRedis({ port: await freePort() }, ['PING'])).rejects.toThrow('ECONNREFUSED');
  });
});

describe('redis.conf', () => {
  const conf = redisConf({ binary: 'x', dir: '/da ta/"redis"', port: 6479, password: 'p"w' });

  test.each([
    'bind 127.0.0.1',
    'port 6479',
    'appendonly yes',
    'appendfsync everysec',
    'aof-load-truncated yes',
    'maxmemory-policy noeviction',
    'dir "/da ta/\\"redis\\""',
    'requirepass "p\\"w"',
  ])('says %s', (line) => {
    expect(conf.split('\n')).toContain(line);
  });

  test('without a password there is no password line', () => {
    expect(redisConf({ binary: 'x', dir: '/d', port: 1 })).not.toContain('requirepass');
  });
});

test.each([
  [6479, undefined, 'redis://127.0.0.1:6479'],
  [6479, 'a/b:c', 'redis://:a%2Fb%3Ac@127.0.0.1:6479'],
])('address with port %d and password %s', (port, password, url) => {
  expect(redisUrl(port, password)).toBe(url);
});

test.each([
  ['# Could not create server TCP listening socket 127.0.0.1:6479: bind: Address already in use', 'REDIS_PORT'],
  ['Bad file format reading the append only file: make a backup', 'damaged in the middle'],
  ['Ready to accept connections', undefined],
])('%j', (text, reason) => {
  if (reason === undefined) expect(redisReason(text)).toBeUndefined();
  else expect(redisReason(text)).toContain(reason);
});
