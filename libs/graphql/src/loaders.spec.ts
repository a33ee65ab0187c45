import { describe, expect, test } from '@jest/globals';
import { LeanEntityLoader } from './index.js';
import type { GraphContext } from './index.js';

interface Head {
  readonly id: string;
  readonly name: string;
}

interface Whole extends Head {
  readonly papers: readonly string[];
}

class Files extends LeanEntityLoader<Whole, Head> {
  readonly typeName = 'File';
  protected readonly headFields = ['id', 'name'];
  readonly asked: string[] = [];

  protected async load(ids: readonly string[]): Promise<readonly Whole[]> {
    this.asked.push(`whole ${ids.join()}`);
    return ids.map((id) => ({ id, name: `file ${id}`, papers: ['a'] }));
  }

  protected async loadHeads(ids: readonly string[]): Promise<readonly Head[]> {
    this.asked.push(`head ${ids.join()}`);
    return ids.filter((id) => id !== 'absent').map((id) => ({ id, name: `file ${id}` }));
  }
}

const context = (): GraphContext => ({ actor: { kind: 'anonymous' }, locale: 'en', requestId: 'req_1' });

describe('an entity of which few fields are asked for', () => {
  test.each<[readonly string[], string]>([
    [['id'], 'head 1'],
    [['id', 'name', '__typename'], 'head 1'],
    [[], 'head 1'],
    [['papers'], 'whole 1'],
    [['id', 'papers'], 'whole 1'],
    [['ID'], 'whole 1'],
  ])('%j: read %s', async (fields, read) => {
    const files = new Files();
    await files.lean(new Set(fields)).byId(context(), '1');
    expect(files.asked).toEqual([read]);
  });

  test('many heads are one question, and none is taken for a whole', async () => {
    const files = new Files();
    const request = context();
    const lean = files.lean(new Set(['name']));
    expect(lean.typeName).toBe('File');
    expect(await Promise.all(['1', '2', 'absent'].map((id) => lean.byId(request, id)))).toEqual([
      { id: '1', name: 'file 1' },
      { id: '2', name: 'file 2' },
      null,
    ]);
    expect(await files.byId(request, '1')).toMatchObject({ papers: ['a'] });
    expect(files.asked).toEqual(['head 1,2,absent', 'whole 1']);
  });
});
