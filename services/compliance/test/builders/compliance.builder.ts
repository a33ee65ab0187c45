import type { Tx } from '@weilend/mongo';
import type { Inbox } from '@weilend/messaging';
import { inboxOf, MessageSource, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { complianceCollections } from '../../src/compliance.module.js';
import { FileWhenContractSigned } from '../../src/consumers/file-when-contract-signed.consumer.js';
import { FileWhenDecided } from '../../src/consumers/file-when-decided.consumer.js';
import { FileWhenDisbursed } from '../../src/consumers/file-when-disbursed.consumer.js';
import { NoteAppraisalWhenReflected } from '../../src/consumers/note-appraisal-when-reflected.consumer.js';
import { NoteAppraisalWhenReturned } from '../../src/consumers/note-appraisal-when-returned.consumer.js';
import { RecordWhenViewed } from '../../src/consumers/record-when-viewed.consumer.js';
import { ReportWhenFalsified } from '../../src/consumers/report-when-falsified.consumer.js';
import { complianceErrors } from '../../src/domain/compliance.errors.js';
import { AccessLog } from '../../src/persistence/access-log.repository.js';
import { Dossiers } from '../../src/persistence/dossier.repository.js';
import { ParameterRegister } from '../../src/persistence/parameter.repository.js';
import { Violations } from '../../src/persistence/violation.repository.js';
import { ApproveParameter } from '../../src/use-cases/approve-parameter/approve-parameter.use-case.js';
import { ConfirmViolation } from '../../src/use-cases/confirm-violation/confirm-violation.use-case.js';
import { FileDossier } from '../../src/use-cases/file-dossier/file-dossier.use-case.js';
import { InvestigateViolation } from '../../src/use-cases/investigate-violation/investigate-violation.use-case.js';
import { NoteAppraisal } from '../../src/use-cases/note-appraisal/note-appraisal.use-case.js';
import { ProposeParameter } from '../../src/use-cases/propose-parameter/propose-parameter.use-case.js';
import { PublishInitialParameters } from '../../src/use-cases/publish-initial-parameters/publish-initial-parameters.use-case.js';
import { RecordAccess } from '../../src/use-cases/record-access/record-access.use-case.js';
import { ReportViolation } from '../../src/use-cases/report-violation/report-violation.use-case.js';

export interface Office {
  readonly platform: PlatformUnderTest;
  readonly inbox: Inbox;
  readonly source: MessageSource;
  readonly dossiers: Dossiers;
  readonly acts: ReturnType<typeof buildActs>;
  stop(): Promise<void>;
}

function buildActs(p: PlatformUnderTest) {
  const [register, violations] = [new ParameterRegister(p.database), new Violations(p.database)];
  return {
    publishInitial: new PublishInitialParameters(p.work, register, p.outbox, p.clock),
    proposeParameter: new ProposeParameter(p.work, register, p.clock),
    approveParameter: new ApproveParameter(p.work, register, p.outbox, p.clock),
    reportViolation: new ReportViolation(p.work, violations, p.directory, p.clock),
    investigateViolation: new InvestigateViolation(p.work, violations),
    confirmViolation: new ConfirmViolation(p.work, violations, p.directory, p.outbox, p.handoffs, p.clock),
    noteAppraisal: new NoteAppraisal(violations),
    recordAccess: new RecordAccess(new AccessLog(p.database)),
    fileDossier: new FileDossier(new Dossiers(p.database), p.clock),
  };
}

/** Compliance on a real database of its own, with its consumers. */
export async function anOffice(): Promise<Office> {
  const platform = await testPlatform('compliance', { errors: complianceErrors, collections: complianceCollections });
  const acts = buildActs(platform);
  const inbox = inboxOf(platform, [
    new ReportWhenFalsified(acts.reportViolation),
    new NoteAppraisalWhenReflected(acts.noteAppraisal),
    new NoteAppraisalWhenReturned(acts.noteAppraisal),
    new RecordWhenViewed(acts.recordAccess),
    new FileWhenDecided(acts.fileDossier),
    new FileWhenContractSigned(acts.fileDossier),
    new FileWhenDisbursed(acts.fileDossier),
  ]);
  return { platform, inbox, source: new MessageSource(), dossiers: new Dossiers(platform.database), acts, stop: () => platform.stop() };
}

/** Reads inside a transaction of its own. */
export function read<T>(platform: PlatformUnderTest, ask: (tx: Tx) => Promise<T>): Promise<T> {
  return platform.work.run({ actor: { kind: 'service', service: 'compliance' }, operation: 'read' }, ask);
}
