// A department system on the event stream (`/events`, server-sent events): it resumes with `Last-Event-ID` after every break, and where its file ends
// after a death of its own.
import { pause } from '../../../infra/local/commands.ts';
import { GraphClient } from '../../../infra/local/demo/graph-client.ts';
import { Person } from '../../../infra/local/demo/person.ts';
import type { SignIn } from '../../../infra/local/demo/person.ts';
import { textAt } from '../../stories/lib/read.ts';
import { ReaderFile } from './reader-file.ts';
import { framesOf } from './stream-frames.ts';

const TROUBLE_MS = 700;
/** The stream has a heartbeat; a line that is silent for longer is broken. */
const SILENCE_MS = 20_000;
/** The beginning of the log. */
const BEGINNING = Buffer.from('log:0').toString('base64url');

const { GATEWAY_URL: gatewayUrl = '', READER_FILE: path = '', READER_SIGN_IN: signIn = '{}' } = process.env;
const file = new ReaderFile(path);

async function read(): Promise<void> {
  const person = new Person(new GraphClient({ gatewayUrl, patienceMs: 5_000, requestLimitMs: 10_000 }), JSON.parse(signIn) as SignIn);
  const broken = new AbortController();
  let silence = setTimeout(() => broken.abort(), SILENCE_MS);
  try {
    const headers = { authorization: `Bearer ${await person.token()}`, 'last-event-id': file.cursor ?? BEGINNING };
    const response = await fetch(`${gatewayUrl}/events`, { headers, signal: broken.signal });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(silence);
      silence = setTimeout(() => broken.abort(), SILENCE_MS);
      const read = framesOf(rest + chunk);
      rest = read.rest;
      file.keep(read.frames.map(({ id, data }) => ({ cursor: id, ...envelopeOf(data) })));
    }
  } finally {
    clearTimeout(silence);
  }
}

function envelopeOf(text: string): { id: string; source: string; subject: string; sequence: string } {
  const envelope: unknown = JSON.parse(text);
  return {
    id: textAt(envelope, 'id'),
    source: textAt(envelope, 'source'),
    subject: textAt(envelope, 'subject'),
    sequence: textAt(envelope, 'sequence'),
  };
}

for (;;) {
  await read().catch(() => undefined);
  await pause(TROUBLE_MS);
}
