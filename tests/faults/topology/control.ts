// The files through which the harness speaks to the shim in each process.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Control {
  readonly offsetMs?: number;
  readonly points?: Readonly<Record<string, number>>;
  readonly died?: readonly string[];
}

export class Controls {
  readonly #folder: string;

  constructor(home: string) {
    this.#folder = join(home, 'control');
  }

  pathOf(name: string): string {
    return join(this.#folder, `${name}.json`);
  }

  async read(name: string): Promise<Control> {
    return JSON.parse(await readFile(this.pathOf(name), 'utf8').catch(() => '{}')) as Control;
  }

  async change(name: string, change: (control: Control) => Control): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.pathOf(name);
    await writeFile(`${path}.new`, JSON.stringify(change(await this.read(name))));
    await rename(`${path}.new`, path);
  }
}
