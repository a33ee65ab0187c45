// The page of an application as the auditor reads it when everything is over: one query over the departments.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Company } from './company.ts';
import { at, fenOf, listAt, textAt } from './read.ts';

export interface StageReached {
  readonly name: string;
  readonly at: string;
}

export interface HandoffSeen {
  readonly id: string;
  readonly type: string;
  readonly state: string;
}

export interface ApplicationPage {
  readonly id: string;
  readonly stage: string;
  readonly stages: readonly StageReached[];
  readonly rounds: number;
  readonly score: number | null;
  readonly recommendation: string | null;
  readonly decision: string | null;
  readonly contract: { readonly id: string; readonly state: string; readonly amountFen: number } | null;
  readonly disbursement: { readonly id: string; readonly state: string; readonly amountFen: number } | null;
  readonly loan: { readonly id: string; readonly principalFen: number; readonly disbursementId: string } | null;
  readonly handoffs: readonly HandoffSeen[];
  /** Everything whose events belong to the story of the application. */
  readonly subjects: readonly string[];
}

const PAGE = `query ApplicationPage($id: ID!) {
  application(id: $id) {
    id stage timeline { stage at } rounds { no }
    riskReport { recommendation score { score } }
    decision { result }
    contract { id state terms { amount } }
    disbursement { id state amount }
    loan { id principal disbursementId }
    handoffs { id type state }
    meetings { id } customer { id } proposal { id }
  }
}`;

/** Waits until every department has given its part. @throws Error when one of them does not in time. */
export async function readPage(company: Company, applicationId: string): Promise<ApplicationPage> {
  const seen = await waitFor(`the whole page of ${applicationId}`, () => wholePage(company, applicationId), {
    limitMs: company.patienceMs,
    everyMs: 500,
  });
  return {
    id: applicationId,
    stage: textAt(seen, 'stage'),
    stages: listAt(seen, 'timeline').map((entry) => ({ name: textAt(entry, 'stage'), at: textAt(entry, 'at') })),
    rounds: listAt(seen, 'rounds').length,
    score: at(seen, 'riskReport', 'score', 'score') as number | null,
    recommendation: at(seen, 'riskReport', 'recommendation') as string | null,
    decision: at(seen, 'decision', 'result') as string | null,
    contract: contract(at(seen, 'contract')),
    disbursement: payment(at(seen, 'disbursement')),
    loan: loan(at(seen, 'loan')),
    handoffs: listAt(seen, 'handoffs').map((one) => ({ id: textAt(one, 'id'), type: textAt(one, 'type'), state: textAt(one, 'state') })),
    subjects: subjectsOf(seen),
  };
}

async function wholePage(company: Company, applicationId: string): Promise<unknown> {
  const { data, errors } = await company.one('auditor').ask(PAGE, { id: applicationId });
  return errors.length === 0 ? at(data, 'application') : null;
}

function subjectsOf(seen: unknown): readonly string[] {
  const parts = [
    at(seen),
    at(seen, 'customer'),
    at(seen, 'proposal'),
    at(seen, 'loan'),
    ...listAt(seen, 'handoffs'),
    ...listAt(seen, 'meetings'),
  ];
  return parts.flatMap((part) => (part === null ? [] : [textAt(part, 'id')]));
}

function contract(seen: unknown): ApplicationPage['contract'] {
  return seen === null ? null : { id: textAt(seen, 'id'), state: textAt(seen, 'state'), amountFen: fenOf(textAt(seen, 'terms', 'amount')) };
}

function payment(seen: unknown): ApplicationPage['disbursement'] {
  return seen === null ? null : { id: textAt(seen, 'id'), state: textAt(seen, 'state'), amountFen: fenOf(textAt(seen, 'amount')) };
}

function loan(seen: unknown): ApplicationPage['loan'] {
  return seen === null
    ? null
    : { id: textAt(seen, 'id'), principalFen: fenOf(textAt(seen, 'principal')), disbursementId: textAt(seen, 'disbursementId') };
}
