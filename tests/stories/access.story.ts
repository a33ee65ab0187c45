import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { waitFor } from '../../infra/local/demo/wait-for.ts';
import type { GraphError } from '../../infra/local/demo/graph-client.ts';
import { Person } from '../../infra/local/demo/person.ts';
import type { Company } from './lib/company.ts';
import { at, listAt, textAt } from './lib/read.ts';
import { openStoryCompany, storyHome } from './lib/story-company.ts';
import type { RunFile } from '../../infra/local/run-file.ts';

// Who gets in: nobody without a token, through the gateway or past it; and nobody any more whom hr has let go.

const ROOTS = `{ __schema { queryType { fields { ...F } } mutationType { fields { ...F } } types { name kind inputFields { name defaultValue type { ...T } } enumValues { name } } } }
fragment F on __Field { name args { name defaultValue type { ...T } } type { ...T } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;
/** Customers have no account: who answers a survey has a link that is good once, and without it these say nothing. */
const OPEN_TO_ALL = ['signIn', 'refreshSignIn', 'replacePassword', 'openSurveyLink', 'answerSurveyLink'];

interface TypeRef {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeRef | null;
}

interface Named {
  readonly name: string;
  readonly defaultValue?: string | null;
  readonly type: TypeRef;
}

interface RootField {
  readonly name: string;
  readonly args: readonly Named[];
  readonly type: TypeRef;
}

interface TypeOfSchema {
  readonly name: string;
  readonly kind: string;
  readonly inputFields: readonly Named[] | null;
  readonly enumValues: readonly { readonly name: string }[] | null;
}

const SAMPLES: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Money: '"1.00"',
  Rate: '"0.1"',
  LocalDate: '"2026-01-05"',
  DateTime: '"2026-01-05T01:00:00Z"',
};

let company: Company;

beforeAll(async () => {
  company = await openStoryCompany();
});

async function post(url: string, query: string, token?: string): Promise<{ data?: unknown; errors?: readonly GraphError[] }> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as { data?: unknown; errors?: readonly GraphError[] };
}

/** A literal that the schema accepts, with required fields only. */
function sample(ref: TypeRef, types: ReadonlyMap<string, TypeOfSchema>): string {
  if (ref.kind === 'NON_NULL') return sample(ref.ofType as TypeRef, types);
  if (ref.kind === 'LIST') return `[${sample(ref.ofType as TypeRef, types)}]`;
  const type = types.get(ref.name ?? '');
  if (type?.kind === 'ENUM') return type.enumValues?.[0]?.name ?? '';
  if (type?.kind === 'INPUT_OBJECT')
    return `{${required(type.inputFields ?? [])
      .map((field) => `${field.name}: ${sample(field.type, types)}`)
      .join(', ')}}`;
  return SAMPLES[ref.name ?? ''] ?? '"x"';
}

const required = (fields: readonly Named[]): readonly Named[] =>
  fields.filter(({ type, defaultValue }) => type.kind === 'NON_NULL' && (defaultValue ?? null) === null);

/** What an object needs to be asked for at all. */
function selection(ref: TypeRef, types: ReadonlyMap<string, TypeOfSchema>): string {
  if (ref.ofType) return selection(ref.ofType, types);
  return types.get(ref.name ?? '')?.kind === 'OBJECT' ? ' { __typename }' : '';
}

function operations(
  root: 'query' | 'mutation',
  fields: readonly RootField[],
  types: ReadonlyMap<string, TypeOfSchema>,
): readonly (readonly [string, string])[] {
  return fields.map(({ name, args, type }) => {
    const given = required(args).map((argument) => `${argument.name}: ${sample(argument.type, types)}`);
    return [name, `${root} { ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection(type, types)} }`];
  });
}

describe('nobody gets in without a token', () => {
  test('[1.3] every query and mutation of the graph', async () => {
    const { data } = await company.client.send({ document: ROOTS });
    const types = new Map(listAt(data, '__schema', 'types').map((type) => [textAt(type, 'name'), type as TypeOfSchema]));
    const queries = operations('query', at(data, '__schema', 'queryType', 'fields') as readonly RootField[], types);
    const mutations = operations('mutation', at(data, '__schema', 'mutationType', 'fields') as readonly RootField[], types);
    const open: string[] = [];
    for (const [name, operation] of [...queries, ...mutations]) {
      const answer = await post(`${company.client.gatewayUrl}/graphql`, operation);
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code);
      if (!codes.includes('UNAUTHENTICATED')) open.push(name);
    }
    expect(queries.length + mutations.length).toBeGreaterThan(100);
    expect(open.sort()).toEqual([...OPEN_TO_ALL].sort());
  });

  test('[1.3] a department asked directly, past the gateway', async () => {
    const run = JSON.parse(await readFile(join(storyHome(), 'run.json'), 'utf8')) as RunFile;
    const questions: Readonly<Record<string, string>> = {
      sales: '{ applications { nodes { id } } }',
      risk: '{ _entities(representations: [{ __typename: "Investigation", id: "inv_1" }]) { __typename } }',
      approval: '{ approvalCases { nodes { id } } }',
      finance: '{ loans { nodes { id } } }',
      coordination: '{ handoffs { nodes { id } } }',
      compliance: '{ violations { nodes { id } } }',
      hr: '{ employees { nodes { id } } }',
      training: '{ trainingSessions { nodes { id } } }',
    };
    for (const [department, question] of Object.entries(questions)) {
      const port = run.ports.services[department as keyof typeof run.ports.services];
      const { data, errors } = await post(`http://127.0.0.1:${port}/graphql`, question);
      expect([department, errors?.[0]?.extensions?.code, data ?? null]).toEqual([department, 'UNAUTHENTICATED', null]);
    }
  });
});

describe('a person whom hr lets go', () => {
  test('[1.3] is refused by every department within seconds, and cannot sign in again', async () => {
    const manager = company.one('hr-manager');
    const employeeNo = `X${process.pid}`;
    const signIn = {
      name: '过客',
      role: 'salesperson',
      department: 'sales',
      employeeNo,
      password: 'seven mangos in fog',
      firstPassword: 'a long password',
    };
    const [hired] = await manager.does({
      verb: 'hireEmployee',
      input: { employeeNo, name: signIn.name, department: 'SALES', roles: ['SALESPERSON'], password: signIn.firstPassword },
      select: 'employee { id }',
    });
    const person = new Person(company.client, signIn);
    const token = await person.token();
    const questions = [
      '{ applications { nodes { id } } }',
      '{ investigations { nodes { id } } }',
      '{ products { id } }',
      '{ trainingSessions { nodes { id } } }',
      '{ me { id } }',
      '{ handoffs { nodes { id } } }',
      '{ companyRules { id } }',
      '{ committeeMembers { id } }',
    ];
    const codesOf = async (question: string): Promise<readonly (string | undefined)[]> => {
      const { errors } = await post(`${company.client.gatewayUrl}/graphql`, question, token);
      return (errors ?? []).map(({ extensions }) => extensions?.code);
    };
    for (const question of questions) expect([question, await codesOf(question)]).toEqual([question, []]);
    await manager.does({
      verb: 'deactivateEmployee',
      input: { employeeId: textAt(hired, 'employee', 'id') },
      select: 'employee { id active }',
    });
    const shut = async (): Promise<boolean> => {
      for (const question of questions) if (!(await codesOf(question)).includes('UNAUTHENTICATED')) return false;
      return true;
    };
    await waitFor('every department to refuse the token', shut, { limitMs: 5_000, everyMs: 100 });
    const again = await new Person(company.client, signIn).token().catch((refused: Error) => refused.message);
    expect(again).toContain('SIGN_IN_REFUSED');
  });
});
