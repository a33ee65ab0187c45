import { Injectable } from '@nestjs/common';
import { Files, isDeclaredAs } from '@weilend/files';
import type { MediaReading } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { record } from '../../domain/contract/contract.js';
import type { RecordingKind } from '../../domain/contract/contract.js';
import { measuredSeconds, requireUnclaimed } from '../../domain/contract/recording.js';
import type { MeasuredFile } from '../../domain/contract/recording.js';
import { ContractDesk } from './contract-desk.js';
import { ContractRules } from './contract-rules.js';

export interface AttachRecordingRequest {
  readonly requestKey?: string | null;
  readonly contractId: string;
  readonly kind: RecordingKind;
  readonly fileId: string;
  /** What the recorder showed; the length that counts is measured from the bytes. */
  readonly durationSeconds?: number | null;
}

/** Puts the sound or the picture of the signing to the contract, with the length that its bytes tell; it is kept until its retention ends [4.18]. */
@Injectable()
export class AttachRecording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly files: Files,
    private readonly rules: ContractRules,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AttachRecordingRequest): Promise<string> {
    // Checked bytes never change: they are read once, however often the transaction has to be tried.
    let reading: MediaReading | null = null;
    return this.work.once({ operation: 'attach-recording', actor, input }, async (tx) => {
      const { contract, application } = await this.desk.get(actor, input.contractId, tx);
      const about = { subject: { kind: 'application', id: application.id }, to: { kind: 'recording', id: contract.id } };
      const { contentType, sha256, sizeBytes } = await this.files.attach(input.fileId, about, tx);
      const { kind, fileId } = input;
      requireUnclaimed(contract.id, await this.desk.contracts.holderOfRecording(sha256, tx));
      reading ??= await this.files.measure(fileId);
      const durationSeconds = measuredSeconds(kind, measured(contentType, reading));
      const recording = { kind, fileId, sha256, claimedHash: sha256, sizeBytes, durationSeconds, contentType, deletion: null };
      const word = { by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.contracts.save(record(contract, { ...recording, ...word }, await this.rules.reading()), tx)).id;
    });
  }
}

function measured(contentType: string, reading: MediaReading): MeasuredFile {
  if (!reading.ok) return { contentType, problem: reading.problem, isAsDeclared: false, audioSeconds: null, videoSeconds: null };
  const { container, audioSeconds, videoSeconds } = reading.facts;
  return { contentType, problem: null, isAsDeclared: isDeclaredAs(container, contentType), audioSeconds, videoSeconds };
}
