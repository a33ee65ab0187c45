// `npm run scorecard -- fit --data FILE` makes a card from applications and their outcomes, `-- judge --data FILE` says what a card is worth on others.
import { parseArgs } from 'node:util';
import { buildForScripts } from '../../../infra/local/build-for-scripts.ts';
import { Problem } from '../../../infra/local/problem.ts';

const USAGE = `npm run scorecard -- fit --data FILE [--out FOLDER] [--card ID] [--version N] [--attributes A,B,...] [--base-score N] [--json FILE] [--ship]
npm run scorecard -- judge --data FILE [--card ID] [--json FILE]`;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: text,
      out: text,
      card: text,
      version: text,
      attributes: text,
      'base-score': text,
      json: text,
      ship: { type: 'boolean' },
    },
  });
  const [command, ...more] = positionals;
  if ((command !== 'fit' && command !== 'judge') || more.length > 0 || !values.data) throw new Problem(`Say what to do:\n${USAGE}`);
  await buildForScripts();
  const { runFit, runJudge } = await import('./commands.ts');
  await (command === 'fit' ? runFit : runJudge)({ ...values, data: values.data }, (line) => console.log(line));
}

/** Sentences for the person at the keyboard; everything else is a bug and is shown with its stack. */
function isMeant(thrown: unknown): thrown is Error {
  const isWrongOption = thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');
  return thrown instanceof Problem || thrown instanceof RangeError || isWrongOption;
}

try {
  await main();
} catch (thrown) {
  console.error(isMeant(thrown) ? thrown.message : thrown);
  process.exitCode = 1;
}
