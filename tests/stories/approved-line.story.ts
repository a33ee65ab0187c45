import { beforeAll, describe, expect, test } from '@jest/globals';
import { APPLICATION_FIELDS } from './lib/application-fields.ts';
import { readPage } from './lib/application-page.ts';
import type { Company } from './lib/company.ts';
import { at, listAt } from './lib/read.ts';
import { openStoryCompany } from './lib/story-company.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

// One application from the website to the first repayment, and what a front end sees of it in one query.

const PAGE = `query Page($id: ID!) { application(id: $id) { ${APPLICATION_FIELDS} } }`;

let company: Company;
let played: PlayedScript;

beforeAll(async () => {
  company = await openStoryCompany();
  [played] = (await playScripts(company, { run: `jest-${process.pid}`, only: ['online'], say: () => undefined })) as [PlayedScript];
}, 120_000);

describe('an application that is approved and paid out', () => {
  test('[4.1-4.20] goes through every department to its end, with nothing left open', () => {
    expect(played.problems).toEqual([]);
    expect(played.outcome).toBe('DISBURSED');
    expect(played.stages.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'DRAFT',
        'SUBMITTED',
        'UNDER_CHECK',
        'PASSED',
        'IN_COMMITTEE',
        'APPROVED',
        'CONTRACTING',
        'SIGNED',
        'DISBURSED',
      ]),
    );
  });

  test('[G1, G5] was refused where it walked around a gate', () => {
    expect(played.userErrors.map(({ code }) => code)).toEqual(expect.arrayContaining(['DOCUMENT_MISSING', 'APPROVAL_MISSING']));
  });

  test('[7.3] one payment of exactly the contract amount', async () => {
    const page = await readPage(company, played.id ?? '');
    expect(page.disbursement).toMatchObject({ state: 'PAID', amountFen: page.contract?.amountFen });
    expect(page.loan).toMatchObject({ disbursementId: page.disbursement?.id, principalFen: page.contract?.amountFen });
  });

  test('[1.1] one query shows its page from eight departments', async () => {
    const { data, errors } = await company.one('auditor').ask(PAGE, { id: played.id });
    expect(errors).toEqual([]);
    const page = at(data, 'application');
    // sales, hr, risk, approval, finance, coordination, compliance
    for (const part of ['customer', 'salesperson', 'riskReport', 'decision', 'loan', 'dossier']) expect(at(page, part)).not.toBeNull();
    expect(at(page, 'salesperson', 'name')).toEqual(expect.any(String));
    expect(listAt(page, 'documents')).toHaveLength(3);
    expect(listAt(page, 'investigation', 'checks').map((check) => at(check, 'state'))).toEqual([
      'RECORDED',
      'RECORDED',
      'RECORDED',
      'RECORDED',
    ]);
    expect(listAt(page, 'approvalCase', 'votes')).toHaveLength(1);
    expect(listAt(page, 'loan', 'rows')).toHaveLength(12);
    expect(listAt(page, 'loan', 'repayments')).toHaveLength(1);
    expect(listAt(page, 'handoffs').length).toBeGreaterThanOrEqual(5);
  });
});
