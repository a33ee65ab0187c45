import type { ByteSource } from './paged-bytes.js';

// What a container says of its own parts, followed from part to part: a file that was cut off has a part that ends behind its end, and a header
// that claims an hour has no hour of bytes behind it. Reads headers only, never the sound or the picture.

export interface MediaStructure {
  /** False when a part ends behind the end of the file, or a part that must be there is not. */
  readonly isWhole: boolean;
  /** Bytes of sound and picture. */
  readonly payloadBytes: number;
  /** By the time stamps of the parts themselves, when the container has such. */
  readonly seconds: number | null;
}

/** An hour of picture and sound has a few hundred thousand; more is a file that is made to keep its reader busy. */
const MOST_PARTS = 3_000_000;

/** Throws RangeError for a part too many. */
function countPart(parts: number): number {
  if (parts >= MOST_PARTS) throw new RangeError(`more than ${MOST_PARTS} parts`);
  return parts + 1;
}

/** Boxes of an MP4, M4A or MOV at the top level: each fits, there is a description (`moov`) and data (`mdat`). */
export async function mp4Structure(bytes: ByteSource): Promise<MediaStructure> {
  let at = 0;
  let payloadBytes = 0;
  let described = false;
  for (let parts = 0; at + 8 <= bytes.sizeBytes; parts = countPart(parts)) {
    const head = viewOf(await bytes.read(at, Math.min(at + 16, bytes.sizeBytes)));
    const kind = String.fromCharCode(...[4, 5, 6, 7].map((place) => head.getUint8(place)));
    const size = boxSize(head, bytes.sizeBytes - at);
    if (size < 8 || at + size > bytes.sizeBytes) return { isWhole: false, payloadBytes, seconds: null };
    if (kind === 'mdat') payloadBytes += size - 8;
    if (kind === 'moov') described = true;
    at += size;
  }
  return { isWhole: described && payloadBytes > 0 && bytes.sizeBytes - at < 8, payloadBytes, seconds: null };
}

/** 1 means that the size follows in 64 bits, 0 that the box goes to the end of the file. */
function boxSize(head: DataView, rest: number): number {
  const size = head.getUint32(0);
  if (size === 0) return rest;
  if (size !== 1) return size;
  return head.byteLength < 16 ? 0 : Number(head.getBigUint64(8));
}

/** Chunks of a WAV: each fits, and the data are there. */
export async function wavStructure(bytes: ByteSource): Promise<MediaStructure> {
  let at = 12;
  let payloadBytes = 0;
  for (let parts = 0; at + 8 <= bytes.sizeBytes; parts = countPart(parts)) {
    const head = viewOf(await bytes.read(at, at + 8));
    const kind = String.fromCharCode(...[0, 1, 2, 3].map((place) => head.getUint8(place)));
    const size = head.getUint32(4, true);
    if (at + 8 + size > bytes.sizeBytes) return { isWhole: false, payloadBytes, seconds: null };
    if (kind === 'data') payloadBytes += size;
    at += 8 + size + (size % 2);
  }
  return { isWhole: payloadBytes > 0, payloadBytes, seconds: null };
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_KIND = 0x83;
const TIME_SCALE = 0x2ad7b1;
const CLUSTER_TIME = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** Whose children are looked at; a browser leaves their size open while it records. */
const OPENED = new Set([SEGMENT, CLUSTER, INFO, TRACKS, TRACK, BLOCK_GROUP]);
/** Of which the value is of interest. */
const READ = new Set([TIME_SCALE, CLUSTER_TIME, TRACK_KIND, SIMPLE_BLOCK, BLOCK]);
const NANOSECONDS = 1_000_000_000;

/** A WebM tells its tracks on the way; music-metadata does not read one whose sizes are open. */
export interface WebmStructure extends MediaStructure {
  readonly hasAudio: boolean;
  readonly hasVideo: boolean;
}

/** Elements of a WebM: the last block's time is how long it lasts, whatever its header says; browsers write no length at all there. */
export async function webmStructure(bytes: ByteSource): Promise<WebmStructure> {
  const seen = { scale: 1_000_000, clusterTime: 0, last: 0, payloadBytes: 0, hasAudio: false, hasVideo: false };
  const told = (isWhole: boolean): WebmStructure => {
    const { payloadBytes, hasAudio, hasVideo, last, scale } = seen;
    return { isWhole: isWhole && payloadBytes > 0, payloadBytes, hasAudio, hasVideo, seconds: (last * scale) / NANOSECONDS };
  };
  let at = 0;
  for (let parts = 0; at < bytes.sizeBytes; parts = countPart(parts)) {
    const element = elementOf(await bytes.read(at, at + 12));
    if (!element) return told(false);
    const start = at + element.headBytes;
    const size = element.size ?? 0;
    if (start + size > bytes.sizeBytes || (element.size === null && !OPENED.has(element.id))) return told(false);
    if (READ.has(element.id)) note(seen, element.id, await bytes.read(start, start + Math.min(size, 6)));
    if (element.id === SIMPLE_BLOCK || element.id === BLOCK) seen.payloadBytes += size;
    at = OPENED.has(element.id) ? start : start + size;
  }
  return told(true);
}

interface WebmSeen {
  scale: number;
  clusterTime: number;
  last: number;
  payloadBytes: number;
  hasAudio: boolean;
  hasVideo: boolean;
}

function note(seen: WebmSeen, id: number, value: Uint8Array): void {
  if (id === TIME_SCALE) seen.scale = numberOf(value);
  if (id === CLUSTER_TIME) seen.clusterTime = numberOf(value);
  if (id === TRACK_KIND) {
    seen.hasVideo ||= numberOf(value) === 1;
    seen.hasAudio ||= numberOf(value) === 2;
  }
  // Track number (one byte for the first 127), then the time within the cluster.
  if ((id === SIMPLE_BLOCK || id === BLOCK) && value.length >= 3)
    seen.last = Math.max(seen.last, seen.clusterTime + viewOf(value).getInt16(1));
}

/** Id and size of an EBML element; a size of only ones is open (null). */
function elementOf(head: Uint8Array): { id: number; headBytes: number; size: number | null } | null {
  const idBytes = Math.clz32(head[0] ?? 0) - 23;
  const sizeBytes = Math.clz32(head[idBytes] ?? 0) - 23;
  if (idBytes > 4 || sizeBytes > 8 || head.length < idBytes + sizeBytes) return null;
  const first = (head[idBytes] ?? 0) & (0xff >> sizeBytes);
  const rest = head.subarray(idBytes + 1, idBytes + sizeBytes);
  const isOpen = first === 0xff >> sizeBytes && rest.every((byte) => byte === 0xff);
  const size = rest.reduce((sum, byte) => sum * 256 + byte, first);
  return { id: numberOf(head.subarray(0, idBytes)), headBytes: idBytes + sizeBytes, size: isOpen ? null : size };
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
