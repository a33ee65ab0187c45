import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { record } from '../../domain/contract/contract.js';
import type { RecordingKind } from '../../domain/contract/contract.js';
import { ContractDesk } from './contract-desk.js';

export interface AttachRecordingRequest {
  readonly requestKey?: string | null;
  readonly contractId: string;
  readonly kind: RecordingKind;
  readonly fileId: string;
  readonly durationSeconds: number;
}

/** Puts the sound or the picture of the signing to the contract; an attached file is never deleted [4.18]. */
@Injectable()
export class AttachRecording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AttachRecordingRequest): Promise<string> {
    return this.work.once({ operation: 'attach-recording', actor, input }, async (tx) => {
      const { contract, application } = await this.desk.get(actor, input.contractId, tx);
      const about = { subject: { kind: 'application', id: application.id }, to: { kind: 'recording', id: contract.id } };
      const { contentType, sha256, sizeBytes } = await this.files.attach(input.fileId, about, tx);
      const { kind, fileId, durationSeconds } = input;
      if (!contentType.startsWith(`${kind.toLowerCase()}/`)) throw new DomainError('RECORDING_KIND', { contentType, kind }, 'fileId');
      const recording = { kind, fileId, sha256, sizeBytes, durationSeconds, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.contracts.save(record(contract, recording), tx)).id;
    });
  }
}
