import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { isReadable, salesScope } from '../../persistence/sales-scope.js';
import { numberKeys } from '../../persistence/search-keys.js';

export const DUPLICATE_SIGNS = ['PHONE', 'NAME_AND_NUMBER', 'BANK_CARD'] as const;
export type DuplicateSign = (typeof DUPLICATE_SIGNS)[number];

/** That a file exists, why it may be the same customer, and whose it is; the file itself only to who may see it. */
export interface PossibleDuplicate {
  readonly customerId: string | null;
  readonly ownerId: string;
  readonly signs: readonly DuplicateSign[];
}

export interface DuplicateQuestion {
  readonly phone?: string | null;
  readonly name?: string | null;
  readonly identityLastFour?: string | null;
  readonly bankCard?: string | null;
}

interface Signs {
  readonly phoneIndex: string | null;
  readonly nameIndex: string | null;
  readonly identityTail: string | null;
  readonly cards: readonly string[];
}

const MOST_HINTS = 20;

/** Files that may be of one customer: the same phone, the same name with the same last four of the number, the same card [3.6]. */
@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** Like a customer on file, or like somebody who has no file yet. */
  find(customerId: string | null, asked: DuplicateQuestion, actor: Actor): Promise<PossibleDuplicate[]> {
    return customerId ? this.ofCustomer(customerId, actor) : this.like(asked, null, actor);
  }

  /** Other files that may be of a customer on file, in the scope of who asks. */
  async ofCustomer(customerId: string, actor: Actor): Promise<PossibleDuplicate[]> {
    const row = await this.model()
      .findOne({ _id: customerId, ...salesScope(actor, 'ownerId') } as never)
      .lean<Stored>()
      .exec();
    if (!row || row['mergedInto']) return [];
    const { phoneIndex, nameIndex, identityTail } = row as unknown as Signs;
    return this.like({ phoneIndex, nameIndex, identityTail, cards: this.cardsOf(row) }, customerId, actor);
  }

  /** Files like somebody who has none yet. Throws DomainError INPUT_INVALID when the question names nothing to look for. */
  async like(asked: DuplicateQuestion | Signs, exceptId: string | null, actor: Actor): Promise<PossibleDuplicate[]> {
    const signs = 'cards' in asked ? asked : this.signsOf(asked);
    const ways = [
      ...(signs.phoneIndex ? [{ phoneIndex: signs.phoneIndex }] : []),
      ...(signs.nameIndex && signs.identityTail ? [{ nameIndex: signs.nameIndex, identityTail: signs.identityTail }] : []),
      ...(signs.cards.length > 0 ? [{ searchKeys: { $in: [...signs.cards] } }] : []),
    ];
    if (ways.length === 0)
      throw new DomainError('INPUT_INVALID', { problem: 'give a phone, a card, or a name with the last four of the number' }, 'phone');
    const rows = await this.model()
      .find({ $or: ways, mergedInto: null, ...(exceptId ? { _id: { $ne: exceptId } } : {}) } as never)
      .limit(MOST_HINTS)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => {
      const ownerId = String(row['ownerId']);
      return { customerId: isReadable(actor, ownerId) ? row._id : null, ownerId, signs: sharedSigns(row, signs) };
    });
  }

  private signsOf({ phone, name, identityLastFour, bankCard }: DuplicateQuestion): Signs {
    const blind = (kind: string, value: string | null | undefined): string | null => (value ? this.cipher.blindIndex(kind, value) : null);
    return {
      phoneIndex: blind('phone', phone?.replace(/^\+?86|[\s-]/g, '')),
      nameIndex: blind('name', name),
      identityTail: blind('identity-tail', identityLastFour),
      cards: numberKeys(this.cipher, 'card', bankCard?.replace(/[\s-]/g, '') ?? null).slice(0, 1),
    };
  }

  /** Blind indexes of whole card numbers: those of the live cards, read from the file. */
  private cardsOf(row: Stored): string[] {
    const cards = (row['cards'] ?? []) as { id: string; number: string; ended: unknown }[];
    return cards
      .filter((card) => !card.ended)
      .map((card) => this.cipher.decrypt(card.number, { collection: 'customers', id: row._id, field: `card.${card.id}` }))
      .flatMap((number) => numberKeys(this.cipher, 'card', number).slice(0, 1));
  }

  private model() {
    return this.database.model(customerCollection);
  }
}

function sharedSigns(row: Stored, signs: Signs): DuplicateSign[] {
  const keys = row['searchKeys'] as string[];
  const shared: Record<DuplicateSign, boolean> = {
    PHONE: row['phoneIndex'] === signs.phoneIndex,
    NAME_AND_NUMBER: row['nameIndex'] === signs.nameIndex && row['identityTail'] === signs.identityTail,
    BANK_CARD: signs.cards.some((card) => keys.includes(card)),
  };
  return DUPLICATE_SIGNS.filter((sign) => shared[sign]);
}
