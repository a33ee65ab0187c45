// What the committee does with a case: the secretary puts it to the vote, with conditions when the report proposes some; each member reads the report and
// votes by it; the secretary closes the vote, and the result is what the votes make of it.
import type { Person } from '../../../infra/local/demo/person.ts';
import type { Company } from './company.ts';
import { at, listAt, textAt } from './read.ts';
import type { Storyline } from './storyline.ts';

export interface Decided {
  readonly caseId: string;
  readonly decisionId: string;
  readonly result: 'APPROVED' | 'CONDITIONAL' | 'REJECTED';
  readonly conditionIds: readonly string[];
}

const OF_APPLICATION = { field: 'application', select: 'id approvalCase { id state report { reportVersion } }' };
const READING =
  'query Case($id: ID!) { approvalCase(id: $id) { state report { recommendation rating } bands { authority membersNeeded } } }';

/** Waits for the case of an application that is still open. */
export async function awaitCase(company: Company, story: Storyline): Promise<string> {
  const seen = await company
    .watch(company.one('committee-secretary'), OF_APPLICATION)
    .until(story.applicationId ?? '', 'the case of the committee', (one) => at(one, 'approvalCase', 'state') === 'OPEN');
  return textAt(seen, 'approvalCase', 'id');
}

/** From the open case to its decision. */
export async function decide(company: Company, story: Storyline, turn: number): Promise<Decided> {
  const caseId = await awaitCase(company, story);
  const secretary = company.one('committee-secretary');
  const { data } = await secretary.ask(READING, { id: caseId });
  const recommendation = textAt(data, 'approvalCase', 'report', 'recommendation');
  if (recommendation === 'APPROVE_WITH_CONDITIONS') await proposeConditions(company, story, caseId);
  for (const voter of votersFor(company, textAt(data, 'approvalCase', 'bands', 0, 'authority'), turn)) await vote(story, voter, caseId);
  const decided = await story.act(secretary, {
    verb: 'decideCase',
    input: { caseId },
    select: 'decision { id result conditions { conditionId } }',
  });
  return {
    caseId,
    decisionId: textAt(decided, 'decision', 'id'),
    result: textAt(decided, 'decision', 'result') as Decided['result'],
    conditionIds: listAt(decided, 'decision', 'conditions').map((one) => textAt(one, 'conditionId')),
  };
}

/** The conditions that the report proposes, due in two weeks. */
export async function proposeConditions(company: Company, story: Storyline, caseId: string): Promise<void> {
  const due = new Date(`${await company.today()}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + 14);
  await story.act(company.one('committee-secretary'), {
    verb: 'proposeTerms',
    input: { caseId, conditions: [{ text: '提供最近三个月的收入流水', dueOn: due.toISOString().slice(0, 10), evidenceKind: 'DOCUMENT' }] },
    select: 'approvalCase { id }',
  });
}

/** A member reads the report himself and votes by it. */
async function vote(story: Storyline, member: Person, caseId: string): Promise<void> {
  const { data } = await member.ask(READING, { id: caseId });
  const recommendation = textAt(data, 'approvalCase', 'report', 'recommendation');
  const isYes = recommendation === 'APPROVE' || recommendation === 'APPROVE_WITH_CONDITIONS';
  const reason = isYes ? '风险评估报告支持，条件可行' : '风险评估报告不支持';
  await story.act(member, { verb: 'castVote', input: { caseId, choice: isYes ? 'YES' : 'NO', reason }, select: 'approvalCase { id }' });
}

/** The chair alone, the chair and two members, or everybody. */
function votersFor(company: Company, authority: string, turn: number): readonly Person[] {
  const chair = company.one('committee-chair');
  if (authority === 'INDIVIDUAL') return [chair];
  if (authority === 'SMALL') return [chair, company.nth('committee-member', turn), company.nth('committee-member', turn + 1)];
  return [chair, ...company.all('committee-member')];
}
