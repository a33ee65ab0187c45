// `npm start`, second half (start.mjs is the first): runs on the project's own Node and keeps the system up until it is told to stop.
import { Problem } from './problem.ts';
import { readSignIns } from './load-demo.ts';
import { readSettings } from './settings.ts';
import { createSayer, readyText } from './show.ts';
import { onStopRequest } from './stop-request.ts';
import { Stack } from './stack.ts';

// A terminal that was closed takes its pipe with it; stopping must go on without it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const say = createSayer();
const abort = new AbortController();
let stack: Stack | undefined;
let stopping: Promise<void> | undefined;

onStopRequest({
  first: (name) => {
    say(`Stopping (${name}); press Ctrl-C once more to force it`);
    abort.abort(new Error('stopped'));
    void finish(0);
  },
  second: () => {
    say('Forced');
    stack?.kill();
    process.exit(130);
  },
});
process.on('uncaughtException', (failure) => {
  console.error(failure);
  void finish(1);
});

try {
  const settings = readSettings();
  stack = new Stack({ settings, env: process.env, say, abort: abort.signal });
  await stack.start();
  console.log(readyText(settings, await readSignIns(settings)));
} catch (thrown) {
  if (!abort.signal.aborted) {
    console.error(`\n${thrown instanceof Problem ? thrown.message : ((thrown as Error)?.stack ?? String(thrown))}\n`);
    await finish(1);
  }
}

/** Stops everything and ends the process; asked twice, it works once. */
function finish(code: number): Promise<void> {
  stopping ??= (async () => {
    await stack?.stop();
    if (code === 0) say('Stopped; the data are kept');
    process.exit(code);
  })();
  return stopping;
}
