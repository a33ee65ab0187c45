// A stage is one program that must end with 0. `npm test` and `npm run check` are lists of stages; the specs of the house run single ones.
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../../../../infra/local/commands.ts';

export interface Stage {
  readonly name: string;
  /** Arguments of Node; the first is a script, relative to the root. */
  readonly args: readonly string[];
  /** Names of stages that must have ended before (well or not). */
  readonly after?: readonly string[];
}

export interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** No stage of a healthy tree comes near it; a hanging one must not hang the whole. */
const STAGE_LIMIT_MS = 15 * 60_000;

/** Node 24 of the workspace, whatever Node started npm. */
export function workspaceNode(root: string): string {
  return join(root, 'node_modules', '.bin', 'node');
}

export function stageEnvironment(root: string): NodeJS.ProcessEnv {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return {
    ...process.env,
    PATH: path,
    NX_DAEMON: 'false',
    NX_WORKSPACE_ROOT_PATH: root,
    APOLLO_TELEMETRY_DISABLED: '1',
    NODE_NO_WARNINGS: '1',
    // A stage decides itself what it needs of Node; flags meant for Jest must not leak into others.
    NODE_OPTIONS: '',
    FORCE_COLOR: '0',
  };
}

export async function runStage(root: string, stage: Stage): Promise<StageResult> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const started = performance.now();
  const { code, output, timedOut } = await runCommand(workspaceNode(root), stage.args, {
    cwd: root,
    env: stageEnvironment(root),
    timeoutMs: STAGE_LIMIT_MS,
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    name: stage.name,
    ok: code === 0,
    seconds,
    output: timedOut ? `${output}\nended after ${STAGE_LIMIT_MS / 60_000} minutes` : output,
  };
}
