// Questions to TCP ports of this machine.
import { connect, createServer } from 'node:net';

/** True when something accepts connections there. */
export function portAnswers(port: number, host = '127.0.0.1', timeoutMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** True when this process could listen there now. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port that was free a moment ago, chosen by the system. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port was given'))));
    });
  });
}

const ROW_FIRST = 21_000;
const ROW_END = 31_000;

/** That many free ports in a row, below the range from which the system gives ports to outgoing connections. @returns the first of them. */
export async function freePortRow(count: number): Promise<number> {
  const places = Math.floor((ROW_END - ROW_FIRST) / count);
  const start = Math.floor(Math.random() * places);
  for (let tried = 0; tried < places; tried += 1) {
    const first = ROW_FIRST + ((start + tried) % places) * count;
    const free = await Promise.all(Array.from({ length: count }, (_unused, place) => isPortFree(first + place)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}
