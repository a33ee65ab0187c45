// Changes copies of the stored rows as somebody would who has the database in his hands, one at a time, and counts which are noticed. A change that nobody
// would notice is what this proof is there to find.
import type { StoredRows } from './stored-rows.ts';
import { recheckRows } from './recheck-rows.ts';

/** What somebody may change, with the application it is about; every part of a row is his to write. */
interface Target {
  readonly rows: StoredRows;
  readonly applicationId: string;
}
type Loose = Record<string, never> & { [member: string]: Loose };

/** Changes the target in place; false where there is nothing of the kind to change. */
type Tampering = (target: Target) => boolean;

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a recorded fact': on('investigations', (row) => set(last(row['dataAnalyses'])?.['facts'], 'savings', 'AT_LEAST_1000', 'BELOW_100')),
  'the word of the bureau': on('investigations', (row) => set(row['bureau'], 'score', 849, 700)),
  'a scored fact': on('investigations', (row) => set(row['score']?.['inputs'], 'ageInYears', 40, 41)),
  'a stored score': on('investigations', (row) => set(row['score'], 'score', 200, 201)),
  'a scored fact of the report': on('reports', (row) => set(row['score']?.['inputs'], 'housing', 'OWN', 'RENT')),
  'the score of the report': on('reports', (row) => set(row['score'], 'score', 200, 201)),
  'a text of the report': on('reports', (row) => set(row['sections'], 'creditStanding', 'No overdue debt whatever.', 'None.')),
  'the recommendation of the report': on('reports', (row) => set(row, 'recommendation', 'APPROVE', 'REJECT')),
  'the amount of the report': on('reports', (row) => set(row['recommended'], 'amountFen', 100, 200)),
  'the report with a new hash': on('reports', (row) => set(row, 'hash', 'a'.repeat(64), 'b'.repeat(64))),
  'a vote': on('cases', (row) => set(last(row['votes']), 'choice', 'YES', 'NO')),
  'the reason of a vote': on('cases', (row) => set(last(row['votes']), 'reason', '另有隐情', '无')),
  'a vote taken away': on('cases', (row) => (row['votes'] as unknown as unknown[]).pop() !== undefined),
  'the amount asked for': on('cases', (row) => set(row['asked'], 'amountFen', 99_900, 88_800)),
  'the result': on('decisions', (row) => set(row, 'result', 'APPROVED', 'REJECTED')),
  'the approved amount': on('decisions', (row) => set(row['terms'] ?? row, row['terms'] ? 'amountFen' : 'validUntil', 99_900, 88_800)),
  'the count': on('decisions', (row) => set(row['tally'], 'yes', 9, 8)),
  'a voter': on('decisions', (row) => (row['participants'] as unknown as unknown[]).pop() !== undefined),
  'the cited report': on('decisions', (row) => set(row['report'], 'reportHash', 'a'.repeat(64), 'b'.repeat(64))),
  'the cited scorecard': on('decisions', (row) => set(row['report'], 'scorecardHash', 'a'.repeat(64), 'b'.repeat(64))),
  'the cited policy': on('decisions', (row) => set(row, 'policyHash', 'a'.repeat(64), 'b'.repeat(64))),
  'the minutes': on('decisions', (row) => set(row, 'minutesHtml', '<p>同意</p>', '<p>不同意</p>')),
  'the policy': ({ rows }) =>
    rows.policies.length > 0 && rows.policies.every((one) => set(loose(last(loose(one.bands)))['majority'], 'numerator', 501, 502)),
  'the scorecard': ({ rows }) => rows.scorecards.every((one) => set(last(loose(one.content.grades)), 'rating', 'LOW', 'MEDIUM')),
};

export interface Tampered {
  readonly tried: number;
  readonly noticed: number;
  /** Kinds with an example that nobody noticed. */
  readonly unnoticed: readonly string[];
}

/** Tries every kind on every one of these applications, each on a copy of its rows. */
export function tamperWith(rows: StoredRows, applicationIds: readonly string[]): Tampered {
  let [tried, noticed] = [0, 0];
  const unnoticed: string[] = [];
  for (const applicationId of applicationIds) {
    for (const [kind, tamper] of Object.entries(TAMPERINGS)) {
      const copy = structuredClone(rowsOf(rows, applicationId));
      if (!tamper({ rows: copy, applicationId })) continue;
      tried += 1;
      if (recheckRows(copy).differences.length > 0) noticed += 1;
      else unnoticed.push(`${kind} of ${applicationId}`);
    }
  }
  return { tried, noticed, unnoticed };
}

/** The rows about one application, with what belongs to all of them. */
function rowsOf(rows: StoredRows, applicationId: string): StoredRows {
  const own = <T extends { readonly applicationId: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.applicationId === applicationId);
  const { investigations, reports, cases, decisions } = rows;
  return { ...rows, investigations: own(investigations), reports: own(reports), cases: own(cases), decisions: own(decisions) };
}

/** The last row of a kind: of an application that went back, the round that counts. */
function on(part: 'investigations' | 'reports' | 'cases' | 'decisions', change: (row: Loose) => boolean): Tampering {
  return ({ rows }) => {
    const row = rows[part].at(-1);
    return row !== undefined && change(loose(row));
  };
}

const loose = (value: unknown): Loose => value as Loose;

function last(list: unknown): Loose | undefined {
  return Array.isArray(list) ? loose(list.at(-1)) : undefined;
}

/** Writes a value that was not there: the first one, or the other one where the first stood already. */
function set(row: unknown, member: string, value: unknown, other: unknown): boolean {
  if (row === null || typeof row !== 'object') return false;
  const target = row as Record<string, unknown>;
  target[member] = target[member] === value ? other : value;
  return true;
}
