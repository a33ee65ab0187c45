import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { EvaluationQueries } from '../src/queries/evaluation/evaluation.queries.js';
import { TrainingEffectQueries } from '../src/queries/effect/training-effect.queries.js';
import { ExamQueries } from '../src/queries/exam/exam.queries.js';
import { TrainingFeedbackQueries } from '../src/queries/feedback/training-feedback.queries.js';
import { ImprovementQueries } from '../src/queries/improvement/improvement.queries.js';
import { STANDINGS } from '../src/domain/knowledge/knowledge-standing.js';
import { KnowledgeQueries } from '../src/queries/knowledge/knowledge.queries.js';
import { TrainingNoticeQueries } from '../src/queries/notice/training-notice.queries.js';
import { TrainingReminderQueries } from '../src/queries/reminder/training-reminder.queries.js';
import { RemindOfCertificates } from '../src/use-cases/certificate/remind-of-certificates.use-case.js';
import { EndExams } from '../src/use-cases/exam/end-exams.use-case.js';
import { AskForJobMarks } from '../src/use-cases/evaluation/ask-for-job-marks.use-case.js';
import { LapseNominations } from '../src/use-cases/session/lapse-nominations.use-case.js';
import { RemindOfTrainingDeadlines } from '../src/use-cases/reminder/remind-of-training-deadlines.use-case.js';
import { QUIET, TrainingDesk } from './builders/evaluating.builder.js';

/** Few rows by their nature: versions of rules, and what the platform keeps. */
const SMALL = ['knowledge_rules', 'parameters', 'employee_directory', 'clock', 'leases'];

let desk: TrainingDesk;
beforeAll(async () => {
  desk = await TrainingDesk.open();
  await desk.examined();
});
afterAll(() => desk.platform.stop());

async function askEverything(): Promise<void> {
  const [exams, evaluations, improvements, knowledge] = [
    desk.get(ExamQueries),
    desk.get(EvaluationQueries),
    desk.get(ImprovementQueries),
    desk.get(KnowledgeQueries),
  ];
  const [sessionId, planId, employeeId] = [newId('trs'), newId('tpl'), desk.seller.employeeId];
  const today = desk.platform.clock.today();
  for (const filter of [{}, { topic: 'LAW' }, { state: 'RETIRED' }]) await exams.questions(filter);
  await exams.papers({});
  await exams.sealedFor([employeeId]);
  for (const actor of [desk.seller, desk.trainer]) {
    for (const filter of [{}, { sessionId }, { employeeId }]) await exams.attempts(filter, actor);
    for (const filter of [{}, { sessionId }, { employeeId }, { state: 'OWED' }]) await evaluations.list(filter, actor);
    for (const filter of [{}, { employeeId }, { supervisorId: employeeId }, { until: today }]) await evaluations.owed(filter, actor);
    for (const state of [null, ...STANDINGS]) await knowledge.standings({ state }, actor);
    await knowledge.standings({ topic: 'LAW' }, actor);
    await desk.get(TrainingReminderQueries).mine({}, actor);
    for (const unread of [true, false]) await desk.get(TrainingNoticeQueries).mine({ unread }, {}, actor);
  }
  for (const filter of [{}, { until: today }]) await evaluations.unevaluated(filter);
  for (const filter of [{}, { state: 'OPEN' }, { sessionId }, { planId }, { notAdopted: true }]) await improvements.list(filter);
  for (const filter of [{}, { ownerId: employeeId }, { until: today }]) await improvements.owed(filter);
  await improvements.ofPlans([planId]);
  await improvements.ofSessions([sessionId]);
  await desk.get(TrainingFeedbackQueries).summary(sessionId);
  await desk.get(TrainingEffectQueries).effect({ topic: 'LAW', quarter: '2026-Q2' });
  await desk.get(EndExams).execute(QUIET);
  await desk.get(AskForJobMarks).execute(QUIET);
  await desk.get(LapseNominations).execute(QUIET);
  await desk.get(RemindOfCertificates).execute(QUIET);
  await desk.get(RemindOfTrainingDeadlines).execute(QUIET);
}

test('[6.7, 7.7] no list, and no look of a job, reads a whole collection', async () => {
  const { connection } = desk.platform.database;
  const db = connection.getClient().db(connection.name);
  await db.createCollection('system.profile', { capped: true, size: 16 * 1024 * 1024 });
  await db.command({ profile: 2 });
  await askEverything();
  await db.command({ profile: 0 });
  const seen = await db
    .collection('system.profile')
    .find({ op: 'query', planSummary: { $exists: true } })
    .toArray();
  const asked = seen.map(({ ns, planSummary, command }) => ({
    ...{ collection: String(ns).slice(connection.name.length + 1), plan: String(planSummary) },
    filter: JSON.stringify((command as { filter?: unknown } | undefined)?.filter ?? null),
  }));
  expect(asked.length).toBeGreaterThan(60);
  const wrong = asked.filter(({ collection, plan }) => plan.includes('COLLSCAN') && !SMALL.includes(collection));
  expect([...new Set(wrong.map(({ collection, plan, filter }) => `${collection} ${plan} ${filter}`))]).toEqual([]);
});
