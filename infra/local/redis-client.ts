// Asks Redis single questions (readiness, doctor) in its own protocol, RESP2. The full client would cost the supervisor more memory than the rest of it.
import { connect } from 'node:net';

export interface RedisAddress {
  readonly port: number;
  readonly host?: string;
  readonly username?: string;
  readonly password?: string;
}

export type RedisReply = string | number | null | RedisReply[];

const TIMEOUT_MS = 3_000;

/** Sends one command and returns its reply. @throws Error with Redis's own words, or when nothing answers within 3 s. */
export function askRedis(address: RedisAddress, command: readonly string[]): Promise<RedisReply> {
  const commands = address.password ? [['AUTH', ...(address.username ? [address.username] : []), address.password], command] : [command];
  return new Promise((resolve, reject) => {
    const socket = connect({ port: address.port, host: address.host ?? '127.0.0.1' });
    let received = '';
    const fail = (reason: Error) => {
      socket.destroy();
      reject(reason);
    };
    socket.setTimeout(TIMEOUT_MS, () => fail(new Error('Redis did not answer')));
    socket.once('error', fail);
    socket.once('close', () => reject(new Error('Redis closed the connection')));
    socket.once('connect', () => socket.write(commands.map(encodeCommand).join('')));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      try {
        const replies = decodeReplies(received, commands.length);
        if (!replies) return;
        resolve(replies.at(-1) ?? null);
        socket.destroy();
      } catch (thrown) {
        fail(thrown as Error);
      }
    });
  });
}

/** A command as an array of bulk strings. */
export function encodeCommand(parts: readonly string[]): string {
  return `*${parts.length}\r\n${parts.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

/** The first `count` replies, or undefined while they are not all there. @throws Error on an error reply. */
export function decodeReplies(text: string, count: number): RedisReply[] | undefined {
  const replies: RedisReply[] = [];
  let at = 0;
  while (replies.length < count) {
    const step = decodeReply(text, at);
    if (!step) return undefined;
    replies.push(step.reply);
    at = step.next;
  }
  return replies;
}

interface Step {
  readonly reply: RedisReply;
  readonly next: number;
}

function decodeReply(text: string, at: number): Step | undefined {
  const lineEnd = text.indexOf('\r\n', at);
  if (lineEnd < 0) return undefined;
  const line = text.slice(at + 1, lineEnd);
  const next = lineEnd + 2;
  switch (text[at]) {
    case '+':
      return { reply: line, next };
    case ':':
      return { reply: Number(line), next };
    case '$':
      return decodeBulk(text, next, Number(line));
    case '*':
      return decodeArray(text, next, Number(line));
    case '-':
      throw new Error(line);
    default:
      throw new Error('what answers there is not Redis');
  }
}

function decodeBulk(text: string, at: number, length: number): Step | undefined {
  if (length < 0) return { reply: null, next: at };
  const end = at + length;
  return text.length < end + 2 ? undefined : { reply: text.slice(at, end), next: end + 2 };
}

function decodeArray(text: string, at: number, length: number): Step | undefined {
  const items: RedisReply[] = [];
  let next = at;
  for (let index = 0; index < length; index += 1) {
    const step = decodeReply(text, next);
    if (!step) return undefined;
    items.push(step.reply);
    next = step.next;
  }
  return { reply: items, next };
}
