// Invented people and businesses whose numbers add up: resident ids (GB 11643), unified credit codes (GB 32100), mobiles, bank cards (Luhn). Everything
// follows from a seed, so the same row of the same run is always the same person, and another run brings other people.
import { createHash } from 'node:crypto';

export interface Identity {
  readonly name: string;
  readonly residentId: string;
  readonly phone: string;
  readonly address: string;
  readonly cardNumber: string;
  /** Clearing number of the bank (联行号). */
  readonly bankCode: string;
  readonly creditCode: string;
  readonly businessName: string;
}

export interface IdentityFacts {
  readonly ageInYears: number;
  /** What the simulated bureau knows of him: it reads the 15th to 17th place of the number. */
  readonly bureau: 'SOUND' | 'ADVERSE';
  /** Business date, `YYYY-MM-DD`. */
  readonly today: string;
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春红梅建国文斌波辉宁雪琴晨云飞浩宇欣怡佳慧';
const TRADES = ['餐饮', '服装', '五金', '建材', '农产品', '物流', '文具', '电子', '家政', '汽配'];
const STREETS = ['文三路', '中山北路', '解放路', '人民大道', '学院路', '和平街', '长江路', '建设路', '东风路', '新华街'];
const CITIES: readonly (readonly [string, string])[] = [
  ['330106', '浙江省杭州市西湖区'],
  ['320102', '江苏省南京市玄武区'],
  ['420106', '湖北省武汉市武昌区'],
  ['510104', '四川省成都市锦江区'],
  ['440105', '广东省广州市海珠区'],
  ['370102', '山东省济南市历下区'],
  ['410102', '河南省郑州市中原区'],
  ['610103', '陕西省西安市碑林区'],
  ['350102', '福建省福州市鼓楼区'],
  ['430102', '湖南省长沙市芙蓉区'],
  ['210102', '辽宁省沈阳市和平区'],
  ['340103', '安徽省合肥市庐阳区'],
];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FIRST_ADVERSE = 900;

/** Numbers below a limit that follow from a seed and a purpose. */
export function draw(seed: string, purpose: string, below: number): number {
  return createHash('sha256').update(`${seed}|${purpose}`).digest().readUIntBE(0, 6) % below;
}

const letterOf = (letters: string, at: number): string => [...letters][at] ?? '';

export function identityOf(seed: string, facts: IdentityFacts): Identity {
  const [district, place] = CITIES[draw(seed, 'city', CITIES.length)] ?? ['330106', '浙江省杭州市西湖区'];
  const name =
    letterOf(SURNAMES, draw(seed, 'surname', [...SURNAMES].length)) +
    letterOf(GIVEN, draw(seed, 'given', [...GIVEN].length)) +
    letterOf(GIVEN, draw(seed, 'given 2', [...GIVEN].length));
  const sequence = sequenceOf(seed, facts.bureau);
  return {
    name,
    residentId: residentId(`${district}${birthDate(seed, facts)}${sequence}`),
    phone: `1${3 + draw(seed, 'prefix', 7)}${String(draw(seed, 'phone', 1_000_000_000)).padStart(9, '0')}`,
    address: `${place}${STREETS[draw(seed, 'street', STREETS.length)]}${1 + draw(seed, 'house', 300)}号`,
    cardNumber: luhn(`622848${String(draw(seed, 'card', 1_000_000_000_000)).padStart(12, '0')}`),
    bankCode: `103${String(draw(seed, 'bank', 1_000_000_000)).padStart(9, '0')}`,
    creditCode: creditCode(`91${district}${String(draw(seed, 'code', 1_000_000)).padStart(6, '0')}${sequence}`),
    businessName: `${place.slice(3, 5)}${letterOf(GIVEN, draw(seed, 'shop', [...GIVEN].length))}${letterOf(GIVEN, draw(seed, 'shop 2', [...GIVEN].length))}${TRADES[draw(seed, 'trade', TRADES.length)]}有限公司`,
  };
}

/** Sound ones divide by four, so that the bureau knows of no other open credit. */
function sequenceOf(seed: string, bureau: IdentityFacts['bureau']): string {
  if (bureau === 'ADVERSE') return String(FIRST_ADVERSE + draw(seed, 'sequence', 100));
  return String(100 + 4 * draw(seed, 'sequence', 120)).padStart(3, '0');
}

/** A birth date of somebody who has the age today and whose birthday is not near. */
function birthDate(seed: string, { ageInYears, today }: IdentityFacts): string {
  const birthday = new Date(`${today}T00:00:00Z`);
  birthday.setUTCDate(birthday.getUTCDate() - 30 - draw(seed, 'birthday', 300));
  const isLeapDay = birthday.getUTCMonth() === 1 && birthday.getUTCDate() === 29;
  const [year, month, day] = [birthday.getUTCFullYear() - ageInYears, birthday.getUTCMonth() + 1, isLeapDay ? 28 : birthday.getUTCDate()];
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** 17 digits with their check character. */
export function residentId(digits: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

/** 17 characters with their check character. */
export function creditCode(characters: string): string {
  const sum = CODE_WEIGHTS.reduce((total, weight, place) => total + weight * CODE_ALPHABET.indexOf(characters[place] ?? ''), 0);
  return `${characters}${CODE_ALPHABET[(31 - (sum % 31)) % 31]}`;
}

/** Digits with the check digit of bank cards. */
export function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, character, place) => {
    const doubled = Number(character) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
