// Small real files, made in memory: a PDF that opens, a PNG that shows, a WAV that plays, an MP4 whose header tells its
// length. Each carries a note, so that no two are
// the same and the hash of one is never the hash of another.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export interface EvidenceFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** A one-page document that says `note` (ASCII). */
export function pdfFile(fileName: string, note: string): EvidenceFile {
  const content = `BT /F1 18 Tf 72 760 Td (${note.replace(/[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, place) => {
    const offset = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return file(fileName, 'application/pdf', Buffer.from(text, 'latin1'));
}

/** A table as people save it from a spreadsheet. */
export function csvFile(fileName: string, lines: readonly string[]): EvidenceFile {
  return file(fileName, 'text/csv', Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8'));
}

/** A grey square of 8 by 8 with a text chunk. */
export function pngFile(fileName: string, note: string): EvidenceFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(8 * 9, 0x80).map((byte, place) => (place % 9 === 0 ? 0 : byte));
  const chunks = [
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${note}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return file(fileName, 'image/png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]));
}

/** Silence of that many seconds, 300 Hz, 8 bit; the note stands in a LIST chunk. */
export function wavFile(fileName: string, note: string, seconds: number): EvidenceFile {
  const samples = Buffer.alloc(300 * seconds, 0x80);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(300, 4);
  format.writeUInt32LE(300, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const comment = Buffer.from(note.padEnd(note.length + (note.length % 2), ' '), 'latin1');
  const parts = [riff('fmt ', format), riff('LIST', Buffer.concat([Buffer.from('INFO'), riff('ICMT', comment)])), riff('data', samples)];
  return file(fileName, 'audio/wav', riff('RIFF', Buffer.concat([Buffer.from('WAVE'), ...parts])));
}

/** An MP4 that says it has a track of picture of that many seconds, and as many bytes as that needs at least. */
export function mp4File(fileName: string, note: string, seconds: number): EvidenceFile {
  const kind = box('ftyp', Buffer.concat([Buffer.from('isom'), Buffer.from([0, 0, 2, 0]), Buffer.from('isomiso2mp41')]));
  const movie = box('mvhd', Buffer.concat([words(0, 0, 0, 1_000, seconds * 1_000), Buffer.alloc(80)]));
  const header = box('tkhd', Buffer.concat([words(1, 0, 0, 1, 0, seconds * 1_000), Buffer.alloc(60)]));
  const length = box('mdhd', words(0, 0, 0, 1_000, seconds * 1_000, 0));
  const handler = box('hdlr', Buffer.concat([words(0, 0), Buffer.from('vide'), Buffer.alloc(13)]));
  const entry = box('avc1', Buffer.concat([Buffer.alloc(7), Buffer.from([1]), Buffer.alloc(70)]));
  const tables = box('minf', box('stbl', box('stsd', Buffer.concat([words(0, 1), entry]))));
  const description = box(
    'moov',
    Buffer.concat([movie, box('trak', Buffer.concat([header, box('mdia', Buffer.concat([length, handler, tables]))]))]),
  );
  const parts = [kind, description, box('free', Buffer.from(note, 'utf8')), box('mdat', Buffer.alloc(250 * seconds, 0x2a))];
  return file(fileName, 'video/mp4', Buffer.concat(parts));
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, place) => bytes.writeUInt32BE(value, 4 * place));
  return bytes;
}

function file(fileName: string, contentType: string, bytes: Buffer): EvidenceFile {
  return { fileName, contentType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

function riff(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
