// Invented customers and leads of a sales book: names and numbers that add up, spread over three years and forty salespeople; everything follows from the seed.
import { addDays, firstIdAt } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { creditCodeCheck } from '@weilend/sales-service/domain/customer/credit-code.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { CustomerKind, Identity } from '@weilend/sales-service/domain/customer/customer.js';
import { emptyProfile } from '@weilend/sales-service/domain/customer/profile.js';
import type { Profile } from '@weilend/sales-service/domain/customer/profile.js';
import { checkCharacter } from '@weilend/sales-service/domain/customer/resident-id.js';
import type { CustomerGrade } from '@weilend/sales-service/domain/customer/scorecard/grade.js';
import type { Lead, LeadChannel } from '@weilend/sales-service/domain/enquiry/lead.js';
import { newCustomer, newLead } from '@weilend/sales-service/domain/import/new-rows.js';
import type { Arrival } from '@weilend/sales-service/domain/import/new-rows.js';
import { Random } from '../faults/lib/random.ts';

/** What everybody in the book may refer to. */
export interface BookFrame {
  readonly seed: number;
  readonly today: LocalDate;
  /** Instant after which nothing in the book has happened. */
  readonly now: Date;
  readonly salespeople: readonly string[];
  readonly managerId: string;
  readonly productId: string;
  readonly partnerIds: readonly string[];
  readonly activityIds: readonly string[];
  readonly campaignIds: readonly string[];
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜',
];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春红梅建国文斌波辉宁雪琴晨云飞浩宇欣怡佳慧思远子涵梓轩雨桐嘉'];
const TRADES = ['餐饮', '服装', '五金', '建材', '农产品', '物流', '文具', '电子', '家政', '汽配'];
const STREETS = ['文三路', '中山北路', '解放路', '人民大道', '学院路', '和平街', '长江路', '建设路', '东风路', '新华街'];
const CITIES = [
  ...([
    ['330106', '浙江省杭州市西湖区'],
    ['320102', '江苏省南京市玄武区'],
    ['420106', '湖北省武汉市武昌区'],
  ] as const),
  ...([
    ['510104', '四川省成都市锦江区'],
    ['440105', '广东省广州市海珠区'],
    ['370102', '山东省济南市历下区'],
  ] as const),
  ...([
    ['410102', '河南省郑州市中原区'],
    ['610103', '陕西省西安市碑林区'],
    ['350102', '福建省福州市鼓楼区'],
  ] as const),
];
const KINDS: readonly CustomerKind[] = ['INDIVIDUAL', 'INDIVIDUAL', 'INDIVIDUAL', 'SELF_EMPLOYED', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'];
const PURPOSES = ['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE', 'VEHICLE', 'HOME_REPAIR', 'EDUCATION'] as const;
const METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] as const;
const BIRTH_DAYS = 15_000;
const FIRST_BIRTH = '1961-01-01' as LocalDate;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SPAN_MS = 3 * 365 * DAY_MS;
const HASH = 'a'.repeat(64);

/** The moment of one of many things that happened one after the other in three years, the last one today. */
export const momentOf = (frame: BookFrame, n: number, of: number): Date =>
  new Date(frame.now.getTime() - SPAN_MS + Math.floor((SPAN_MS * (n + 1)) / (of + 1)));

/** An id that was given at that moment; one of each kind in a millisecond. */
export const idAt = <P extends string>(prefix: P, at: Date): `${P}_${string}` => firstIdAt(prefix, at) as `${P}_${string}`;

export const dayOf = (at: Date): LocalDate => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as LocalDate;

export const nameOf = (random: Random): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.8) ? random.pick(GIVEN) : '');

/** Another number for every `n` below a thousand million. */
const phoneOf = (n: number): string => `1${3 + (n % 7)}${String((n * 7_919) % 1_000_000_000).padStart(9, '0')}`;

/** Some salespeople have many more customers than others. */
const ownerOf = ({ salespeople }: BookFrame, random: Random): string =>
  salespeople[Math.floor(random.next() * random.next() * salespeople.length)] ?? '';

export function customerOf(frame: BookFrame, n: number, of: number): Customer {
  const random = new Random(frame.seed, `customer ${n}`);
  const at = momentOf(frame, n, of);
  const ownerId = ownerOf(frame, random);
  const identity = identityOf(random, n);
  const claim = { identity, profile: profileOf(random, identity.type), salesperson: null };
  const opened = newCustomer(idAt('cus', at), claim, { ownerId, today: dayOf(at), now: at, intervals: { A: 30, B: 60, C: 90 } });
  const grade = random.chance(0.7) ? random.pick<CustomerGrade>(['A', 'B', 'B', 'C', 'C']) : null;
  return {
    ...opened,
    leadId: n % 5 < 3 ? idAt('led', leadMoment(at)) : null,
    consents: consentsOf(at, n),
    grades: grade ? [gradeOf(grade, at, ownerId)] : [],
    // Graded once a year: nobody's is too old today.
    regradeDueOn: grade ? addDays(frame.today, random.between(5, 360)) : null,
    nextVisitOn: addDays(frame.today, random.between(-2, 85)),
  };
}

/** A lead comes some days before the customer it became; at an even millisecond, those that became nobody at an odd one. */
const leadMoment = (customerAt: Date): Date => new Date(2 * Math.floor((customerAt.getTime() - 5 * DAY_MS) / 2));

/** The lead by which the `n`th customer came; null when he came without. */
export function leadOfCustomer(frame: BookFrame, customer: Customer, n: number, of: number): Lead | null {
  if (!customer.leadId) return null;
  const random = new Random(frame.seed, `lead of ${customer.id}`);
  const at = leadMoment(momentOf(frame, n, of));
  const source = n > 100 && random.chance(0.1) ? referredBy(frame, random.between(0, n - 50), of) : sourceOf(frame, random);
  const { name: contactName, phone, ownerId: salespersonId } = customer;
  const answeredAt = new Date(at.getTime() + random.between(1, 10) * HOUR_MS);
  return {
    ...newLead(customer.leadId, { ...source, contactName, phone, note: null, salespersonId }, arrivalOf(frame, at, source)),
    ...{ state: 'converted', customerId: customer.id, contacts: [contactOf('INTERESTED', salespersonId, answeredAt)] },
    ...{
      firstRespondedAt: answeredAt,
      enquiredAt: answeredAt,
      convertedAt: momentOf(frame, n, of),
      district: customer.residentId.slice(0, 6),
    },
  };
}

/** Recommended by an earlier customer. */
function referredBy(frame: BookFrame, k: number, of: number): LeadSource {
  return { ...NO_SOURCE, channel: 'REFERRAL', referrerId: idAt('cus', momentOf(frame, k, of)) };
}

function arrivalOf(frame: BookFrame, at: Date, { activityId }: LeadSource): Arrival {
  const place = activityId === null ? -1 : frame.activityIds.indexOf(activityId);
  const campaignId = place < 0 ? null : campaignOfActivity(frame, place);
  return { at, by: frame.managerId, promisedResponseAt: new Date(at.getTime() + 4 * HOUR_MS), campaignId };
}

/** Every second activity belongs to the campaign of its time. */
export const campaignOfActivity = ({ campaignIds, activityIds }: BookFrame, place: number): string | null =>
  place % 2 === 0 ? (campaignIds[Math.floor((place * campaignIds.length) / activityIds.length)] ?? null) : null;

const contactOf = (result: Lead['contacts'][number]['result'], by: string, at: Date): Lead['contacts'][number] => ({
  ...{ id: idAt('ctc', at), way: 'CALL', result, note: null, by, at, recordedAt: at, countsFrom: at },
});

const oddMillisecond = (at: Date): Date => new Date(at.getTime() - (at.getTime() % 2) - 1);

/** A lead that became nobody: most were lost long ago, those of the last weeks are in hand, and the latest wait for their first answer. */
export function openLeadOf(frame: BookFrame, n: number, of: number, customers: number): Lead {
  const random = new Random(frame.seed, `open lead ${n}`);
  const at = oddMillisecond(momentOf(frame, n, of));
  const source = sourceOf(frame, random);
  const person = { contactName: nameOf(random), phone: phoneOf(customers + n), note: random.chance(0.2) ? '周五再联系' : null };
  const lead = newLead(idAt('led', at), { ...source, ...person, salespersonId: ownerOf(frame, random) }, arrivalOf(frame, at, source));
  const placed = { ...lead, district: random.chance(0.6) ? random.pick(CITIES)[0] : null };
  const age = (of - n) / of;
  if (age > 0.08) return lostLead(placed, random);
  // One in five of the latest waits for somebody to take it.
  if (age < 0.01) return random.chance(0.2) ? { ...placed, salespersonId: null, assignments: [] } : placed;
  return leadInHand(frame, placed, random);
}

function leadInHand({ today }: BookFrame, lead: Lead, random: Random): Lead {
  const at = new Date(lead.createdAt.getTime() + random.between(1, 6) * HOUR_MS);
  const contacts = [contactOf(random.pick(['CALL_BACK', 'INTERESTED'] as const), lead.salespersonId ?? '', at)];
  const nextContactOn = random.chance(0.7) ? addDays(today, random.between(-1, 6)) : null;
  const isEnquiring = random.chance(0.5);
  return {
    ...lead,
    contacts,
    nextContactOn,
    firstRespondedAt: at,
    state: isEnquiring ? 'enquiring' : 'new',
    enquiredAt: isEnquiring ? at : null,
  };
}

function lostLead(lead: Lead, random: Random): Lead {
  const at = new Date(lead.createdAt.getTime() + random.between(1, 30) * HOUR_MS);
  const isReached = random.chance(0.8);
  const contacts = [contactOf(isReached ? 'NO_INTEREST' : 'NOT_REACHED', lead.salespersonId ?? '', at)];
  const why = {
    lostCause: isReached ? random.pick(['NO_NEED', 'PRICE', 'COMPETITOR'] as const) : ('UNREACHABLE' as const),
    lostBecause: '暂无贷款需求',
  };
  return { ...lead, ...why, contacts, state: 'lost', lostAt: at, firstRespondedAt: isReached ? at : null };
}

type LeadSource = Pick<Lead, 'channel' | 'onlineSource' | 'activityId' | 'referrerId' | 'partnerId'>;
const NO_SOURCE = { onlineSource: null, activityId: null, referrerId: null, partnerId: null };

function sourceOf(frame: BookFrame, random: Random): LeadSource {
  const channel = random.pick<LeadChannel>(['ONLINE', 'ONLINE', 'OFFLINE', 'PARTNER']);
  if (channel === 'OFFLINE') return { ...NO_SOURCE, channel, activityId: random.pick(frame.activityIds) };
  if (channel === 'PARTNER') return { ...NO_SOURCE, channel, partnerId: random.pick(frame.partnerIds) };
  return { ...NO_SOURCE, channel: 'ONLINE', onlineSource: random.pick(['WEBSITE', 'SOCIAL_MEDIA', 'LOAN_PLATFORM']) };
}

function identityOf(random: Random, n: number): Identity {
  const type = random.pick(KINDS);
  const [district, place] = random.pick(CITIES);
  const birthDate = addDays(FIRST_BIRTH, n % BIRTH_DAYS);
  const seventeen = `${district}${birthDate.replaceAll('-', '')}${String(Math.floor(n / BIRTH_DAYS) % 1_000).padStart(3, '0')}`;
  const code = `91${district}${String(n).padStart(9, '0')}`;
  const person = nameOf(random);
  const isCompany = type === 'MICRO_ENTERPRISE';
  return {
    ...{ type, name: isCompany ? `${place.slice(3, 5)}${random.pick(GIVEN)}${random.pick(GIVEN)}${random.pick(TRADES)}有限公司` : person },
    ...{
      residentId: seventeen + checkCharacter(seventeen),
      birthDate,
      creditCode: type === 'INDIVIDUAL' ? null : code + creditCodeCheck(code),
    },
    ...{ representativeName: isCompany ? person : null, phone: phoneOf(n) },
    address: `${place}${random.pick(STREETS)}${random.between(1, 300)}号`,
  };
}

function profileOf(random: Random, type: CustomerKind): Profile {
  const yuan = (low: number, high: number): number => random.between(low, high) * 100_00;
  const isBusiness = type !== 'INDIVIDUAL';
  return {
    ...emptyProfile,
    ...(isBusiness
      ? { business: businessOf(random) }
      : { employment: { employer: '某某贸易公司', position: '职员', employedMonths: random.between(6, 200) } }),
    family: { maritalStatus: random.pick(['已婚', '未婚']), dependants: random.between(0, 3) },
    debts: { otherLoans: 1, otherLoansFen: yuan(0, 2_000), monthlyDebtServiceFen: yuan(0, 30), guaranteesFen: 0 },
    basic: {
      ...{ occupation: random.pick(['个体经营', '教师', '司机', '职员']), education: random.pick(['高中', '大专', '本科']) },
      ...{
        residence: '自有住房',
        yearsAtResidence: random.between(1, 20),
        businessMonths: random.between(6, 120),
        industry: random.pick(TRADES),
      },
    },
    financial: {
      ...{
        monthlyIncomeFen: yuan(60, 300),
        monthlyExpenseFen: yuan(20, 100),
        assetsFen: yuan(1_000, 20_000),
        liabilitiesFen: yuan(0, 4_000),
      },
      ...{ annualRevenueFen: yuan(2_000, 20_000), statedLatePayments: random.between(0, 2) },
    },
    // One in five has not said yet what he needs: his file is incomplete.
    needs: random.chance(0.8)
      ? {
          purpose: random.pick(PURPOSES),
          amountFen: yuan(100, 5_000),
          termMonths: random.pick([6, 12, 24, 36]),
          method: random.pick(METHODS),
        }
      : { purpose: null, amountFen: null, termMonths: null, method: null },
  };
}

function businessOf(random: Random): Profile['business'] {
  const licenceIssuedOn = addDays('2012-01-01' as LocalDate, random.between(0, 4_000));
  return {
    scope: '零售',
    licenceIssuedOn,
    licenceValidUntil: '9999-12-31' as LocalDate,
    premises: '租赁门店',
    employees: random.between(1, 20),
  };
}

/** Every third customer may be written to about other things as well. */
function consentsOf(at: Date, n: number): Customer['consents'] {
  const kinds = ['PERSONAL_DATA', 'CREDIT_INQUIRY', ...(n % 3 === 0 ? (['MARKETING'] as const) : [])] as const;
  return kinds.map((kind, place) => ({
    ...{
      id: idAt('cns', new Date(at.getTime() + place)),
      kind,
      purpose: '贷款申请',
      textVersion: '1',
      fileId: idAt('fil', at),
      evidenceHash: HASH,
    },
    ...{ givenOn: dayOf(at), validUntil: addDays(dayOf(at), 180) },
  }));
}

function gradeOf(grade: CustomerGrade, at: Date, by: string): Customer['grades'][number] {
  const points = { A: 85, B: 60, C: 30 }[grade];
  const reasons = ['need', 'credit-standing', 'repayment-ability', 'potential'].map((criterion, place) => ({
    ...{ criterion, version: 1, weightPercent: [20, 30, 30, 20][place] ?? 0, points, reason: 'as on file' },
  }));
  return { grade, score: points, scorecardVersion: 1, reasons, gradedOn: dayOf(at), by, cause: 'BY_HAND' };
}
