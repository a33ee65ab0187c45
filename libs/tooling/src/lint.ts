// `npm run lint -- [files]`: ESLint over the workspace. The module boundaries are judged on Nx's project graph, and ESLint's rule skips itself in
// silence when there is none; so the graph is built first, and a skipped rule fails the run.
import { relative } from 'node:path';
import { runCommand } from '../../../infra/local/commands.ts';
import { stageEnvironment, workspaceNode } from './stages/stage.ts';

const LIMIT_MS = 10 * 60_000;
const skipped = 'No cached ProjectGraph';

async function main(root: string, files: readonly string[]): Promise<number> {
  const env = stageEnvironment(root);
  const node = (...args: readonly string[]) => runCommand(workspaceNode(root), args, { cwd: root, env, timeoutMs: LIMIT_MS });
  const graph = await node('node_modules/nx/dist/bin/nx.js', 'show', 'projects');
  if (graph.code !== 0) {
    console.error(`Nx cannot read the project graph:\n${graph.output}`);
    return 1;
  }
  const { code, output } = await node('node_modules/eslint/bin/eslint.js', '--no-warn-ignored', '--max-warnings', '0', ...files);
  console.log(output.replaceAll(`${root}/`, ''));
  if (!output.includes(skipped)) return code ?? 1;
  console.error('The module boundaries were not checked: Nx left no project graph behind');
  return 1;
}

if (import.meta.main) {
  const root = process.cwd();
  const files = process.argv.slice(2).map((file) => relative(root, file) || '.');
  process.exitCode = await main(root, files.length > 0 ? files : ['.']);
}
