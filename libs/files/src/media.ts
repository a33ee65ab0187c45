import { parseBlob, TrackType } from 'music-metadata';
import { mp4Structure, wavStructure, webmStructure } from './media-structure.js';
import type { MediaStructure } from './media-structure.js';
import { PagedBytes } from './paged-bytes.js';
import type { ByteSource } from './paged-bytes.js';

export const MEDIA_CONTAINERS = ['MP4', 'WAV', 'MP3', 'WEBM', 'OGG'] as const;
export type MediaContainer = (typeof MEDIA_CONTAINERS)[number];

/** What the bytes of a recording themselves say, whatever was declared about them. */
export interface MediaFacts {
  readonly container: MediaContainer;
  /** Whole seconds of sound, rounded down; null without any. */
  readonly audioSeconds: number | null;
  /** Whole seconds of picture, rounded down; null without any. */
  readonly videoSeconds: number | null;
}

/** NOT_MEDIA: no container that we read; CUT_OFF: a part is missing; TOO_SMALL: fewer bytes than the time that it claims can have; UNREADABLE: broken inside. */
export type MediaProblem = 'NOT_MEDIA' | 'CUT_OFF' | 'TOO_SMALL' | 'UNREADABLE';
export type MediaReading = { readonly ok: true; readonly facts: MediaFacts } | { readonly ok: false; readonly problem: MediaProblem };

/** Content types under which a container may be declared, without `audio/` or `video/`. */
const SUBTYPES: Readonly<Record<MediaContainer, readonly string[]>> = {
  MP4: ['mp4', 'm4a', 'x-m4a', 'quicktime', '3gpp', '3gpp2'],
  WAV: ['wav', 'x-wav', 'wave', 'vnd.wave'],
  MP3: ['mpeg', 'mp3'],
  WEBM: ['webm', 'x-matroska'],
  OGG: ['ogg', 'opus', 'vorbis', 'x-opus+ogg'],
};
const PARSER = { MP4: 'audio/mp4', WAV: 'audio/wav', MP3: 'audio/mpeg', OGG: 'audio/ogg' } as const;
/** No codec that phones or browsers write keeps a second of speech in less; a header that claims more time than that is forged or broken. */
const LEAST_BYTES_PER_SECOND = 200;

/** True when a container may be called that, e.g. MP4 `video/mp4`. */
export function isDeclaredAs(container: MediaContainer, contentType: string): boolean {
  const [family, subtype = ''] = contentType.split('/');
  return (family === 'audio' || family === 'video') && SUBTYPES[container].includes(subtype);
}

/** Reads container, tracks and length of a recording from its bytes; reads headers, not the whole file, where the container allows it [4.18]. */
export async function measureMedia(source: ByteSource): Promise<MediaReading> {
  const bytes = new PagedBytes(source);
  const container = containerOf(await bytes.read(0, 12));
  if (!container) return { ok: false, problem: 'NOT_MEDIA' };
  try {
    const { facts, structure } = container === 'WEBM' ? await webmFacts(bytes) : await parsedFacts(container, bytes);
    if (!structure.isWhole) return { ok: false, problem: 'CUT_OFF' };
    const longest = Math.max(facts.audioSeconds ?? 0, facts.videoSeconds ?? 0);
    if (longest * LEAST_BYTES_PER_SECOND > structure.payloadBytes) return { ok: false, problem: 'TOO_SMALL' };
    return { ok: true, facts };
  } catch (error) {
    // Trouble of the store is not the file's fault.
    if (error instanceof Error && /^Mongo/.test(error.name)) throw error;
    return { ok: false, problem: 'UNREADABLE' };
  }
}

function containerOf(head: Uint8Array): MediaContainer | null {
  const text = String.fromCharCode(...head);
  if (text.slice(4, 8) === 'ftyp') return 'MP4';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return 'WAV';
  if (text.startsWith('OggS')) return 'OGG';
  if (text.startsWith('\u001a\u0045\u00df\u00a3')) return 'WEBM';
  const isFrame = head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;
  return text.startsWith('ID3') || isFrame ? 'MP3' : null;
}

async function webmFacts(bytes: ByteSource): Promise<{ facts: MediaFacts; structure: MediaStructure }> {
  const structure = await webmStructure(bytes);
  const seconds = wholeSeconds(structure.seconds ?? 0);
  const facts = {
    container: 'WEBM' as const,
    audioSeconds: structure.hasAudio ? seconds : null,
    videoSeconds: structure.hasVideo ? seconds : null,
  };
  return { facts, structure };
}

async function parsedFacts(
  container: Exclude<MediaContainer, 'WEBM'>,
  bytes: PagedBytes,
): Promise<{ facts: MediaFacts; structure: MediaStructure }> {
  const structure = await structureOf(container, bytes);
  if (!structure.isWhole) return { facts: { container, audioSeconds: null, videoSeconds: null }, structure };
  const { format } = await parseBlob(bytes.asBlob(PARSER[container]), { duration: true, skipCovers: true });
  const secondsOf = (type: TrackType): number => {
    const own = format.trackInfo.find((track) => track.type === type)?.duration;
    return wholeSeconds(own ?? format.duration ?? 0);
  };
  const facts = {
    container,
    audioSeconds: format.hasAudio ? secondsOf(TrackType.audio) : null,
    videoSeconds: format.hasVideo ? secondsOf(TrackType.video) : null,
  };
  return { facts, structure };
}

/** MP3 and OGG are measured frame by frame: what is cut off is only shorter. */
async function structureOf(container: Exclude<MediaContainer, 'WEBM'>, bytes: ByteSource): Promise<MediaStructure> {
  if (container === 'MP4') return mp4Structure(bytes);
  if (container === 'WAV') return wavStructure(bytes);
  return { isWhole: true, payloadBytes: bytes.sizeBytes, seconds: null };
}

/** A length that nobody can tell is none. */
const wholeSeconds = (seconds: number): number => (seconds > 0 && Number.isFinite(seconds) ? Math.floor(seconds) : 0);
