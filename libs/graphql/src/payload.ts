import { platformErrors } from '@weilend/contracts';
import { DomainError, DomainErrors } from '@weilend/kernel';
import type { RefusalCatalogue, RefusalEntry } from '@weilend/kernel';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { GraphContext, Locale } from './context.js';
import { forgetAll } from './loaders.js';

/** A refusal by a rule of the business, told to the user. */
@ObjectType({ description: 'A refusal by a business rule (业务规则拒绝)' })
@Directive('@shareable')
export class UserError {
  @Field(() => String, { description: 'Stable code of the error catalogue' })
  readonly code!: string;

  @Field(() => String, { description: 'What is wrong and what to do, in Chinese or English by Accept-Language' })
  readonly message!: string;

  @Field(() => [String], { nullable: true, description: 'Path of the input field that is wrong' })
  readonly field!: string[] | null;

  @Field(() => String, { description: 'Row of docs/requirements.md, gate or parameter that refuses' })
  readonly rule!: string;
}

/** Base of every mutation payload: `{ noun, userErrors }`; the noun is null when there are refusals. */
@ObjectType({ isAbstract: true })
export abstract class MutationPayload {
  @Field(() => [UserError], { description: 'Refusals; empty when the act was done' })
  readonly userErrors!: UserError[];
}

/** Texts and rules of all codes that a department can refuse with. */
export class RefusalTexts {
  private readonly catalogue: Readonly<Record<string, RefusalEntry>>;

  constructor(departmentErrors: RefusalCatalogue) {
    this.catalogue = { ...platformErrors, ...departmentErrors };
  }

  ruleOf(code: string): string | null {
    return this.catalogue[code]?.rule ?? null;
  }

  toUserErrors(error: DomainError, locale: Locale): UserError[] {
    const all = error instanceof DomainErrors ? error.all : [error];
    return all.map((one) => this.toUserError(one, locale));
  }

  private toUserError(error: DomainError, locale: Locale): UserError {
    const entry = this.catalogue[error.code];
    if (!entry) throw new TypeError(`the refusal ${error.code} is in no catalogue`);
    const message = entry[locale].replace(/\{(\w+)\}/g, (_match, name: string) => textOf(error.data[name]));
    return { code: error.code, message, field: error.field?.split('.') ?? null, rule: entry.rule };
  }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** Runs a mutation's act: its fields on success, `userErrors` on a refusal; faults go on to the error formatter. */
export async function answer<Fields extends object>(
  texts: RefusalTexts,
  context: GraphContext,
  act: () => Promise<Fields>,
): Promise<Partial<Fields> & { userErrors: UserError[] }> {
  forgetAll(context);
  try {
    return { ...(await act()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { userErrors: texts.toUserErrors(error, context.locale) } as Partial<Fields> & { userErrors: UserError[] };
  }
}
