import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import { MatchBankLine } from '../match-bank-line/match-bank-line.use-case.js';
import { BankLineBook } from './bank-line-book.js';
import { PostBankLine } from './post-bank-line.use-case.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
const LEASE = 'bank-lines';
/** Much longer than a batch takes; only speed hangs on it, a line is posted once whoever posts it. */
const LEASE_MS = 60_000;
const BATCH = 50;

export interface Carrying {
  readonly isStopping: () => boolean;
  /** Told of a line that could not be carried on now. */
  readonly onTrouble: (lineId: string, error: unknown) => void;
}

/** Carries the lines of imported statements to their end, one after the other: found, posted, or waiting for a person [4.19]. */
@Injectable()
export class CarryBankLines {
  constructor(
    private readonly leases: Leases,
    private readonly book: BankLineBook,
    private readonly match: MatchBankLine,
    private readonly post: PostBankLine,
  ) {}

  async execute({ isStopping, onTrouble }: Carrying): Promise<void> {
    for (let after = ''; !isStopping();) {
      const ids = await this.book.open(after, BATCH);
      if (ids.length === 0) break;
      if (!(await this.leases.take(LEASE, LEASE_MS))) return;
      for (const lineId of ids) {
        if (isStopping()) return;
        await this.carry(lineId).catch((error: unknown) => this.failed(lineId, error, onTrouble));
      }
      after = ids.at(-1) ?? after;
      if (ids.length < BATCH) break;
    }
    if (!isStopping()) await this.book.closeDone(ACTOR);
  }

  private async carry(lineId: string): Promise<void> {
    const line = await this.match.execute(ACTOR, lineId);
    if (line.state === 'POSTING') await this.post.execute(ACTOR, lineId);
  }

  /** One line never holds up the others; what only came at a bad moment is simply tried again. */
  private async failed(lineId: string, error: unknown, onTrouble: Carrying['onTrouble']): Promise<void> {
    if (isOutsideTrouble(error)) throw error;
    onTrouble(lineId, error);
    if (!(error instanceof DomainError)) await this.book.fail(ACTOR, lineId);
  }
}

/** The database could not be reached: no word about any line. */
const isOutsideTrouble = (error: unknown): boolean =>
  error instanceof Error && /^Mongo(Network|ServerSelection|NotConnected|PoolCleared|Topology)/.test(error.name);
