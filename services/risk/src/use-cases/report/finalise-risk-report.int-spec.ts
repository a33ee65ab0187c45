import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handoffRows, person, sentMessages, sentTypes } from '@weilend/testing';
import { analysis, call, draft, GOOD_FACTS, GOOD_ID, residentId, visit } from '../../../test/builders/inputs.builder.js';
import { assigned, investigated, opened, photo, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { hashOf } from '../../domain/report/risk-report.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const about = async (applicationId: string) => (await sentMessages(risk.platform)).filter((message) => message.subject === applicationId);

describe('[4.11] a final report', () => {
  test('is kept with its hash, told to sales, and gives the work to approval, in one act', async () => {
    const investigation = await investigated(risk);
    const reportId = await risk.finalise.execute(risk.people.first, draft(investigation.id));
    const report = await reading(risk, (tx) => risk.reports.get(reportId, tx));
    const { salespersonId: _owner, id: _id, version: _version, hash, ...content } = report;
    expect(hash).toBe(hashOf(content));
    expect(report).toMatchObject({
      reportVersion: 1,
      rating: 'LOW',
      recommendation: 'APPROVE',
      exposure: { loanCount: 0, disbursedFen: 0 },
    });
    const sent = await about(investigation.applicationId);
    expect(sent.map((message) => message.type)).toEqual([
      'risk.report-finalised.v1',
      'risk.handoff-completed.v1',
      'handoff.decide-application.v1',
    ]);
    const { first, second } = risk.people;
    expect(sent[2]?.data).toMatchObject({
      reportId,
      reportHash: hash,
      amountFen: 300_000,
      recommendedAnnualRate: null,
      participants: [
        { role: 'SALESPERSON', employeeId: investigation.salespersonId },
        { role: 'INVESTIGATOR', employeeId: first.employeeId },
        { role: 'INVESTIGATOR', employeeId: second.employeeId },
      ],
    });
    expect(JSON.stringify(sent)).not.toContain(GOOD_ID);
    const rows = (await handoffRows(risk.platform)).filter((row) => row.subject === investigation.applicationId);
    expect(rows.map((row) => [row.type, row.direction, row.state])).toEqual([
      ['investigate-application', 'in', 'completed'],
      ['decide-application', 'out', 'open'],
    ]);
  });

  test('can not be made twice', async () => {
    const investigation = await investigated(risk);
    await risk.finalise.execute(risk.people.first, draft(investigation.id));
    await expect(risk.finalise.execute(risk.people.second, draft(investigation.id))).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('two at the same time: one report, one handoff', async () => {
    const investigation = await investigated(risk);
    const { first, second } = risk.people;
    const both = await Promise.allSettled([
      risk.finalise.execute(first, draft(investigation.id)),
      risk.finalise.execute(second, draft(investigation.id)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await about(investigation.applicationId)).filter((message) => message.type === 'handoff.decide-application.v1')).toHaveLength(
      1,
    );
  });

  test('the same request key gives the same report', async () => {
    const investigation = await investigated(risk);
    const input = { ...draft(investigation.id), requestKey: 'final-1' };
    const reportId = await risk.finalise.execute(risk.people.first, input);
    expect(await risk.finalise.execute(risk.people.first, input)).toBe(reportId);
  });
});

describe('[4.10] gate G3 can not be walked around', () => {
  const unchanged = async (act: () => Promise<unknown>, refusal: object) => {
    const state = async () => [
      (await sentTypes(risk.platform)).length,
      await risk.platform.database.collection('risk_reports').countDocuments(),
    ];
    const before = await state();
    await expect(act()).rejects.toMatchObject(refusal);
    expect(await state()).toEqual(before);
  };

  test('nobody assigned: nobody may', async () => {
    const { id } = await opened(risk);
    await unchanged(() => risk.finalise.execute(risk.people.first, draft(id)), { code: 'NOT_ASSIGNED' });
  });

  test('an investigator of another case may not', async () => {
    const { id } = await investigated(risk);
    await unchanged(() => risk.finalise.execute(person('risk', 'investigator'), draft(id)), { code: 'NOT_ASSIGNED' });
  });

  test('nothing done yet', async () => {
    const { id } = await assigned(risk);
    await unchanged(() => risk.finalise.execute(risk.people.first, draft(id)), { code: 'ILLEGAL_TRANSITION' });
  });

  test('everything but the site visit', async () => {
    const { id } = await assigned(risk);
    const { first } = risk.people;
    await risk.phone.execute(first, call(id));
    await risk.inquire.execute(first, { investigationId: id, residentId: GOOD_ID });
    await risk.ask.askNext();
    await risk.analyse.execute(first, analysis(id));
    await unchanged(() => risk.finalise.execute(first, draft(id)), { code: 'SITE_VISIT_MISSING' });
  });

  test('the bureau was asked and has not answered', async () => {
    const number = residentId(1);
    const { id } = await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
    const { first } = risk.people;
    await risk.siteVisit.execute(first, visit(id, [await photo(risk, id)]));
    await risk.phone.execute(first, call(id));
    await risk.analyse.execute(first, analysis(id));
    await risk.inquire.execute(first, { investigationId: id, residentId: number });
    await unchanged(() => risk.finalise.execute(first, draft(id)), { code: 'CHECK_MISSING', data: { check: 'BUREAU_INQUIRY' } });
    await risk.ask.askNext();
    expect(await risk.finalise.execute(first, draft(id))).toMatch(/^rep_/);
  });

  test('a missing fact refers, whatever the investigators wish', async () => {
    const { id } = await investigated(risk, {}, { ...GOOD_FACTS, savings: null });
    await unchanged(() => risk.finalise.execute(risk.people.first, draft(id)), {
      code: 'RECOMMENDATION_MILDER',
      data: { scored: 'REFER' },
    });
  });

  test('[rate.hard-cap] a rate above the cap in force', async () => {
    const { id } = await investigated(risk);
    const recommended = { amountFen: 300_000, termMonths: 12, annualRate: '0.2401' };
    await unchanged(() => risk.finalise.execute(risk.people.first, draft(id, { recommended })), { code: 'RATE_ABOVE_CAP' });
  });
});
