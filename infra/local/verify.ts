// `npm run verify -- DECISION_ID`: does a decision of a running system still stand? The report, the scorecard, the policy, the score, the votes and the minutes
// are computed once more by the departments that keep them, and what the committee cites is held against what risk keeps. One line for each; exit code 1
// when anything does not hold or could not be looked at. Any installation: `--gateway URL --employee NO`, the password in WEILEND_PASSWORD.
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { GraphClient } from './demo/graph-client.ts';
import { Person } from './demo/person.ts';
import { readSignIns } from './load-demo.ts';
import { Problem, reasonOf } from './problem.ts';
import { readSettings } from './settings.ts';
import { table } from './show.ts';

/** One thing that was looked at. */
export interface VerifiedLine {
  readonly check: string;
  readonly holds: boolean;
  readonly detail: string;
}

interface Answered {
  readonly result: string;
  readonly decidedOn: string;
  readonly policyVersion: number;
  readonly verification: readonly VerifiedLine[] | null;
  readonly report: {
    readonly reportId: string;
    readonly reportVersion: number;
    readonly reportHash: string;
    readonly score: number;
    readonly scorecardHash: string | null;
    readonly riskReport: {
      readonly hash: string;
      readonly reportVersion: number;
      readonly score: { readonly score: number; readonly cardHash: string | null } | null;
      readonly verification: readonly VerifiedLine[] | null;
    } | null;
  };
}

export const USAGE = `npm run verify -- DECISION_ID [options]
  --gateway URL      another installation than the one of this data folder
  --employee NO      who signs in (the password is read from WEILEND_PASSWORD); the demo company's auditor or compliance officer unless given
  --json             prints the lines as data`;

const QUERY = `query Verify($id: ID!) { decision(id: $id) {
  result decidedOn policyVersion verification { check holds detail }
  report { reportId reportVersion reportHash score scorecardHash riskReport {
    hash reportVersion score { score cardHash } verification { check holds detail } } } } }`;

/** Who may see everything that is looked at, the most suitable first. */
const AUDITORS = ['auditor', 'compliance-officer', 'committee-secretary', 'committee-chair', 'risk-manager'];

const WORDS: Readonly<Record<string, string>> = {
  REPORT_CITED: 'the case and the decision cite the same report',
  POLICY_HASH: 'the policy is the version that was in force, unchanged',
  AUTHORITY: 'the right authority decided',
  ELECTORATE: 'only entitled members voted, each once',
  TALLY: 'the votes count up to the tally',
  QUORUM: 'the quorum was reached',
  RESULT: 'the result follows from votes, majority and veto',
  TERMS: 'the terms are those put to the vote',
  REASONS: 'reasons and conditions are those on record',
  PARTICIPANTS: 'everybody with a part in it is named',
  MINUTES_HASH: 'the minutes are unchanged',
  MINUTES_TEXT: 'the minutes say what the record says',
  REPORT_HASH: 'the risk report is unchanged',
  SCORECARD_HASH: 'the scorecard is the one named, unchanged',
  SCORE_REPLAY: 'the score follows from the recorded facts',
  RATING_NOT_MILDER: 'the report rates no milder than the scorecard',
};

/** What holds of a decision, from the answer of the gateway: the lines of both departments, and one against the other. */
export function linesOf(decision: Answered): VerifiedLine[] {
  const { report } = decision;
  const risk = report.riskReport;
  return [
    ...worded(decision.verification, 'approval did not say how the decision was counted'),
    ...worded(risk?.verification ?? null, 'risk did not say whether the report stands'),
    {
      check: 'the committee cites the report that risk keeps',
      holds: risk !== null && risk.hash === report.reportHash && risk.reportVersion === report.reportVersion,
      detail: `${report.reportId} version ${report.reportVersion}, SHA-256 ${report.reportHash}`,
    },
    {
      check: 'the committee cites the score and the scorecard of that report',
      holds: risk?.score?.score === report.score && (risk.score.cardHash ?? null) === report.scorecardHash,
      detail: `${report.score} points, scorecard SHA-256 ${report.scorecardHash ?? 'not kept then'}`,
    },
  ];
}

/** A department that does not answer has not said that anything holds. */
function worded(lines: readonly VerifiedLine[] | null, silent: string): VerifiedLine[] {
  if (!lines || lines.length === 0) return [{ check: silent, holds: false, detail: 'is it running, and may you see it?' }];
  return lines.map(({ check, holds, detail }) => ({ check: WORDS[check] ?? check, holds, detail }));
}

/** The lines for a person to read. */
export function readable(lines: readonly VerifiedLine[]): string {
  const broken = lines.filter(({ holds }) => !holds).length;
  const rows = lines.map(({ check, holds, detail }) => [holds ? 'holds' : 'BROKEN', check, detail]);
  return `${table(rows)}\n\n${broken === 0 ? 'The decision stands.' : `${broken} of ${lines.length} do not hold.`}`;
}

async function signedIn(gateway: string | undefined, employeeNo: string | undefined): Promise<Person> {
  const settings = readSettings();
  const client = new GraphClient({ gatewayUrl: gateway ?? settings.gatewayUrl, patienceMs: 10_000 });
  if (employeeNo !== undefined) {
    const password = process.env.WEILEND_PASSWORD;
    if (!password) throw new Problem(`Set WEILEND_PASSWORD to the password of ${employeeNo}.`);
    return new Person(client, { name: employeeNo, role: '', department: '', employeeNo, password });
  }
  const known = await readSignIns(settings);
  const found = AUDITORS.map((role) => known.find((one) => one.role === role)).find((one) => one !== undefined);
  if (!found) throw new Problem('Nobody of the demo company may check decisions: say who signs in with --employee NO.');
  return new Person(client, { department: '', ...found });
}

async function main(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { gateway: text, employee: text, json: { type: 'boolean' } },
  });
  const [decisionId, ...more] = positionals;
  if (decisionId === undefined || more.length > 0) throw new Problem(USAGE);
  const person = await signedIn(values.gateway, values.employee);
  const { data } = await person.ask(QUERY, { id: decisionId });
  const decision = data['decision'] as Answered | null;
  if (!decision) throw new Problem(`There is no decision ${decisionId}, or ${person.name} may not see it.`);
  const lines = linesOf(decision);
  if (values.json) console.log(JSON.stringify({ decisionId, stands: lines.every(({ holds }) => holds), lines }, null, 2));
  else
    console.log(
      `${decisionId}: ${decision.result} on ${decision.decidedOn}, policy version ${decision.policyVersion}\n\n${readable(lines)}`,
    );
  return lines.every(({ holds }) => holds) ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
    console.error(reasonOf(thrown) === '' || thrown instanceof TypeError ? thrown : (thrown as Error).message);
    return 1;
  });
}
