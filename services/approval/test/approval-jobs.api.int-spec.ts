import { describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { eventually } from '@weilend/testing';
import { approval, call, cast, opened, source, useApproval, vote } from './builders/approval-subgraph.builder.js';
import { aReport } from './builders/cast.builder.js';

useApproval();

describe('[G4] jobs on Redis', () => {
  type Forged = ReturnType<typeof source.handoff>;
  const queues = () => {
    if (!approval.messaging) throw new Error('no workers');
    return approval.messaging.queues;
  };
  /** As another service sends it. */
  const deliver = (envelope: Forged) => {
    const row = {
      _id: `${envelope.id}.approval`,
      destination: 'approval' as const,
      queue: 'handoffs' as const,
      status: 'pending' as const,
    };
    return queues().publish('handoffs', 'approval', [{ ...row, envelope, createdAt: new Date(), publishedAt: null, ackedAt: null }]);
  };
  const rowsOf = (handoffId: string | undefined) =>
    approval.platform.database
      .collection('handoffs')
      .find({ _id: handoffId } as never)
      .toArray();
  const closed = (handoffId: string | undefined) =>
    eventually('the handoff is closed', async () => (await rowsOf(handoffId)).find((row) => row['state'] !== 'open'));
  const evidence = (applicationId: string, decisionId: string): Forged => {
    const given = [{ conditionId: newId('cnd'), fileId: newId('fil'), sha256: 'b'.repeat(64) }];
    return source.handoff('confirm-conditions', 'sales', {
      subject: applicationId,
      data: { applicationId, decisionId, participants: [], evidence: given },
    });
  };

  test('a forged report opens nothing', async () => {
    const data = aReport(cast);
    const envelope = source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
    const job = await queues()
      .queue('handoffs', 'approval')
      .add(envelope.type, envelope, { jobId: `${envelope.id}.approval` });
    await eventually('the job is refused', () => job.isFailed());
    expect(await rowsOf(envelope.handoffid)).toEqual([]);
    expect(
      await approval.platform.database.collection('approval_cases').countDocuments({ applicationId: data.applicationId } as never),
    ).toBe(0);
  });

  test('[7.3] a loan above every authority opens no case and goes back with its code', async () => {
    const data = aReport(cast, { amountFen: 20_000_001 });
    const envelope = source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
    await deliver(envelope);
    expect(await closed(envelope.handoffid)).toMatchObject({ state: 'returned', outcome: { code: 'OVER_AUTHORITY' } });
    expect(
      await approval.platform.database.collection('approval_cases').countDocuments({ applicationId: data.applicationId } as never),
    ).toBe(0);
  });

  test('[G5] evidence for a rejected decision puts nothing in force', async () => {
    const { caseId, applicationId } = await opened();
    await vote(caseId, cast.members[0], 'NO');
    await vote(caseId, cast.members[1], 'NO');
    const { decision } = await call('decideCase', { caseId }, 'decision { id result }', cast.secretary);
    const decisionId = (decision as { id: string }).id;
    const envelope = evidence(applicationId, decisionId);
    await deliver(envelope);
    expect(await closed(envelope.handoffid)).toMatchObject({ state: 'returned', outcome: { code: 'DECISION_NOT_IN_FORCE' } });
    expect(await call('confirmConditions', { decisionId }, 'decision { id }', cast.secretary)).toMatchObject({
      decision: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
  });
});
