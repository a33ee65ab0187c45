import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const demoFile = z.object({
  signIns: z.array(z.object({ name: z.string(), role: z.string(), department: z.string(), employeeNo: z.string(), password: z.string() })),
  /** Queries for the explorer's tabs, before those that are made from the schema. */
  examples: z.array(z.object({ name: z.string(), query: z.string(), variables: z.record(z.string(), z.unknown()).optional() })).default([]),
});

export type DemoFile = z.output<typeof demoFile>;
export type DemoPerson = DemoFile['signIns'][number];
export type ExampleQuery = DemoFile['examples'][number];

/** The demo people of an installation. Read at each use: the file is written again when the demo company is loaded. @throws Error when it is malformed. */
export async function readDemoFile(path: string): Promise<DemoFile> {
  return demoFile.parse(JSON.parse(await readFile(path, 'utf8')));
}
