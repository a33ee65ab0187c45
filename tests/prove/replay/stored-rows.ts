// What risk and approval keep about applications, read past the departments as the administrator of the databases: exactly what an auditor would be given.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApprovalCase } from '@weilend/approval-service/domain/case/approval-case.js';
import type { DecisionRecord } from '@weilend/approval-service/domain/decision/recheck.js';
import type { TermOfOffice } from '@weilend/approval-service/domain/member/member.js';
import type { CommitteePolicy } from '@weilend/approval-service/domain/policy/policy.js';
import type { Investigation } from '@weilend/risk-service/domain/investigation/investigation.js';
import type { RiskReport } from '@weilend/risk-service/domain/report/risk-report.js';
import type { ScorecardVersion } from '@weilend/risk-service/domain/scorecard/scorecard-version.js';
import { MongoClient } from 'mongodb';
import { databaseOf, rootUser } from '../../../infra/local/departments.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

export type StoredDecision = DecisionRecord['decision'];

/** The rows of both departments; the proof changes copies of them and never the rows. */
export interface StoredRows {
  readonly investigations: readonly Investigation[];
  readonly reports: readonly RiskReport[];
  readonly scorecards: readonly ScorecardVersion[];
  readonly cases: readonly ApprovalCase[];
  readonly decisions: readonly StoredDecision[];
  readonly policies: readonly CommitteePolicy[];
  readonly terms: readonly TermOfOffice[];
}

/** Everything about these applications. `home` is the data folder of the running system. */
export async function readStoredRows(home: string, applicationIds: readonly string[]): Promise<StoredRows> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
  const password = encodeURIComponent(secrets.mongoRootPassword);
  const client = await MongoClient.connect(`mongodb://${rootUser}:${password}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`);
  try {
    const rows = async <T>(department: 'risk' | 'approval', collection: string, filter: object = {}): Promise<T[]> => {
      const found = await client.db(databaseOf(department)).collection(collection).find(filter).sort({ _id: 1 }).toArray();
      return found.map(({ _id, ...rest }) => ({ id: String(_id), ...rest }) as T);
    };
    const about = { applicationId: { $in: [...applicationIds] } };
    return {
      investigations: await rows('risk', 'investigations', about),
      reports: await rows('risk', 'risk_reports', about),
      scorecards: await rows('risk', 'scorecards'),
      cases: await rows('approval', 'approval_cases', about),
      decisions: await rows('approval', 'decisions', about),
      policies: await rows('approval', 'committee_policies'),
      terms: await rows('approval', 'committee_members'),
    };
  } finally {
    await client.close();
  }
}
