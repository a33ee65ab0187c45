// A TCP proxy in front of a server, which can be made ill: it refuses, cuts what is open in the middle of a stream, delays, or swallows everything in
// silence as a broken line does. What it swallowed goes on when it is healthy again, as after a retransmission.
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { pause } from '../../../infra/local/commands.ts';

export type Illness = { readonly kind: 'healthy' | 'refuse' | 'black-hole' } | { readonly kind: 'delay'; readonly ms: number };

const HEALTHY: Illness = { kind: 'healthy' };

export class FaultProxy {
  readonly #server: Server;
  readonly #targetPort: number;
  readonly #sockets = new Set<Socket>();
  #illness: Illness = HEALTHY;
  #recovered = Promise.resolve();
  #recover: () => void = () => undefined;

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer((client) => this.#join(client));
  }

  /** Listens on `port` of this machine for what is meant for `targetPort`. */
  static async listen(port: number, targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen({ port, host: '127.0.0.1' }, resolve);
    });
    return proxy;
  }

  fall(illness: Illness): void {
    this.heal();
    this.#illness = illness;
    if (illness.kind === 'black-hole') this.#recovered = new Promise((resolve) => (this.#recover = resolve));
    if (illness.kind === 'refuse') this.cut();
  }

  heal(): void {
    this.#illness = HEALTHY;
    this.#recover();
  }

  /** Resets every open connection, whatever is on its way. @returns how many there were */
  cut(): number {
    const { size } = this.#sockets;
    for (const socket of this.#sockets) socket.resetAndDestroy();
    return size;
  }

  async close(): Promise<void> {
    this.heal();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(client: Socket): void {
    if (this.#illness.kind === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect({ port: this.#targetPort, host: '127.0.0.1' });
    this.#wire(client, upstream);
    this.#wire(upstream, client);
  }

  #wire(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => this.#carry(from, to, chunk));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroySoon();
    });
  }

  #carry(from: Socket, to: Socket, chunk: Buffer): void {
    if (this.#illness.kind === 'healthy') return this.#write(from, to, chunk);
    // Nothing else comes from there meanwhile, so the order of the bytes stays.
    from.pause();
    void this.#held().then(() => {
      from.resume();
      this.#write(from, to, chunk);
    });
  }

  #write(from: Socket, to: Socket, chunk: Buffer): void {
    if (to.destroyed || to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  }

  async #held(): Promise<void> {
    const illness = this.#illness;
    if (illness.kind === 'delay') await pause(illness.ms);
    await this.#recovered;
  }
}
