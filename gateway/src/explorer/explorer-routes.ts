import { getDistDirectory, isSandboxFrame, SANDBOX_FRAME_CSP } from 'altair-static';
import type { Logger } from '@weilend/boot';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { refuse } from '../errors/refuse.js';
import { languageOf } from '../http/request-scope.js';
import { readDemoFile } from './demo-people.js';
import type { DemoFile } from './demo-people.js';
import { exampleQueries } from './example-queries.js';
import { explorerOptions, explorerPage } from './explorer-page.js';
import { signInOperation } from './sign-in-operation.js';
import { startScript } from './start-script.js';
import { StaticFiles } from './static-files.js';

export interface ExplorerOptions {
  /** Undefined: no sign-in bar. */
  readonly demoSignInsFile: string | undefined;
  readonly schema: () => GraphQLSchema | undefined;
  readonly log: Pick<Logger, 'warn'>;
}

/** The page may talk to this server only, and only this server may frame it. */
const pagePolicy = "connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; object-src 'none'; form-action 'self'";
const nobody: DemoFile = { signIns: [], examples: [] };

/** The GraphQL explorer at `/` and `/explorer`, whole and from this machine. */
export async function registerExplorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  const files = await StaticFiles.of(getDistDirectory());
  const page = async (_request: FastifyRequest, reply: FastifyReply) =>
    secured(reply).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(explorerPage());

  app.get('/', page);
  app.get('/explorer', page);
  app.get('/explorer/', page);
  app.get('/explorer/start.js', async (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const demo = await readDemo(options);
    const schema = options.schema();
    const examples = [...demo.examples, ...(schema ? exampleQueries(schema) : [])];
    const script = startScript({
      language,
      options: explorerOptions(language, examples),
      people: demo.signIns,
      signIn: schema && signInOperation(schema),
    });
    return secured(reply)
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('vary', 'Accept-Language')
      .send(script);
  });
  app.get<{ Params: { '*': string } }>('/explorer/*', async (request, reply) => {
    const path = request.params['*'];
    const file = await files.get(path);
    if (!file) return refuse(reply, { status: 404, code: 'NOT_FOUND', sentence: 'noSuchPath' });
    void secured(reply).type(file.type).header('cache-control', 'public, max-age=3600').header('vary', 'Accept-Encoding');
    if (isSandboxFrame(path)) void reply.header('content-security-policy', SANDBOX_FRAME_CSP);
    const zips = String(request.headers['accept-encoding'] ?? '').includes('gzip');
    return file.zipped && zips ? reply.header('content-encoding', 'gzip').send(file.zipped) : reply.send(file.plain);
  });
}

function secured(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', pagePolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin');
}

/** A missing or malformed file costs the sign-in bar, not the explorer. */
async function readDemo({ demoSignInsFile, log }: ExplorerOptions): Promise<DemoFile> {
  if (demoSignInsFile === undefined) return nobody;
  try {
    return await readDemoFile(demoSignInsFile);
  } catch (err) {
    log.warn({ err, file: demoSignInsFile }, 'the demo sign-ins cannot be read');
    return nobody;
  }
}
