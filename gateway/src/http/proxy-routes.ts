import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { refuse } from '../errors/refuse.js';
import type { Destination, ServiceProxy } from './service-proxy.js';

export interface ProxyRoutesOptions {
  readonly proxy: ServiceProxy;
  /** Address of a department's service, undefined when the supergraph has no such department. */
  readonly baseOf: (department: string) => string | undefined;
}

/** The department that keeps the event log and the calendars. */
const coordination = 'coordination';
const fileMethods: HTTPMethods[] = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'OPTIONS'];
const readMethods: HTTPMethods[] = ['GET', 'HEAD'];

/** Files, events and calendars of the services at the one public address. The services check tokens and signatures themselves. */
export async function registerProxyRoutes(app: FastifyInstance, options: ProxyRoutesOptions): Promise<void> {
  await app.register(async (scope) => {
    // Bodies stay streams: nothing here is parsed.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const files = (request: FastifyRequest<{ Params: { department: string } }>, reply: FastifyReply) =>
      pass(request, reply, { department: request.params.department });
    const toCoordination = (endless: boolean) => (request: FastifyRequest, reply: FastifyReply) =>
      pass(request, reply, { department: coordination, endless });
    scope.route({ method: fileMethods, url: '/files/:department/*', handler: files });
    scope.route({ method: readMethods, url: '/events', handler: toCoordination(true) });
    scope.route({ method: readMethods, url: '/calendars/*', handler: toCoordination(false) });
  });

  async function pass(
    request: FastifyRequest,
    reply: FastifyReply,
    { department, endless = false }: Omit<Destination, 'base'>,
  ): Promise<FastifyReply> {
    const base = options.baseOf(department);
    if (base === undefined) return refuse(reply, { status: 404, code: 'NOT_FOUND', sentence: 'noSuchDepartment', places: { department } });
    if (leavesItsFolder(request.raw.url ?? '')) return refuse(reply, { status: 404, code: 'NOT_FOUND', sentence: 'noSuchPath' });
    return options.proxy.forward(request, reply, { department, base, endless });
  }
}

/** `/files/hr/../../graphql` would reach what is not meant to be reached this way, plain or encoded (even twice). */
function leavesItsFolder(url: string): boolean {
  const path = (url.split('?', 1)[0] ?? '').replaceAll(/%(25)*2e/gi, '.').replaceAll(/%(25)*(2f|5c)/gi, '/');
  return path.split(/[/\\]/).some((part) => part === '..' || part === '.');
}
