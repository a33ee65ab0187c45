import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { signInOperation } from './sign-in-operation.js';

const input = 'input SignInInput { employeeNo: String!  password: String!  requestKey: ID }';
const schemaOf = (field: string, types: string) => buildSchema(`type Query { a: Int }  type Mutation { ${field} }  ${types}`);

describe('signing in through any graph', () => {
  test.each([
    ['a token in the payload', 'signIn(input: SignInInput!): P!', `${input} type P { token: String }`, ['signIn', 'token']],
    [
      'a token one object below',
      'signIn(input: SignInInput!): P!',
      `${input} type P { signIn: S  userErrors: [E!]! } type S { accessToken: String! } type E { message: String! }`,
      ['signIn', 'signIn', 'accessToken'],
    ],
  ])('%s', (_name, field, types, tokenPath) => {
    const schema = schemaOf(field, types);
    const operation = signInOperation(schema);
    expect(operation).toMatchObject({ tokenPath, inputFields: ['employeeNo', 'password', 'requestKey'] });
    expect(validate(schema, parse(operation?.query ?? ''))).toEqual([]);
  });

  test.each([
    ['no such mutation', 'logOut: Int', ''],
    ['no input', 'signIn: P', 'type P { token: String }'],
    ['no token', 'signIn(input: SignInInput!): P!', `${input} type P { name: String }`],
    ['a payload that is no object', 'signIn(input: SignInInput!): String', input],
    [
      'a required field that no demo person has',
      'signIn(input: I!): P!',
      'input I { employeeNo: String!  code: String! } type P { token: String }',
    ],
  ])('not with %s', (_name, field, types) => {
    expect(signInOperation(schemaOf(field, types))).toBeUndefined();
  });
});
