/** Recordings that play, for the line that passes: a WAV of silence and an MP4 of sound and picture, each of any length. */

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const box = (kind: string, ...body: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(body);
  return Buffer.concat([u32(8 + all.length), text(kind), all]);
};

function track(no: number, kind: 'soun' | 'vide', milliseconds: number): Buffer {
  const header = box('tkhd', u32(1), u32(0), u32(0), u32(no), u32(0), u32(milliseconds), Buffer.alloc(60));
  const media = box('mdhd', u32(0), u32(0), u32(0), u32(1_000), u32(milliseconds), Buffer.alloc(4));
  const handler = box('hdlr', u32(0), u32(0), text(kind), Buffer.alloc(13));
  const entry = box(kind === 'soun' ? 'mp4a' : 'avc1', Buffer.alloc(7), Buffer.from([1]), Buffer.alloc(kind === 'soun' ? 20 : 70));
  return box('trak', header, box('mdia', media, handler, box('minf', box('stbl', box('stsd', u32(0), u32(1), entry)))));
}

/** The note makes no two files the same. */
export function recordingBytes(kind: 'AUDIO' | 'VIDEO', seconds: number, note: string): Buffer {
  const kinds = kind === 'AUDIO' ? (['soun'] as const) : (['soun', 'vide'] as const);
  const tracks = kinds.map((one, place) => track(place + 1, one, seconds * 1_000));
  const movie = box('mvhd', u32(0), u32(0), u32(0), u32(1_000), u32(seconds * 1_000), Buffer.alloc(80));
  const brand = box('ftyp', text('isom'), u32(512), text('isommp42'));
  return Buffer.concat([
    brand,
    box('moov', movie, ...tracks),
    box('free', Buffer.from(note)),
    box('mdat', Buffer.alloc(250 * seconds, 0x2a)),
  ]);
}
