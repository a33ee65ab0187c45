// A file of leads with mistakes of every kind, and what must be found in it: everything follows from a seed.
import { Random } from '../faults/lib/random.ts';

/** What the rows may name, as it is on file. */
export interface LeadWorld {
  readonly partner: string;
  readonly endedPartner: string;
  readonly activity: string;
  /** Identity number of a customer. */
  readonly referrer: string;
  readonly salespersonId: string;
  /** Mobile number of a lead and of a customer on file. */
  readonly leadPhone: string;
  readonly customerPhone: string;
}

export interface ExpectedProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
}

export interface LeadFile {
  readonly bytes: Buffer;
  readonly rows: number;
  readonly good: number;
  readonly duplicatesInFile: number;
  readonly duplicatesOnFile: number;
  readonly problems: readonly ExpectedProblem[];
}

interface Cells {
  channel: string;
  onlineSource: string;
  activity: string;
  partner: string;
  referrer: string;
  contactName: string;
  phone: string;
  note: string;
  salesperson: string;
}

const HEADER = '联系人,渠道,线上来源,线下活动,合作机构,推荐客户,手机号,备注,客户经理';
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];

type Bad = (cells: Cells, world: LeadWorld) => readonly [column: string | null, code: string];

/** Changes a good row into a bad one; says what must be found. */
const BAD: Readonly<Record<string, Bad>> = {
  shortPhone: (cells) => ((cells.phone = '1380013'), ['phone', 'MOBILE_INVALID']),
  landline: (cells) => ((cells.phone = '02088886666'), ['phone', 'MOBILE_INVALID']),
  spreadsheetPhone: (cells) => ((cells.phone = '1.38E+10'), ['phone', 'MOBILE_INVALID']),
  unknownPartner: (cells) => (
    Object.assign(cells, { ...nowhere, channel: 'PARTNER', partner: '没有的机构' }),
    ['partner', 'PARTNER_NOT_ACTIVE']
  ),
  endedPartner: (cells, { endedPartner }) => (
    Object.assign(cells, { ...nowhere, channel: '合作机构', partner: endedPartner }),
    ['partner', 'PARTNER_NOT_ACTIVE']
  ),
  unknownActivity: (cells) => (
    Object.assign(cells, { ...nowhere, channel: '线下', activity: '没办过的活动' }),
    ['activity', 'ACTIVITY_UNKNOWN']
  ),
  unknownReferrer: (cells) => (
    Object.assign(cells, { ...nowhere, channel: '推荐', referrer: '11010519491231002X' }),
    ['referrer', 'REFERRER_UNKNOWN']
  ),
  missingLink: (cells) => (Object.assign(cells, { ...nowhere, channel: '线上' }), ['onlineSource', 'CHANNEL_LINK_MISSING']),
  foreignLink: (cells, { partner }) => (
    Object.assign(cells, { ...nowhere, channel: '线上', onlineSource: '官网', partner }),
    ['partner', 'CHANNEL_LINK_FOREIGN']
  ),
  unknownChannel: (cells) => ((cells.channel = '电视广告'), ['channel', 'ROW_VALUE_UNKNOWN']),
  longName: (cells) => ((cells.contactName = '长'.repeat(101)), ['contactName', 'ROW_VALUE_TOO_LONG']),
  noName: (cells) => ((cells.contactName = ' '), ['contactName', 'ROW_VALUE_MISSING']),
  longNote: (cells) => ((cells.note = '话'.repeat(501)), ['note', 'ROW_VALUE_TOO_LONG']),
  notASalesperson: (cells) => ((cells.salesperson = '王经理'), ['salesperson', 'NOT_A_SALESPERSON']),
  leadOnFile: (cells, { leadPhone }) => ((cells.phone = leadPhone), ['phone', 'ROW_LEAD_EXISTS']),
  customerOnFile: (cells, { customerPhone }) => ((cells.phone = `+86 ${customerPhone}`), ['phone', 'ROW_CUSTOMER_EXISTS']),
};
const nowhere = { onlineSource: '', activity: '', partner: '', referrer: '' };
/** Rows that are spoilt as a line of text. */
const TORN: Readonly<Record<string, readonly [tear: (line: string) => string, code: string]>> = {
  textAfterQuote: [(line) => `"客"户${line}`, 'ROW_QUOTING_BROKEN'],
  neverClosed: [(line) => `"${line}`, 'ROW_QUOTING_BROKEN'],
  cellTooFew: [(line) => line.slice(0, line.lastIndexOf(',')), 'ROW_COLUMN_COUNT'],
  cellTooMany: [(line) => `${line},多余`, 'ROW_COLUMN_COUNT'],
};
const KINDS = [...Object.keys(BAD), ...Object.keys(TORN), 'twiceInFile'];
const ON_FILE = ['leadOnFile', 'customerOnFile'];

export function leadFile(world: LeadWorld, { rows, badShare, seed }: { rows: number; badShare: number; seed: number }): LeadFile {
  const random = new Random(seed, 'lead file');
  const bad = badRows(random, rows, Math.round(rows * badShare));
  const lines: string[] = [HEADER];
  const problems: ExpectedProblem[] = [];
  const phones: { phone: string; line: number }[] = [];
  let line = 2;
  for (let row = 0; row < rows; row++) {
    const kind = bad.get(row);
    const cells = goodCells(random, world, row);
    const plain = kind !== undefined && kind in TORN;
    if (plain) cells.note = '';
    let found = kind === undefined ? undefined : BAD[kind]?.(cells, world);
    if (kind === 'twiceInFile') found = twice(cells, phones, random);
    const text = plain ? tear(kind, textOf(cells)) : textOf(cells);
    if (plain) found = [null, TORN[kind]?.[1] ?? ''];
    if (found) problems.push({ line, column: found[0], code: found[1] });
    else phones.push({ phone: cells.phone, line });
    lines.push(text);
    line += text.split('\n').length;
  }
  const count = (kinds: readonly string[]): number => [...bad.values()].filter((kind) => kinds.includes(kind)).length;
  const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
  return {
    bytes,
    rows,
    good: rows - problems.length,
    duplicatesInFile: count(['twiceInFile']),
    duplicatesOnFile: count(ON_FILE),
    problems,
  };
}

/** Which rows are bad, and how; every kind is there. The first rows are good: somebody must be there to stand in the file twice. */
function badRows(random: Random, rows: number, count: number): Map<number, string> {
  const places = random.shuffled(Array.from({ length: rows - 10 }, (_none, n) => n + 10)).slice(0, count);
  return new Map(places.map((place, n) => [place, KINDS[n % KINDS.length] ?? '']));
}

function goodCells(random: Random, world: LeadWorld, row: number): Cells {
  const sources: readonly Partial<Cells>[] = [
    { channel: random.pick(['线上', 'ONLINE', '网络']), onlineSource: random.pick(['官网', '社交媒体', 'LOAN_PLATFORM']) },
    { channel: '线下', activity: world.activity },
    { channel: '合作机构', partner: world.partner },
    { channel: '转介绍', referrer: world.referrer },
  ];
  const name = `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.pick(GIVEN)}`;
  const note = random.pick(['', '想了解经营贷', '有门店，想扩大', '说了 "考虑一下", 周五再联系', '第一行\n第二行']);
  return {
    ...{ contactName: name, channel: '', ...nowhere, note, phone: `13${String(900_000_000 + row)}` },
    ...{ salesperson: random.chance(0.3) ? world.salespersonId : '', ...random.pick(sources) },
  };
}

function twice(cells: Cells, phones: readonly { phone: string }[], random: Random): readonly [string, string] {
  cells.phone = random.pick(phones).phone;
  return ['phone', 'ROW_TWICE_IN_FILE'];
}

const tear = (kind: string, line: string): string => TORN[kind]?.[0](line) ?? line;

function textOf(cells: Cells): string {
  const { contactName, channel, onlineSource, activity, partner, referrer, phone, note, salesperson } = cells;
  return [contactName, channel, onlineSource, activity, partner, referrer, phone, note, salesperson].map(cell).join(',');
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
