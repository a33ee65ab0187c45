import type { Logger } from '@weilend/boot';
import { createLocalJWKSet, errors } from 'jose';
import type { FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';

type LocalKeys = ReturnType<typeof createLocalJWKSet>;
export type VerificationKey = Awaited<ReturnType<LocalKeys>>;

export interface PublishedKeysOptions {
  /** Asked in this order; the first answer counts, because a cached copy elsewhere may still hold a withdrawn key. */
  readonly urls: () => readonly string[];
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

const pauseMs = 5_000;
const answerWithinMs = 2_000;
/** Withdrawn keys are noticed this late at most, as long as somebody serves the keys. */
const refreshEveryMs = 60_000;

/** No keys could be fetched since the start: nothing can be said about a token. */
export class KeysMissing extends Error {
  constructor() {
    super('no published keys could be fetched');
    this.name = 'KeysMissing';
  }
}

/**
 * The keys that access tokens are signed with. They are fetched when a token names an unknown key, at most once per 5 s, and again
 * every minute; when nobody serves them, the last ones stay in use.
 */
export class PublishedKeys {
  private keys: LocalKeys | undefined;
  private fetching: Promise<void> | undefined;
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private readonly now: () => number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PublishedKeysOptions) {
    this.now = options.now ?? (() => performance.now());
  }

  /** Fetches for the first time and then every minute. */
  start(): void {
    void this.refresh();
    this.timer = setInterval(() => void this.refresh(), refreshEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The key for a token, as `jwtVerify` asks for it. @throws KeysMissing, or an error of jose when no key fits. */
  readonly find = async (header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<VerificationKey> => {
    try {
      if (this.keys) return await this.keys(header, token);
    } catch (problem) {
      if (!(problem instanceof errors.JWKSNoMatchingKey)) throw problem;
    }
    await this.refresh();
    if (!this.keys) throw new KeysMissing();
    return this.keys(header, token);
  };

  /** Callers at the same time share one fetch. */
  private refresh(): Promise<void> {
    if (this.fetching) return this.fetching;
    if (this.now() - this.fetchedAt < pauseMs) return Promise.resolve();
    this.fetchedAt = this.now();
    this.fetching = this.fetchInTurn().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetchInTurn(): Promise<void> {
    const failures: string[] = [];
    for (const url of this.options.urls()) {
      try {
        this.keys = createLocalJWKSet(await fetchKeys(url));
        return;
      } catch (problem) {
        failures.push(`${url}: ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    }
    this.options.log.warn({ failures, kept: this.keys !== undefined }, 'published keys could not be fetched');
  }
}

async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs), headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const keys = (await response.json()) as Partial<JSONWebKeySet>;
  if (!Array.isArray(keys.keys) || keys.keys.length === 0) throw new Error('holds no keys');
  return { keys: keys.keys };
}
