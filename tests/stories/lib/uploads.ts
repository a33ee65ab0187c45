// Bytes go past the graph: a mutation promises the file and answers with a signed address, then they are put there.
import { pause } from '../../../infra/local/commands.ts';
import type { EvidenceFile } from './evidence-files.ts';

/** As long as the other requests of the story are patient. */
const TRIES = 240;
const WAIT_MS = 500;

/** What a mutation that promises a file wants to know of it. */
export function declared(file: EvidenceFile): { fileName: string; contentType: string; sizeBytes: number; sha256: string } {
  return { fileName: file.fileName, contentType: file.contentType, sizeBytes: file.bytes.length, sha256: file.sha256 };
}

/** Puts the bytes; tries again while the department is down. @throws Error when they are refused. */
export async function upload(url: string, file: EvidenceFile): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const status = await put(url, file);
    if (status === 200 || status === 201) return;
    if (status < 500 || tried === TRIES) throw new Error(`${file.fileName} was not taken: status ${status}`);
    await pause(WAIT_MS);
  }
}

/** The status, 599 when nobody answered. */
async function put(url: string, { bytes, contentType }: EvidenceFile): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': contentType },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 599;
  }
}
