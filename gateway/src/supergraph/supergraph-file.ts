import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@weilend/boot';

type Initialize = SupergraphManager['initialize'];
type Update = Parameters<Initialize>[0]['update'];

export interface SupergraphFileOptions {
  readonly path: string;
  readonly pollMs: number;
  readonly log: Pick<Logger, 'info' | 'error' | 'warn'>;
  /** Throws a sentence when the text is obviously no supergraph; asked of the first text too. */
  readonly inspect: (supergraphSdl: string) => unknown;
  /** Throws when the text cannot be served; runs before the running gateway is touched. */
  readonly prove: (supergraphSdl: string) => Promise<void>;
  readonly onReload: (result: 'success' | 'failure') => void;
}

/** Editors write a file in several steps: it is read when it has been still for this long. */
const settleMs = 50;

/**
 * Serves the supergraph of a file and follows its changes. The folder is watched, because editors and deployments replace the
 * file instead of writing into it, and the file is polled besides, because not every file system reports changes.
 * A text that cannot be served is logged once and the last good one stays.
 */
export class SupergraphFile implements SupergraphManager {
  private lastTried = '';
  private update: Update | undefined;
  private queue: Promise<void> = Promise.resolve();
  private settling: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: SupergraphFileOptions) {}

  /** Called once by the gateway. @throws Error when the first text cannot be read; the gateway itself refuses one it cannot serve. */
  readonly initialize: Initialize = async ({ update }) => {
    const supergraphSdl = await this.readFirst();
    this.options.inspect(supergraphSdl);
    this.lastTried = digest(supergraphSdl);
    this.update = update;
    const stopWatching = this.watchFolder();
    const poll = setInterval(() => this.checkSoon(), this.options.pollMs).unref();
    const cleanup = async () => {
      this.closed = true;
      clearInterval(poll);
      clearTimeout(this.settling);
      stopWatching();
      await this.queue;
    };
    return { supergraphSdl, cleanup };
  };

  /** Reads the file again now. Checks run one after the other: the gateway refuses an update during an update. */
  check(): Promise<void> {
    this.queue = this.queue.then(() => this.checkOnce());
    return this.queue;
  }

  private async readFirst(): Promise<string> {
    const { path } = this.options;
    try {
      return await readFile(path, 'utf8');
    } catch (cause) {
      throw new Error(`the supergraph file ${path} cannot be read: write it with npm run print, or set SUPERGRAPH_FILE`, { cause });
    }
  }

  private watchFolder(): () => void {
    const { path, log } = this.options;
    try {
      const name = basename(path);
      const watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
        if (file === null || file === name) this.checkSoon();
      });
      watcher.on('error', (err) => log.warn({ err, path }, 'the supergraph file is no longer watched, only polled'));
      return () => watcher.close();
    } catch (err) {
      log.warn({ err, path }, 'the supergraph file cannot be watched, only polled');
      return () => undefined;
    }
  }

  private checkSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.check(), settleMs).unref();
  }

  private async checkOnce(): Promise<void> {
    if (this.closed) return;
    const { path, log, onReload, inspect, prove } = this.options;
    let tried = 'unreadable';
    try {
      const supergraphSdl = await readFile(path, 'utf8').catch((cause: unknown) =>
        Promise.reject(new Error('the file cannot be read', { cause })),
      );
      tried = digest(supergraphSdl);
      if (tried === this.lastTried) return;
      inspect(supergraphSdl);
      await prove(supergraphSdl);
      if (this.closed) return;
      this.update?.(supergraphSdl);
      log.info({ path }, 'serving the changed supergraph');
      onReload('success');
    } catch (err) {
      if (tried === this.lastTried) return;
      log.error({ err, path }, 'the changed supergraph cannot be served: the last good one stays');
      onReload('failure');
    } finally {
      this.lastTried = tried;
    }
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
