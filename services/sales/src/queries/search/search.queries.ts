import { Injectable } from '@nestjs/common';
import { FieldCipher, maskName } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, MAX_FIRST } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import { meantNumber } from '../../domain/contract/contract-number.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import { contractCollection } from '../../persistence/contract/contract.schema.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { containing, nameQuestion, numberQuestion } from '../../persistence/search-keys.js';

/** In the order in which they are shown. */
export const FOUND_KINDS = ['CUSTOMER', 'LEAD', 'APPLICATION', 'CONTRACT'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  /** Masked where it is a person's name that is not on file. */
  readonly title: string;
}

export interface SearchRequest extends PageRequest {
  readonly text: string;
  /** All when left out. */
  readonly kinds?: readonly FoundKind[] | null;
}

interface Place {
  readonly collection: CollectionDefinition;
  readonly prefix: string;
  readonly owner: 'ownerId' | 'salespersonId';
  /** Fields of names, where some are kept; the others are found by their customer. */
  readonly names: readonly string[];
  readonly live: Record<string, unknown>;
  readonly title: (row: Stored) => string;
}

const PLACES: Readonly<Record<FoundKind, Place>> = {
  CUSTOMER: {
    ...{ collection: customerCollection, prefix: 'cus', owner: 'ownerId', live: { mergedInto: null } },
    names: ['name', 'representativeName'],
    title: (row) => String(row['name']),
  },
  LEAD: {
    ...{ collection: leadCollection, prefix: 'led', owner: 'salespersonId', names: ['contactName'], live: {} },
    title: (row) => maskName(String(row['contactName'])),
  },
  APPLICATION: {
    ...{ collection: applicationCollection, prefix: 'app', owner: 'salespersonId', names: [], live: {} },
    title: (row) => String(row['stage']),
  },
  CONTRACT: {
    ...{ collection: contractCollection, prefix: 'con', owner: 'salespersonId', names: [], live: {} },
    title: (row) => `${String(row['number'])} ${String(row['state'])}`,
  },
};

const DEFAULT_FIRST = 20;
const SHORTEST_ID = 8;
/** Customers whose applications and contracts are shown when many have the name. */
const MOST_CUSTOMERS = 100;
const ID_START = /^[a-z]{3}_[0-9a-z]{0,26}$/;
const NUMBER = /^[0-9A-Z]{4,20}$/i;
const CURSOR = /^found:([A-Z]+):([a-z]{3}_[0-9a-z]{26})$/;

/**
 * One search over what a salesperson works with: ids by their beginning; contracts by their number; identity numbers, phones and cards by the whole number or the last four;
 * names by any part of them; applications and contracts also by their customer, of the newest hundred. Every question is a look into an index of its own scope, so that somebody else's customer is never found [3.7].
 */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** Newest first within each kind. Throws DomainError SEARCH_TEXT_SHORT or INPUT_INVALID. */
  async search({ text, kinds, first, after }: SearchRequest, actor: Actor): Promise<Page<Found>> {
    const wanted = first ?? DEFAULT_FIRST;
    if (wanted < 1 || wanted > MAX_FIRST)
      throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
    const start = after ? cursorOf(after) : null;
    const from = start ? FOUND_KINDS.indexOf(start.kind) : 0;
    const found: Found[] = [];
    for (const kind of FOUND_KINDS.slice(from).filter((one) => !kinds || kinds.includes(one))) {
      const missing = wanted + 1 - found.length;
      if (missing <= 0) break;
      const beyond = start?.kind === kind ? start.id : null;
      found.push(...(await this.ofKind(kind, text.trim(), { actor, beyond, limit: missing })));
    }
    return pageOf(found, wanted);
  }

  private async ofKind(
    kind: FoundKind,
    text: string,
    of: { readonly actor: Actor; readonly beyond: string | null; readonly limit: number },
  ): Promise<Found[]> {
    const place = PLACES[kind];
    const question = this.idQuestion(text, place) ?? numbered(text, kind) ?? (await this.textQuestion(text, place, of.actor));
    const rows = await this.rows(place, question, of);
    return rows.map((row) => ({ kind, id: row._id, title: place.title(row) }));
  }

  private rows(
    place: Place,
    question: Record<string, unknown>,
    of: { readonly actor: Actor; readonly beyond: string | null; readonly limit: number },
  ): Promise<Stored[]> {
    const beyond = of.beyond ? { _id: { $lt: of.beyond } } : {};
    return (
      this.database
        .model(place.collection)
        .find({ $and: [{ ...place.live, ...question }, salesScope(of.actor, place.owner), beyond] } as never)
        .sort({ _id: -1 })
        .limit(of.limit)
        // Without it the planner may walk all of a salesperson's rows to find those of some customers.
        .setOptions('customerId' in question ? { hint: 'customer' } : {})
        .lean<Stored[]>()
        .exec()
    );
  }

  /** The beginning of an id; null for any other text. An id of another kind asks for nothing. */
  private idQuestion(text: string, { prefix }: Place): Record<string, unknown> | null {
    if (!ID_START.test(text)) return null;
    if (text.length < SHORTEST_ID) throw new DomainError('SEARCH_TEXT_SHORT', {}, 'text');
    return text.startsWith(`${prefix}_`) ? { _id: { $gte: text, $lt: `${text}~` } } : { _id: { $in: [] } };
  }

  private async textQuestion(text: string, { names }: Place, actor: Actor): Promise<Record<string, unknown>> {
    if (names.length === 0) {
      const question = await this.textQuestion(text, PLACES.CUSTOMER, actor);
      const customers = await this.rows(PLACES.CUSTOMER, question, { actor, beyond: null, limit: MOST_CUSTOMERS });
      return { customerId: { $in: customers.map(({ _id }) => _id) } };
    }
    const plain = text.replace(/[\s-]/g, '');
    if (NUMBER.test(plain) && /\d/.test(plain)) return { searchKeys: { $in: numberQuestion(this.cipher, plain) } };
    const keys = nameQuestion(text);
    if (keys.length === 0) throw new DomainError('SEARCH_TEXT_SHORT', {}, 'text');
    return { searchKeys: { $all: keys }, $or: names.map((name) => ({ [name]: { $regex: containing(text) } })) };
  }
}

/** The number of a contract, however it is written; null for any other text. Nothing else has one. */
function numbered(text: string, kind: FoundKind): Record<string, unknown> | null {
  const number = meantNumber(text);
  if (number === null) return null;
  return kind === 'CONTRACT' ? { number: { $eq: number, $type: 'string' } } : { _id: { $in: [] } };
}

function cursorOf(after: string): { kind: FoundKind; id: string } {
  const [, kind, id] = CURSOR.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (!id || !FOUND_KINDS.includes(kind as FoundKind))
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return { kind: kind as FoundKind, id };
}

/** The number is not counted: it would be a second search. */
function pageOf(found: readonly Found[], first: number): Page<Found> {
  const edges = found.slice(0, first).map((node) => ({ cursor: Buffer.from(`found:${node.kind}:${node.id}`).toString('base64url'), node }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: Promise.resolve(null),
  };
}
