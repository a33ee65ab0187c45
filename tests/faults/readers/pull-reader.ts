// A department system that reads `events(after, first)` page by page. It may be killed at any moment and goes on where its file ends.
import { pause } from '../../../infra/local/commands.ts';
import { GraphClient } from '../../../infra/local/demo/graph-client.ts';
import { Person } from '../../../infra/local/demo/person.ts';
import type { SignIn } from '../../../infra/local/demo/person.ts';
import { at, listAt, textAt } from '../../stories/lib/read.ts';
import { ReaderFile } from './reader-file.ts';

const PAGE = 'query Events($after: String) { events(after: $after, first: 50) { edges { cursor node { id source subject sequence } } } }';
const IDLE_MS = 300;
const TROUBLE_MS = 1_000;

const { GATEWAY_URL: gatewayUrl = '', READER_FILE: path = '', READER_SIGN_IN: signIn = '{}' } = process.env;
const file = new ReaderFile(path);
const begin = (): Person =>
  new Person(new GraphClient({ gatewayUrl, patienceMs: 5_000, requestLimitMs: 10_000 }), JSON.parse(signIn) as SignIn);

let person = begin();
for (;;) {
  try {
    const { data, errors } = await person.ask(PAGE, { after: file.cursor });
    if (errors.length > 0 || at(data, 'events') === null) throw new Error('no page');
    const events = listAt(data, 'events', 'edges').map((edge) => ({
      cursor: textAt(edge, 'cursor'),
      id: textAt(edge, 'node', 'id'),
      source: textAt(edge, 'node', 'source'),
      subject: textAt(edge, 'node', 'subject'),
      sequence: textAt(edge, 'node', 'sequence'),
    }));
    file.keep(events);
    if (events.length === 0) await pause(IDLE_MS);
  } catch {
    // Whatever it was: signed in anew, the same page is asked for again.
    person = begin();
    await pause(TROUBLE_MS);
  }
}
