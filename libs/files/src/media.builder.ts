/** Small files of every container that recordings come in, of any length, for tests that measure or break them. */

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const le = (value: number, bytes: 2 | 4): Buffer => (bytes === 4 ? Buffer.from(u32(value).reverse()) : Buffer.from(u16(value).reverse()));

/** Sound at 300 bytes a second. */
export function wavBytes(seconds: number): Buffer {
  const chunk = (kind: string, body: Buffer): Buffer => Buffer.concat([text(kind), le(body.length, 4), body]);
  const format = Buffer.concat([le(1, 2), le(1, 2), le(300, 4), le(300, 4), le(1, 2), le(8, 2)]);
  const body = Buffer.concat([text('WAVE'), chunk('fmt ', format), chunk('data', Buffer.alloc(300 * seconds, 0x80))]);
  return chunk('RIFF', body);
}

const box = (kind: string, ...body: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(body);
  return Buffer.concat([u32(8 + all.length), text(kind), all]);
};

function mp4Track(no: number, kind: 'soun' | 'vide', seconds: number): Buffer {
  const header = box('tkhd', u32(1), u32(0), u32(0), u32(no), u32(0), u32(seconds * 1_000), Buffer.alloc(60));
  const media = box('mdhd', u32(0), u32(0), u32(0), u32(1_000), u32(seconds * 1_000), u16(0x55c4), u16(0));
  const handler = box('hdlr', u32(0), u32(0), text(kind), Buffer.alloc(13));
  const entry = Buffer.concat([Buffer.alloc(6), u16(1), Buffer.alloc(8), u16(1), u16(16), Buffer.alloc(4), u32(8_000 << 16)]);
  const described = box('stsd', u32(0), u32(1), box(kind === 'soun' ? 'mp4a' : 'avc1', entry, Buffer.alloc(kind === 'soun' ? 0 : 50)));
  return box('trak', header, box('mdia', media, handler, box('minf', box('stbl', described))));
}

/** Tracks of the kinds asked for; the description comes first, as phones that stream write it. */
export function mp4Bytes(seconds: number, kinds: readonly ('soun' | 'vide')[] = ['soun', 'vide'], bytesPerSecond = 300): Buffer {
  const movie = box('mvhd', u32(0), u32(0), u32(0), u32(1_000), u32(seconds * 1_000), Buffer.alloc(80));
  const tracks = kinds.map((kind, place) => mp4Track(place + 1, kind, seconds));
  const brand = box('ftyp', text('isom'), u32(512), text('isommp42'));
  return Buffer.concat([brand, box('moov', movie, ...tracks), box('mdat', Buffer.alloc(bytesPerSecond * seconds, 0x2a))]);
}

/** Frames of 32 kbit/s at 44.1 kHz: 104 bytes for 26 ms. */
export function mp3Bytes(seconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)]);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1_152) + 1 }, () => frame));
}

const element = (id: readonly number[], ...body: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(body);
  return Buffer.concat([Buffer.from(id), Buffer.from([0x10 | (all.length >> 24), all.length >> 16, all.length >> 8, all.length]), all]);
};

/** As a browser records it: no length in the header, segment and clusters of open size, a block every half second. */
export function webmBytes(seconds: number, kinds: readonly ('A_OPUS' | 'V_VP8')[] = ['A_OPUS', 'V_VP8']): Buffer {
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text('webm')));
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], Buffer.from([0x0f, 0x42, 0x40])));
  const tracks = kinds.map((codec, place) =>
    element(
      [0xae],
      element([0xd7], Buffer.from([place + 1])),
      element([0x83], Buffer.from([codec.startsWith('A') ? 2 : 1])),
      element([0x86], text(codec)),
    ),
  );
  const open = Buffer.from([0x01, 255, 255, 255, 255, 255, 255, 255]);
  const clusters = Array.from({ length: seconds }, (_unused, second) => {
    const blocks = [0, 500].map((ms) => element([0xa3], Buffer.from([0x81]), u16(ms), Buffer.from([0x80]), Buffer.alloc(150, 7)));
    return Buffer.concat([Buffer.from([0x1f, 0x43, 0xb6, 0x75]), open, element([0xe7], u32(second * 1_000)), ...blocks]);
  });
  const last = Buffer.concat([Buffer.from([0x1f, 0x43, 0xb6, 0x75]), open, element([0xe7], u32(seconds * 1_000))]);
  const final = element([0xa3], Buffer.from([0x81]), u16(0), Buffer.from([0x80]), Buffer.alloc(150, 7));
  const segment = Buffer.concat([Buffer.from([0x18, 0x53, 0x80, 0x67]), open]);
  return Buffer.concat([head, segment, info, element([0x16, 0x54, 0xae, 0x6b], ...tracks), ...clusters, last, final]);
}

/** Opus at 48 kHz, one page a second. */
export function oggBytes(seconds: number): Buffer {
  const page = (no: number, flags: number, samples: number, body: Buffer): Buffer => {
    const laces = Buffer.concat([Buffer.alloc(Math.floor(body.length / 255), 255), Buffer.from([body.length % 255])]);
    const position = Buffer.concat([le(samples, 4), le(0, 4)]);
    return Buffer.concat([
      text('OggS'),
      Buffer.from([0, flags]),
      position,
      le(1, 4),
      le(no, 4),
      le(0, 4),
      Buffer.from([laces.length]),
      laces,
      body,
    ]);
  };
  const head = Buffer.concat([text('OpusHead'), Buffer.from([1, 1]), le(0, 2), le(48_000, 4), le(0, 2), Buffer.from([0])]);
  const tags = Buffer.concat([text('OpusTags'), le(4, 4), text('test'), le(0, 4)]);
  const sound = Array.from({ length: seconds }, (_unused, second) =>
    page(second + 2, second + 1 === seconds ? 4 : 0, (second + 1) * 48_000, Buffer.alloc(300, 9)),
  );
  return Buffer.concat([page(0, 2, 0, head), page(1, 0, 0, tags), ...sound]);
}
