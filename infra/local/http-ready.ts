// Asks a health address with the plain HTTP client: `fetch` would load a whole client library into the supervisor.
import { get } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const TIMEOUT_MS = 3_000;
const KEPT_BODY = 10_000;

/** True when the address answers 200. Never throws. */
export async function isReady(url: string): Promise<boolean> {
  return (await askHttp(url))?.status === 200;
}

/** The answer, or undefined when there is none within 3 s. */
export function askHttp(url: string): Promise<HttpAnswer | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: TIMEOUT_MS, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body = (body + chunk).slice(0, KEPT_BODY);
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.once('error', () => resolve(undefined));
    });
    request.once('timeout', () => request.destroy(new Error('no answer')));
    request.once('error', () => resolve(undefined));
  });
}
