// What every script has at hand, and how it says what must come out.
import type { ApplicationPage } from '../lib/application-page.ts';
import type { Client, CustomerKind, LeadSource } from '../lib/client.ts';
import type { Company } from '../lib/company.ts';
import { identityOf, luhn } from '../lib/identities.ts';
import { SalesDesk } from '../lib/sales-desk.ts';
import type { Prospect } from '../lib/sales-desk.ts';
import { SigningDesk } from '../lib/signing-desk.ts';
import type { Storyline } from '../lib/storyline.ts';

export interface Scene {
  readonly company: Company;
  readonly productIds: ReadonlyMap<string, string>;
  readonly run: string;
  readonly today: string;
  readonly story: Storyline;
  /** Place among the scripts: who serves whom. */
  readonly turn: number;
  /** Ids that other scripts have made, by name. */
  readonly shared: Map<string, string>;
}

export interface Script {
  readonly name: string;
  /** One sentence for the reader. */
  readonly tells: string;
  /** Scripts that have to be over before. */
  readonly after?: readonly string[];
  /** Moves the clock of the whole company: played alone, after all those before it. */
  readonly movesClock?: boolean;
  readonly play: (scene: Scene) => Promise<void>;
  /** Stage of the application in the end; null for a script that is not about one. */
  readonly ends: string | null;
  /** More that must be true of the application. */
  readonly check?: (page: ApplicationPage) => readonly string[];
}

/** Points enough for an approval, for conditions, or for neither, by the scorecard of the company. */
export const GOOD_FACTS = {
  checkingAccountStatus: 'NO_ACCOUNT',
  creditHistory: 'CRITICAL_OR_OTHER_CREDITS',
  savings: 'AT_LEAST_1000',
  employmentSince: 'AT_LEAST_7_YEARS',
  instalmentRatePercent: 2,
  otherDebtors: 'NONE',
  residenceSince: 4,
  property: 'REAL_ESTATE',
  ageInYears: 41,
  otherInstalmentPlans: 'NONE',
  housing: 'OWN',
  existingCredits: 1,
  job: 'SKILLED',
  dependants: 1,
  telephone: 'REGISTERED',
} as const;

export const MIDDLING_FACTS = {
  ...GOOD_FACTS,
  checkingAccountStatus: 'BELOW_200',
  savings: 'BELOW_100',
  employmentSince: 'FROM_1_TO_4_YEARS',
  creditHistory: 'PAID_DULY_TILL_NOW',
} as const;
export const POOR_FACTS = {
  ...MIDDLING_FACTS,
  creditHistory: 'ALL_PAID_HERE',
  housing: 'RENT',
  otherInstalmentPlans: 'BANK',
  checkingAccountStatus: 'OVERDRAWN',
} as const;

export interface ClientWish {
  readonly kind?: CustomerKind;
  readonly source?: LeadSource;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly amountYuan?: number;
  readonly termMonths?: number;
  readonly method?: string;
  readonly bureau?: 'SOUND' | 'ADVERSE';
  /** Last six digits of the account, by which the simulated bank behaves. */
  readonly cardEnding?: string;
  /** Tells several customers of one script apart. */
  readonly label?: string;
}

const ONLINE: LeadSource = { channel: 'ONLINE', onlineSource: 'WEBSITE' };

/** A customer of the scene with everything that the wish leaves open. */
export function clientOf({ run, today, story }: Scene, wish: ClientWish = {}): Client {
  const { kind = 'INDIVIDUAL', amountYuan = 3_600, termMonths = 12, method = 'EQUAL_INSTALMENT' } = wish;
  const seed = [run, story.no, ...(wish.label ? [wish.label] : [])].join(':');
  const identity = identityOf(seed, { ageInYears: 41, bureau: wish.bureau ?? 'SOUND', today });
  const isBusiness = kind !== 'INDIVIDUAL';
  return {
    kind,
    identity: wish.cardEnding ? { ...identity, cardNumber: cardEndingWith(wish.cardEnding) } : identity,
    wish: {
      purpose: isBusiness ? 'WORKING_CAPITAL' : 'HOUSEHOLD_GOODS',
      purposeNote: isBusiness ? '采购原材料' : '购买家电',
      amountYuan,
      termMonths,
      method,
    },
    productCode: isBusiness ? 'JY-01' : 'XF-01',
    source: wish.source ?? ONLINE,
    facts: wish.facts ?? GOOD_FACTS,
    monthlyIncomeYuan: Math.ceil((amountYuan / termMonths) * 3) + 2_000,
  };
}

/** A bank card with a right check digit that ends with these digits. */
export function cardEndingWith(ending: string): string {
  const wanted = ending.slice(0, -1);
  for (let middle = 0; middle < 10; middle += 1) {
    const card = luhn(`622848012${middle}34${wanted}`);
    if (card.endsWith(ending)) return card;
  }
  throw new Error(`no card ends with ${ending}`);
}

export interface Desks {
  readonly desk: SalesDesk;
  readonly signing: SigningDesk;
}

export function desksOf({ company, story, turn }: Scene): Desks {
  const desk = new SalesDesk(company, story, company.nth('salesperson', turn));
  return { desk, signing: new SigningDesk(company, story, desk) };
}

/** From the first word to the open form. */
export async function opened(scene: Scene, { desk }: Desks, client: Client): Promise<Prospect> {
  const prospect = await desk.receive(client, scene.productIds.get(client.productCode) ?? '');
  await desk.takeConsents(prospect.customerId);
  await desk.openApplication(prospect, client);
  return prospect;
}
