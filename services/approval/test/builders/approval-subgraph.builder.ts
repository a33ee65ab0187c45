import { afterAll, beforeAll, expect } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer, Inbox } from '@weilend/messaging';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { PlatformUnderTest, SubgraphUnderTest } from '@weilend/testing';
import { approvalService } from '../../src/approval.module.js';
import { aCast, aProduct, aReport, PRODUCT_ID } from './cast.builder.js';

// The department as it runs, asked through its graph: a policy of two bands, a committee in office and a product.

export let approval: SubgraphUnderTest;
export let inbox: Inbox;
export const cast = aCast();
export const source = new MessageSource();
export const otherSeller = person('sales', 'salesperson');
export const trainer = person('training', 'trainer');

interface Answer {
  userErrors: { code: string; field?: string[]; rule: string }[];
  [field: string]: unknown;
}

export async function call(name: string, input: object, selection: string, as?: EmployeeActor): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field rule } } }`;
  const answer = await approval.graph(query, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Answer;
}

export const platform = () => approval.platform as PlatformUnderTest;
export const PAGE =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { id approvalCase { id } decision { id } } } }';
export const BANDS = [
  { authority: 'INDIVIDUAL', upTo: '50000.00', membersNeeded: 1, chairVeto: false },
  { authority: 'SMALL', upTo: '200000.00', membersNeeded: 3 },
];

export async function opened(change: object = {}): Promise<{ caseId: string; applicationId: string }> {
  const data = aReport(cast, change);
  await inbox.receive(source.handoff('decide-application', 'risk', { subject: data.applicationId, data }));
  const row = await approval.platform.database.collection('approval_cases').findOne({ applicationId: data.applicationId } as never);
  return { caseId: String(row?._id), applicationId: data.applicationId };
}

export const vote = (caseId: string, as: EmployeeActor | undefined, choice = 'YES') =>
  call('castVote', { caseId, choice, reason: '现金流充足' }, 'approvalCase { votes { choice office member { id } } }', as);

/** Boots the department for the tests of one file. */
export function useApproval(): void {
  beforeAll(async () => {
    approval = await testSubgraph(approvalService, { role: 'all' });
    inbox = inboxOf(
      approval.platform,
      approvalService.consumers.map((consumer) => approval.app.get<AnyConsumer>(consumer)),
    );
    await seedPeople(approval.platform, [cast.chair, ...cast.members, cast.secretary]);
    await inbox.receive(source.event('finance.product-published.v1', PRODUCT_ID, aProduct()));
    const policy = await call(
      'publishPolicy',
      { bands: BANDS },
      'policy { id state policyVersion bands { authority upTo quorum { numerator denominator } } }',
      cast.chair,
    );
    expect(policy).toMatchObject({
      userErrors: [],
      policy: { state: 'DRAFT', policyVersion: 1, bands: [{ authority: 'INDIVIDUAL', upTo: '50000.00' }, { quorum: { numerator: 2 } }] },
    });
    const policyId = (policy['policy'] as { id: string }).id;
    expect(await call('approvePolicy', { policyId }, 'policy { state }', cast.chair)).toMatchObject({
      userErrors: [{ code: 'POLICY_OWN_DRAFT' }],
    });
    expect(await call('approvePolicy', { policyId }, 'policy { state }', cast.members[0])).toMatchObject({ policy: { state: 'APPROVED' } });
    const offices = [[cast.chair, 'CHAIR'], ...cast.members.map((member) => [member, 'MEMBER']), [cast.secretary, 'SECRETARY']] as [
      EmployeeActor,
      string,
    ][];
    for (const [{ employeeId }, office] of offices) {
      expect(await call('appointMember', { employeeId, office }, 'member { office employee { id } }', cast.chair)).toMatchObject({
        userErrors: [],
      });
    }
  });

  afterAll(() => approval.stop());
}
