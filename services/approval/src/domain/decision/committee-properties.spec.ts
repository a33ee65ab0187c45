import { describe, expect, test } from '@jest/globals';
import { addDays, DomainError } from '@weilend/kernel';
import fc from 'fast-check';
import { TODAY } from '../__cases__/committee.builder.js';
import { bylaws } from '../__cases__/oracle.cases.js';
import type { Cast } from '../__cases__/oracle.cases.js';
import { PEOPLE, randomWorld } from '../__cases__/random.builder.js';
import type { RandomAct, RandomWorld } from '../__cases__/random.builder.js';
import type { ApprovalCase } from '../case/approval-case.js';
import { castVote, recuse, vetoCase } from '../case/ballot.js';
import { electorateOf } from '../case/electorate.js';
import type { Roll } from '../case/electorate.js';
import { decide, verdictOf } from './decide.js';
import type { Decision } from './decide.js';
import { isElectorate } from './recheck-electors.js';

const RUNS = { numRuns: 10_000, seed: 20_261_126 };
const at = new Date('2026-11-23T02:00:00Z');
const INPUT = {
  decisionId: 'dec_1',
  decidedBy: 'emp_sec',
  decidedOn: TODAY,
  decidedAt: at,
  validityDays: 90,
  rateCap: '0.24',
  reasons: ['秘书补充'],
};

/** A committee at work: what the domain holds, and the test's own record of who voted for which seat. */
interface Table {
  approvalCase: ApprovalCase;
  roll: Roll;
  casts: Cast[];
  vetoBy: string | null;
  decision: Decision | null;
  verdict: 'RETURN' | 'DECIDE' | null;
}

const codeOf = (act: () => void): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

function perform(table: Table, { what, who, yes }: RandomAct): void {
  const employeeId = PEOPLE[who] ?? 'emp_a';
  const { approvalCase, roll } = table;
  if (what === 'vote') {
    const electorate = electorateOf(approvalCase, roll, TODAY);
    table.approvalCase = castVote(approvalCase, electorate, { employeeId, choice: yes ? 'YES' : 'NO', reason: '理由', at });
    const term = roll.terms.find((one) => one.employeeId === employeeId);
    table.casts = [...table.casts, { who: employeeId, seat: term?.substituteFor ?? employeeId, yes }];
  } else if (what === 'recuse') {
    table.approvalCase = recuse(approvalCase, { employeeId, reason: '亲属', kind: 'FORCED', at });
  } else if (what === 'veto') {
    table.approvalCase = vetoCase(approvalCase, electorateOf(approvalCase, roll, TODAY), { employeeId, reason: '风险', at });
    table.vetoBy = employeeId;
  } else if (what === 'end-term') {
    const terms = roll.terms.map((one) => (one.employeeId === employeeId ? { ...one, toOn: addDays(TODAY, -1) } : one));
    table.roll = { ...roll, terms };
  } else if (what === 'come-back') {
    table.roll = { ...roll, absences: roll.absences.filter((one) => one.employeeId !== employeeId) };
  } else {
    const electorate = electorateOf(approvalCase, roll, TODAY);
    table.verdict = verdictOf(approvalCase, electorate, at);
    if (table.verdict === 'DECIDE')
      ({ approvalCase: table.approvalCase, decision: table.decision } = decide(approvalCase, electorate, INPUT));
  }
}

const tableOf = ({ terms, absences, approvalCase }: RandomWorld): Table => ({
  ...{ approvalCase, roll: { terms, absences }, casts: [], vetoBy: null, decision: null, verdict: null },
});

/** What the bylaws say of the table as the test remembers it. */
const judged = ({ approvalCase, roll, casts, vetoBy }: Table) => bylaws({ ...roll, approvalCase, casts, vetoBy, today: TODAY });

function must(holds: unknown, what: string): void {
  if (!holds) throw new Error(`it must hold that ${what}`);
}

/** Everything that must hold whatever happened, read off the record with plain counting. */
function checkRecord({ approvalCase: { votes, recusals, participants }, casts }: Table): void {
  const same = votes.every((vote, place) => {
    const cast = casts[place];
    return cast?.who === vote.employeeId && cast.seat === vote.seatOf && cast.yes === (vote.choice === 'YES');
  });
  must(same && votes.length === casts.length, 'the record holds what was cast');
  const voters = votes.map((vote) => vote.employeeId);
  must(new Set(voters).size === voters.length, 'nobody votes twice');
  const out = new Set(recusals.map((one) => one.employeeId));
  const seats = votes.filter((vote) => !out.has(vote.employeeId)).map((vote) => vote.seatOf);
  must(new Set(seats).size === seats.length, 'no seat votes twice');
  must(!participants.some((one) => voters.includes(one.employeeId)), 'nobody votes on a loan that he had a part in');
}

const seen = { YES: 0, NO: 0, TIE_BACK: 0, refused: 0, substitutes: 0, vetoed: 0 };

describe('[4.12, 4.13, G4] ten thousand random committees', () => {
  test('no decision ever breaks quorum, majority, veto, tie or term limits, as the bylaws are counted by hand', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const table = tableOf(world);
        for (const act of [...world.acts, { what: 'decide', who: 0, yes: true } as const]) {
          if (table.decision) break;
          const before = { ...table };
          const expected = act.what === 'decide' ? judged(table).outcome : null;
          const code = codeOf(() => perform(table, act));
          if (code !== null) {
            seen.refused++;
            must(
              Object.keys(before).every((key) => before[key as keyof Table] === table[key as keyof Table]),
              'a refused act changes nothing',
            );
          }
          if (expected !== null) checkVerdict(expected, code, table);
        }
        checkRecord(table);
        if (table.casts.some((cast) => cast.who !== cast.seat)) seen.substitutes++;
      }),
      RUNS,
    );
    // The random committees reach every outcome often enough to mean something.
    expect(Object.entries(seen).filter(([, count]) => count < 50)).toEqual([]);
  });
});

/** Who was entitled is kept with the decision, and the check that is written apart finds the quorum in it again. */
function checkElectors({ decision, approvalCase, roll }: Table): void {
  must(decision?.electors && decision.electors.length > 0, 'a decision names who was entitled');
  const aside = new Set([...approvalCase.recusals, ...approvalCase.participants].map(({ employeeId }) => employeeId));
  const counted = approvalCase.votes.filter((vote) => !aside.has(vote.employeeId));
  const alone = decision?.authority === 'INDIVIDUAL' ? counted.filter(({ office }) => office === 'CHAIR') : counted;
  const kept = { ...(decision as Decision), minutesHtml: '', minutesHash: '' };
  must(isElectorate({ decision: kept, approvalCase, policy: null, terms: roll.terms }, alone, aside), 'those named give the base');
}

function checkVerdict(expected: string, code: string | null, table: Table): void {
  const { decision, verdict, approvalCase, vetoBy } = table;
  if (expected === 'NOBODY' || expected === 'TOO_FEW') return must(code === 'COMMITTEE_TOO_SMALL', `${expected} is refused, not ${code}`);
  if (expected === 'NO_QUORUM') return must(code === 'QUORUM_NOT_REACHED', `no quorum is refused, not ${code}`);
  must(code === null, `${expected} is not refused with ${code}`);
  if (expected === 'TIE_BACK') {
    must(verdict === 'RETURN' && approvalCase.state === 'open' && decision === null, 'a tie goes back');
    seen.TIE_BACK++;
    return;
  }
  checkElectors(table);
  must(decision?.result === (expected === 'YES' ? 'APPROVED' : 'REJECTED'), `${expected} is not ${decision?.result}`);
  const vetoed = decision?.tally.passed === true && expected === 'NO';
  must(decision?.vetoed === vetoed && (!vetoed || vetoBy !== null), 'only a veto turns yes into no');
  if (vetoed) seen.vetoed++;
  seen[expected as 'YES' | 'NO']++;
}
