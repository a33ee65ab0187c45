import { Injectable } from '@nestjs/common';
import { actorRef, invariant, newId } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { SecurityEvent } from '../../domain/sign-in/security-event.js';
import { securityEventCollection } from './security-event.schema.js';

/** The security log: rows are added in the transaction of what they tell, never changed. */
@Injectable()
export class SecurityLog extends Repository<SecurityEvent> {
  constructor(database: Database) {
    super(database, securityEventCollection, 'security event');
  }

  async note(what: Pick<SecurityEvent, 'kind' | 'at'> & { employeeId?: string; signInId?: string }, tx: Tx): Promise<void> {
    const { employeeId = null, signInId = null, kind, at } = what;
    await this.insert({ id: newId('sec'), version: 0, kind, at, employeeId, signInId, by: actorRef(tx.actor) }, tx);
  }

  override save(): Promise<SecurityEvent> {
    invariant(false, 'the security log is never changed');
  }
}
