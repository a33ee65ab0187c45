import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph';
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, execute, parse, validate } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';

/** One GraphQL request as a department got it. */
export interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface TinyDepartment {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  /** Without the probes of readiness. */
  readonly seen: Seen[];
  /** Answer to every GraphQL request while set: a status and a body, or a promise that never settles. */
  answer: (() => Promise<{ status: number; body: string }>) | undefined;
  jwks: unknown;
  stop(): Promise<void>;
  /** Listens again on the same port. */
  start(): Promise<void>;
}

interface Parts {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: GraphQLResolverMap;
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n';

/** A real subgraph over HTTP, with the other things a department serves: keys, files, events. */
export async function tinyDepartment({ name, sdl, resolvers }: Parts): Promise<TinyDepartment> {
  const typeDefs = parse(link + sdl);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  let app: FastifyInstance | undefined;
  let port = 0;
  const department: TinyDepartment = {
    name,
    sdl: link + sdl,
    get url() {
      return `http://127.0.0.1:${port}/graphql`;
    },
    seen: [],
    answer: undefined,
    jwks: undefined,
    async stop() {
      await app?.close();
      app = undefined;
    },
    async start() {
      app = fastify({ forceCloseConnections: true });
      app.post<{ Body: Seen }>('/graphql', async (request, reply) => {
        const { query, variables = {} } = request.body;
        const probe = query === '{__typename}';
        if (!probe) department.seen.push({ headers: request.headers, query, variables });
        if (department.answer && !probe) {
          const { status, body } = await department.answer();
          return reply.code(status).type('application/json').send(body);
        }
        const document = parse(query);
        const errors = validate(schema, document);
        return errors.length > 0
          ? { errors }
          : execute({ schema, document, variableValues: variables, contextValue: { headers: request.headers } });
      });
      addServiceRoutes(app, department);
      port = Number(new URL(await app.listen({ port, host: '127.0.0.1' })).port);
    },
  };
  await department.start();
  return department;
}

function addServiceRoutes(app: FastifyInstance, department: TinyDepartment): void {
  app.get('/jwks', async (_request, reply) => department.jwks ?? reply.code(503).send({}));
  app.get('/events', async (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-last-event-id': String(request.headers['last-event-id'] ?? '') });
    reply.raw.write('id: 1\ndata: first\n\n');
  });
  app.get('/calendars/person.ics', async (_request, reply) => reply.type('text/calendar').send('BEGIN:VCALENDAR'));
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({ method: ['PUT', 'POST'], url: '/files/*', handler: async (request) => receive(request) });
    scope.patch('/files/*', async (request: FastifyRequest, reply) => {
      const { bytes } = await receive(request);
      const offset = String(Number(request.headers['upload-offset']) + bytes);
      return reply.code(204).headers({ 'upload-offset': offset, 'tus-resumable': request.headers['tus-resumable'] }).send();
    });
    scope.get('/files/*', async (request, reply) => {
      const content = Buffer.alloc(1_000, 'abcdefghij');
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      if (!range) return reply.header('etag', '"v1"').send(content);
      const [from, to] = [Number(range[1]), Number(range[2])];
      return reply
        .code(206)
        .header('content-range', `bytes ${from}-${to}/1000`)
        .send(content.subarray(from, to + 1));
    });
    scope.route({
      method: 'PUT',
      url: '/files/finance/refused',
      handler: async (_request, reply) => reply.code(403).send({ refused: true }),
    });
  });
}

async function receive(request: FastifyRequest): Promise<{ url: string; bytes: number; sha256: string; forwardedFor: unknown }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const body = request.body as Readable;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    hash.update(chunk);
  });
  await once(body, 'end');
  return { url: request.url, bytes, sha256: hash.digest('hex'), forwardedFor: request.headers['x-forwarded-for'] };
}

/** @throws Error with all problems of composition. */
export function compose(departments: readonly Pick<TinyDepartment, 'name' | 'sdl' | 'url'>[]): string {
  const result = composeServices(departments.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

const employees = new Map([
  ['e1', { id: 'e1', name: 'Wang Fang', manager: { id: 'e2' } }],
  ['e2', { id: 'e2', name: 'Li Wei', manager: { id: 'e2' } }],
]);

const hrSdl = `
  type Query { employee(id: ID!): Employee  headers: [String!]!  crash: String  busy: String }
  type Mutation { signIn(input: SignInInput!): SignInPayload!  rename(name: String!): Employee }
  input SignInInput { employeeNo: String!  password: String! }
  type SignInPayload { signIn: SignIn  userErrors: [UserError!]! }
  type SignIn { accessToken: String! }
  type UserError { message: String! }
  type Employee @key(fields: "id") { id: ID!  name: String  phone: String  manager: Employee }
`;

export function tinyHr(): Promise<TinyDepartment> {
  return tinyDepartment({
    name: 'hr',
    sdl: hrSdl,
    resolvers: {
      Query: {
        employee: (_: unknown, { id }: { id: string }) => employees.get(id),
        headers: (_: unknown, __: unknown, context: Record<string, unknown>) =>
          Object.entries(context['headers'] as IncomingHttpHeaders).map(([key, value]) => `${key}: ${value}`),
        crash: () =>
          Promise.reject(
            new GraphQLError('duplicate key e1@10.0.0.7', { extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at hr.ts'] } }),
          ),
        busy: () =>
          Promise.reject(new GraphQLError('still running', { extensions: { code: 'REQUEST_IN_PROGRESS', retryable: true, rule: '7.1' } })),
      },
      Mutation: {
        signIn: (_: unknown, { input }: { input: { employeeNo: string } }) => ({
          signIn: { accessToken: `token-of-${input.employeeNo}` },
          userErrors: [],
        }),
        rename: () => employees.get('e1'),
      },
      Employee: {
        __resolveReference: ({ id }: { id: string }) => employees.get(id),
        phone: () => Promise.reject(new GraphQLError('not yours to see', { extensions: { code: 'FORBIDDEN' } })),
        manager: ({ manager }: { manager: { id: string } }) => employees.get(manager.id),
      },
    },
  });
}

const financeSdl = `
  type Query { loans(first: Int): LoanConnection!  statistics: [Figure!]! }
  type LoanConnection { nodes: [Loan!]!  totalCount: Int }
  type Loan @key(fields: "id") { id: ID!  amountFen: Int!  officer: Employee  steps: [Step!]!  parent: Loan }
  type Step { at: String!  by: Employee }
  type Figure { name: String! }
  type Employee @key(fields: "id", resolvable: false) { id: ID! }
`;

export function tinyFinance(): Promise<TinyDepartment> {
  const loan = (index: number): object => ({
    id: `l${index}`,
    amountFen: 100 * index,
    officer: { id: index % 2 === 0 ? 'e1' : 'e2' },
    steps: [],
    parent: null,
  });
  return tinyDepartment({
    name: 'finance',
    sdl: financeSdl,
    resolvers: {
      Query: {
        loans: (_: unknown, { first }: { first?: number }) => ({
          nodes: Array.from({ length: first ?? 2 }, (__, index) => loan(index)),
          totalCount: 2,
        }),
        statistics: () => [{ name: 'paid out' }],
      },
    },
  });
}

export function tinyCoordination(): Promise<TinyDepartment> {
  return tinyDepartment({
    name: 'coordination',
    sdl: 'type Query { meetings: [Meeting!] }\ntype Meeting { id: ID! }',
    resolvers: { Query: { meetings: () => [{ id: 'm1' }] } },
  });
}
