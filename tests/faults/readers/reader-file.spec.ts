import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporaryFolders, temporaryFolder } from '../../../infra/local/temporary-folder.ts';
import { eventsIn, ReaderFile } from './reader-file.ts';
import { framesOf } from './stream-frames.ts';

afterAll(removeTemporaryFolders);

const event = (no: number) => ({ cursor: `c${no}`, id: `msg_${no}`, source: 'weilend/sales', subject: 'app_1', sequence: String(no) });

describe('the file of a reader', () => {
  test('goes on after its last whole line, and cuts off half a line', async () => {
    const path = join(await temporaryFolder(), 'events.jsonl');
    new ReaderFile(path).keep([event(1), event(2)]);
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"cursor":"c3","id`);
    const again = new ReaderFile(path);
    expect(again.cursor).toBe('c2');
    again.keep([event(3)]);
    expect(eventsIn(readFileSync(path, 'utf8')).map(({ id }) => id)).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  test('of a new reader has no place yet', async () => {
    expect(new ReaderFile(join(await temporaryFolder(), 'events.jsonl')).cursor).toBeNull();
  });
});

describe('frames of a stream', () => {
  test('are read as far as they are whole', () => {
    const text = ': connected\n\nid: a\nevent: x\ndata: {"n":1}\n\nid: b\ndata: {"n"';
    expect(framesOf(text)).toEqual({ frames: [{ id: 'a', data: '{"n":1}' }], rest: 'id: b\ndata: {"n"' });
  });
});
