import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Where a value lives: bound into the ciphertext so that it cannot be moved to another row or field. */
export interface FieldPlace {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

export interface CipherKeys {
  /** kid -> 32 bytes. */
  readonly keys: ReadonlyMap<string, Buffer>;
  /** kid that new values are written with. */
  readonly current: string;
  /** 32 bytes; as secret as the data, because identity numbers are few. */
  readonly blindIndexKey: Buffer;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const PREFIX = 'v1';

/** Parses the environment's keys. Throws TypeError naming what is wrong, never the key. */
export function parseCipherKeys(environment: { fieldKeys: string; fieldKeyId: string; blindIndexKey: string }): CipherKeys {
  const parsed: unknown = JSON.parse(environment.fieldKeys);
  const keys = new Map(Object.entries(parsed as Record<string, string>).map(([kid, text]) => [kid, Buffer.from(text, 'base64')]));
  for (const [kid, key] of keys)
    if (key.length !== KEY_BYTES) throw new TypeError(`field key ${kid} has ${key.length} bytes, not ${KEY_BYTES}`);
  if (!keys.has(environment.fieldKeyId)) throw new TypeError(`FIELD_KEY_ID ${environment.fieldKeyId} names no key of FIELD_KEYS`);
  const blindIndexKey = Buffer.from(environment.blindIndexKey, 'base64');
  if (blindIndexKey.length !== KEY_BYTES) throw new TypeError(`BLIND_INDEX_KEY has ${blindIndexKey.length} bytes, not ${KEY_BYTES}`);
  return { keys, current: environment.fieldKeyId, blindIndexKey };
}

/** AES-256-GCM for single fields with key ids, and a keyed hash to search them by exact value. */
export class FieldCipher {
  constructor(private readonly keys: CipherKeys) {}

  /** `v1.<kid>.<iv>.<tag>.<text>`, base64url parts. */
  encrypt(value: string, place: FieldPlace): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.keys.current), iv);
    cipher.setAAD(associated(place));
    const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return [PREFIX, this.keys.current, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the text was changed or moved from its place. */
  decrypt(stored: string, place: FieldPlace): string {
    const [prefix, kid, iv, tag, text] = stored.split('.');
    if (prefix !== PREFIX || !kid || !iv || !tag || text === undefined) throw new TypeError('not an encrypted field');
    const decipher = createDecipheriv('aes-256-gcm', this.key(kid), Buffer.from(iv, 'base64url'));
    decipher.setAAD(associated(place));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** Equal values of one kind give equal indexes, in every service: `identity`, `phone`, `name`, `account`. */
  blindIndex(kind: string, value: string): string {
    return `bi1.${createHmac('sha256', this.keys.blindIndexKey).update(`${kind}|${value.trim().toUpperCase()}`).digest('base64url')}`;
  }

  private key(kid: string): Buffer {
    const key = this.keys.keys.get(kid);
    if (!key) throw new TypeError(`no field key ${kid}`);
    return key;
  }
}

function associated(place: FieldPlace): Buffer {
  return Buffer.from(`${place.collection}|${place.id}|${place.field}`);
}
