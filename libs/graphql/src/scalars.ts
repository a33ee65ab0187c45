import { DomainError, formatYuan, parseLocalDate, parseRate, parseYuan } from '@weilend/kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

function textScalar<T>(
  name: string,
  description: string,
  convert: { parse: (text: string) => T; serialize: (value: unknown) => string },
): GraphQLScalarType {
  const parse = (value: unknown): T => {
    if (typeof value !== 'string') throw refuse(name, description);
    try {
      return convert.parse(value);
    } catch (error) {
      if (error instanceof DomainError) throw refuse(name, description);
      throw error;
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: convert.serialize,
  });
}

/** Says what is expected, never what was sent: that may be a number of a person. */
function refuse(name: string, description: string): GraphQLError {
  return new GraphQLError(`this is not a ${name}: ${description}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Fen inside, a decimal string of yuan with two places outside. */
export const Money = textScalar('Money', 'Amount in yuan (元) as a decimal string with two places, e.g. "12000.00"', {
  parse: parseYuan,
  serialize: (value) => formatYuan(value as number),
});

export const Rate = textScalar('Rate', 'Fraction per year as a decimal string: "0.12" is 12 % a year (年利率)', {
  parse: parseRate,
  serialize: String,
});

export const LocalDate = textScalar('LocalDate', 'Business date YYYY-MM-DD in Asia/Shanghai', {
  parse: parseLocalDate,
  serialize: String,
});

/** A Date inside, ISO 8601 with offset outside. */
export const DateTime = textScalar('DateTime', 'Instant, ISO 8601 with offset, e.g. "2026-11-23T09:00:00.000Z"', {
  parse: (text) => {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime()) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text))
      throw new DomainError('DATE_INVALID', { value: text.slice(0, 40) });
    return instant;
  },
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

/** Resolver map of the scalars that every subgraph shares. */
export const scalars = { Money, Rate, LocalDate, DateTime };
