// `npm run lint -- [files]`: ESLint with the rules of the house over the workspace, and beside it oxlint with the rules that everybody has, those that
// need types among them: a promise that nobody waits for is a transaction that nobody sees fail. The module boundaries are judged on Nx's project graph,
// and ESLint's rule skips itself in silence when there is none; so the graph is built first, and a skipped rule fails the run.
import { relative } from 'node:path';
import { runCommand } from '../../../infra/local/commands.ts';
import { stageEnvironment, workspaceNode } from './stages/stage.ts';

const LIMIT_MS = 10 * 60_000;
const skipped = 'No cached ProjectGraph';
const published = [
  ...['--type-aware', '--format', 'stylish'],
  ...['dist', 'node_modules', '.nx', '.local', 'out'].flatMap((folder) => ['--ignore-pattern', `**/${folder}/**`]),
  ...['--ignore-pattern', '**/*.{mjs,cjs,js}', '--no-error-on-unmatched-pattern'],
];

async function main(root: string, files: readonly string[]): Promise<number> {
  const env = { ...stageEnvironment(root), NO_COLOR: '1' };
  const node = (...args: readonly string[]) => runCommand(workspaceNode(root), args, { cwd: root, env, timeoutMs: LIMIT_MS });
  const graph = await node('node_modules/nx/dist/bin/nx.js', 'show', 'projects');
  if (graph.code !== 0) {
    console.error(`Nx cannot read the project graph:\n${graph.output}`);
    return 1;
  }
  const [eslint, oxlint] = await Promise.all([
    node('node_modules/eslint/bin/eslint.js', '--no-warn-ignored', '--max-warnings', '0', ...files),
    node('node_modules/oxlint/bin/oxlint', ...published, ...files),
  ]);
  console.log(`${eslint.output}\n${oxlint.output}`.replaceAll(`${root}/`, ''));
  if (!eslint.output.includes(skipped)) return Math.max(eslint.code ?? 1, oxlint.code ?? 1);
  console.error('The module boundaries were not checked: Nx left no project graph behind');
  return 1;
}

if (import.meta.main) {
  const root = process.cwd();
  const files = process.argv.slice(2).map((file) => relative(root, file) || '.');
  process.exitCode = await main(root, files.length > 0 ? files : ['.']);
}
