import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { dayAfter, nominated, plannedSession, reading, trainingUnderTest, upload } from '../../../test/builders/training.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { CertificateQueries } from '../../queries/certificate/certificate.queries.js';
import { RecordTrainingAttendance } from '../session/record-training-attendance.use-case.js';
import { TrainingReminderQueries } from '../../queries/reminder/training-reminder.queries.js';
import { OpenCertificate } from './open-certificate.use-case.js';
import { RecordCertificate } from './record-certificate.use-case.js';
import { RemindOfCertificates } from './remind-of-certificates.use-case.js';
import { RequestCertificateFile } from './request-certificate-file.use-case.js';

let of: TrainingUnderTest;
let numbers = 0;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const record = (change: object = {}) => {
  const { work, clock } = of.platform;
  const facts = {
    employeeId: of.people.sellers[0]!.employeeId,
    title: '信贷从业资格',
    institution: '银行业协会',
    number: `ZX-${++numbers}-000`,
  };
  return new RecordCertificate(work, of.stores.certificates, of.stores.sessions, of.team, of.stores.files, clock).execute(
    of.people.manager,
    {
      ...{ ...facts, issuedOn: dayAfter(of, -300), expiresOn: dayAfter(of, 20) },
      ...change,
    },
  );
};
const load = (id: string) => reading(of, (tx) => of.stores.certificates.get(id, tx));
const count = () => of.platform.database.collection('training_certificates').countDocuments();
const queries = () => new CertificateQueries(of.platform.database, of.stores.certificates, of.platform.clock);
const remind = () => {
  const { work, parameters, outbox, clock } = of.platform;
  return new RemindOfCertificates(work, of.stores.certificates, of.stores.reminders, parameters, outbox, clock).execute({
    isStopping: () => false,
    onTrouble: (id, error) => {
      throw new Error(id, { cause: error });
    },
  });
};
const reminders = async (id: string) =>
  (await sentMessages(of.platform)).filter(({ subject }) => subject === id).map(({ data }) => data['daysBefore']);

describe('[6.4] a certificate with its paper', () => {
  test('of an external training, its number encrypted at rest, opened by its holder', async () => {
    const [seller, other] = of.people.sellers;
    const { employeeId } = seller!;
    const sessionId = await plannedSession(of, { kind: 'EXTERNAL', trainerId: null, institution: '银行业协会', certificateExpected: true });
    await nominated(of, sessionId, seller!);
    await new RecordTrainingAttendance(of.platform.work, of.desk, of.team, of.stores.enrolments).execute(of.people.trainer, {
      sessionId,
      attendeeIds: [employeeId],
    });
    const requestFile = new RequestCertificateFile(of.platform.work, of.team, of.stores.files);
    const fileId = await upload(of, (declared) => requestFile.execute(of.people.trainer, { employeeId, ...declared }));
    const certificateId = await record({ sessionId, fileId, number: 'zx 2026/778899' });
    expect(await load(certificateId)).toMatchObject({ number: 'ZX2026/778899', sessionId, fileId, state: 'VALID' });
    const row = await of.platform.database.collection('training_certificates').findOne({ _id: certificateId } as never);
    expect(JSON.stringify(row)).not.toContain('778899');
    const open = new OpenCertificate(of.platform.work, of.stores.certificates, of.stores.files, of.platform.clock);
    expect(await open.execute(seller!, { certificateId })).toMatchObject({ number: 'ZX2026/778899', file: { fileId } });
    await expect(open.execute(other!, { certificateId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await load(certificateId)).toMatchObject({ openedBy: employeeId });
  });

  test.each<[string, () => Promise<object> | object, string]>([
    [
      'a number that the institution gave already',
      async () => {
        await record({ number: 'TAKEN-001' });
        return { number: 'taken -001', employeeId: of.people.sellers[1]!.employeeId };
      },
      'CERTIFICATE_NUMBER_TAKEN',
    ],
    ['issued tomorrow', () => ({ issuedOn: dayAfter(of, 1) }), 'CERTIFICATE_DATES_INVALID'],
    ['of somebody who is not of the company', () => ({ employeeId: newId('emp') }), 'ATTENDEE_UNKNOWN'],
    ['of a training that he did not attend', async () => ({ sessionId: await plannedSession(of) }), 'CERTIFICATE_NOT_ATTENDED'],
    ['with a paper that was never uploaded', () => ({ fileId: newId('fil') }), 'FILE_NOT_VERIFIED'],
    [
      'that renews somebody else’s',
      async () => ({ renewsId: await record(), employeeId: of.people.sellers[1]!.employeeId }),
      'CERTIFICATE_RENEWAL_UNFIT',
    ],
  ])('refused, and nothing changes: %s', async (_name, change, code) => {
    const input = await change();
    const before = await count();
    await expect(record(input)).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  test('a number at two institutions is two certificates; at one, also at the same moment, it is one', async () => {
    await record({ number: 'SAME-001' });
    await record({ number: 'SAME-001', institution: '金融学会' });
    const answers = await Promise.allSettled([1, 2, 3].map(() => record({ number: 'RACE-001' })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'CERTIFICATE_NUMBER_TAKEN' });
  });
});

describe('[6.4] what runs out', () => {
  test('is listed, the nearest first: everybody’s for who looks after training, own ones for the others', async () => {
    const [, , third] = of.people.sellers;
    const late = await record({ employeeId: third!.employeeId, expiresOn: dayAfter(of, 40) });
    const gone = await record({ employeeId: third!.employeeId, expiresOn: dayAfter(of, -1) });
    const far = await record({ employeeId: third!.employeeId, expiresOn: dayAfter(of, 61) });
    const listed = async (as: typeof of.people.manager, days: number) =>
      (await queries().expiring(as, days, { first: 100 })).nodes.map(({ id }) => id);
    expect(await listed(third!, 60)).toEqual([gone, late]);
    const all = await listed(of.people.manager, 61);
    expect(all).toEqual(expect.arrayContaining([gone, late, far]));
    expect(all[0]).toBe(gone);
    expect(await listed(of.people.sellers[3]!, 61)).toEqual([]);
    await expect(queries().expiring(of.people.manager, -1, {})).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(queries().ofPerson(third!, of.people.sellers[0]!.employeeId, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is reminded of once for each day that the parameter sets, and no more when it was renewed', async () => {
    const soon = await record({ expiresOn: dayAfter(of, 20) });
    const renewed = await record({ expiresOn: dayAfter(of, 20) });
    const successor = await record({ renewsId: renewed, expiresOn: dayAfter(of, 700) });
    expect(await load(renewed)).toMatchObject({ state: 'RENEWED', renewedById: successor });
    await remind();
    expect([await reminders(soon), await reminders(renewed), await reminders(successor)]).toEqual([[30], [], []]);
    expect(await remind()).toBe(0);
    const move = (days: number, step: number) => reading(of, (tx) => of.platform.clock.move({ offsetMs: days * 86_400_000, step }, tx));
    await move(14, 1);
    await remind();
    await move(25, 2);
    await remind();
    expect(await reminders(soon)).toEqual([30, 7, 0]);
    expect(await remind()).toBe(0);
    // Its holder, and nobody else, has it among his reminders, once and in the latest words.
    const listed = async (who: typeof of.people.manager) =>
      (await new TrainingReminderQueries(of.platform.database).mine({ first: 100 }, who)).nodes.filter(({ about }) => about === soon);
    expect(await listed(of.people.sellers[0]!)).toMatchObject([{ kind: 'CERTIFICATE', level: 'LATE', escalated: false }]);
    for (const who of [of.people.sellers[1]!, of.people.manager, of.people.hr]) expect(await listed(who)).toEqual([]);
  });
});
