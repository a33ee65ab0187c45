import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { channelAfter } from '../../domain/bureau/circuit.js';
import type { BureauChannelState, Circuit } from '../../domain/bureau/circuit.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { bureauChannelCollection } from './bureau-channel.schema.js';

/** The only row. */
export const BUREAU_CHANNEL = 'bureau';

/** Whether the bureau is being asked at all; written only when it changes. */
@Injectable()
export class BureauChannelStates extends Repository<BureauChannelState> {
  constructor(database: Database) {
    super(database, bureauChannelCollection, 'bureau channel');
  }

  async note(attempt: { circuit: Circuit; lastTrouble: BureauTrouble | null; at: Date }, tx: Tx): Promise<void> {
    const { circuit, lastTrouble, at } = attempt;
    const known = await this.find(BUREAU_CHANNEL, tx);
    const next = channelAfter(known, { id: BUREAU_CHANNEL, ...circuit, lastTrouble, at });
    if (next) await (known ? this.save(next, tx) : this.insert(next, tx));
  }
}
