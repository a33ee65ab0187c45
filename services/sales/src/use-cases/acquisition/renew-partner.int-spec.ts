import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import type { LocalDate } from '@weilend/kernel';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';
import { SourceQueries } from '../../queries/acquisition/source.queries.js';
import { AddPartner } from '../enquiry/add-partner.use-case.js';
import { EndPartner } from '../enquiry/end-partner.use-case.js';
import { RenewPartner } from './renew-partner.use-case.js';
import { RevealContact } from './reveal-contact.use-case.js';

let desk: SalesDesk;
let intake: Intake;
let queries: SourceQueries;

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  queries = new SourceQueries(desk.platform.database, desk.get(Partners), desk.platform.parameters, desk.platform.clock);
});

afterAll(() => desk.stop());

const terms = (validFrom: LocalDate, validTo: LocalDate) => ({ agreementNo: 'HZ-01', validFrom, validTo, feeTerms: '按放款额千分之五' });
const send = (partnerId: string) => intake.lead({ channel: 'PARTNER', partnerId });

test('[3.4] a partner whose agreement has run out sends no lead, whatever the list says, until it is renewed', async () => {
  const { manager } = desk;
  const partnerId = await desk.get(AddPartner).execute(manager, {
    ...{ name: '某银行', creditCode: '91350100M000100Y43', contactName: '赵经理', contactPhone: '13811112222' },
    agreement: terms(intake.day(-60), intake.day(-1)),
  });
  expect(await codesOf(send(partnerId))).toEqual(['PARTNER_NOT_ACTIVE']);
  expect([(await queries.partners(true)).length, (await queries.partners(false))[0]?.active]).toEqual([0, false]);
  expect((await queries.expiring(30)).map(({ id }) => id)).toEqual([partnerId]);
  expect((await queries.expiring(null)).map(({ id }) => id)).toEqual([partnerId]);

  const renew = (from: number, to: number) =>
    desk.get(RenewPartner).execute(manager, { partnerId, agreement: terms(intake.day(from), intake.day(to)) });
  expect(await codesOf(renew(-1, 90))).toEqual(['PARTNER_AGREEMENT_OVERLAPS']);
  expect(await codesOf(renew(5, 4))).toEqual(['PERIOD_INVALID']);
  await renew(0, 90);
  await send(partnerId);
  expect([(await queries.expiring(30)).length, (await queries.expiring(120)).length]).toEqual([0, 1]);
  expect((await queries.expiring(null)).length).toBe(0);
  await seedParameters(desk.platform, { 'partner.renew-ahead': '120' });
  expect((await queries.expiring(null)).length).toBe(1);
  await seedParameters(desk.platform);
  expect((await queries.partnersByIds([partnerId]))[0]).toMatchObject({ active: true, contactPhone: '138****2222', agreements: [{}, {}] });

  await desk.get(EndPartner).execute(manager, { partnerId, reason: '违规宣传' });
  expect(await codesOf(send(partnerId))).toEqual(['PARTNER_NOT_ACTIVE']);
  expect(await codesOf(desk.get(EndPartner).execute(manager, { partnerId }))).toEqual(['PARTNER_NOT_ACTIVE']);
  expect([(await queries.expiring(120)).length, (await queries.partnersByIds([partnerId]))[0]?.endedBecause]).toEqual([0, '违规宣传']);
});

test('[3.7] the number of its contact is encrypted at rest and shown to who says why', async () => {
  const partnerId = await desk.get(AddPartner).execute(desk.manager, {
    ...{ name: '某担保公司', creditCode: '91110000802100433B', contactName: '钱经理', contactPhone: '13833334444' },
  });
  expect(JSON.stringify(await desk.platform.database.collection('partners').find().toArray())).not.toContain('13833334444');
  const shown = await desk.get(RevealContact).execute(desk.seller, { partnerId, reason: '对接客户名单' });
  expect(shown).toEqual({ name: '钱经理', phone: '13833334444' });
  await send(partnerId);
});

test('[3.4] a wrong agreement or number is refused, and nothing changed', async () => {
  const before = await desk.snapshot();
  const add = (change: object) =>
    desk.get(AddPartner).execute(desk.manager, { name: '某公司', creditCode: '91350100MA00000230', ...change });
  expect(await codesOf(add({ agreement: terms(intake.day(1), intake.day(0)) }))).toEqual(['PERIOD_INVALID']);
  expect(await codesOf(add({ agreement: { ...terms(intake.day(0), intake.day(1)), agreementNo: ' ' } }))).toEqual(['INPUT_INVALID']);
  expect(await codesOf(add({ contactPhone: '123' }))).toEqual(['MOBILE_INVALID']);
  expect(
    await codesOf(
      desk.get(RenewPartner).execute(desk.manager, { partnerId: newId('ptn'), agreement: terms(intake.day(0), intake.day(1)) }),
    ),
  ).toEqual(['NOT_FOUND']);
  expect(await desk.snapshot()).toBe(before);
});
