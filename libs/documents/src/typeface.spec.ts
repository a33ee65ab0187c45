import { describe, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { facts, paragraph } from './paper.js';
import { aPaper } from './paper.builder.js';
import { pdfOf } from './pdf.js';
import { typeface } from './typeface.js';

/** Characters of real names that common fonts lack: three of the first planes, two beyond them. */
const RARE = ['瑢', '䶮', '㛃', '𫖯', '𬱖'];
/** More of the list of standard characters (通用规范汉字表) that are used in names: of extension B to F among them. */
const NAMES = [...'喆堃珺翀昇燊淼赟旻甯骉犇羴㐂㧑㬎㳘䃅䏝䓖䗖䜣䴖䴘𠙶𣲗𨙸𨐈𫄨𫍯𫍽𫘝𫟅𫠊𬀩𬂩𬇕𬌗𬍛𬒈𬘓𬜬𬤊𬬮𬭎𬭤𬯀𬶠𬸪'];

describe('[4.15] names in papers', () => {
  test.each(RARE)('%s has a glyph of its own, with an outline and a width', (character) => {
    const glyph = typeface().font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    expect(glyph.id).not.toBe(0);
    expect(glyph.path.commands.length).toBeGreaterThan(4);
    expect(typeface().widthOf(character)).toBe(1);
    expect(typeface().shown(character)).toBe(character);
  });

  test('no two of them share one', () => {
    const ids = [...RARE, ...NAMES].map((character) => typeface().font.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(NAMES)('%s has a glyph', (character) => {
    expect(typeface().font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
  });

  test('they are read back from the PDF as they were written', async () => {
    const name = [...RARE, ...NAMES].join('');
    const bytes = new Uint8Array(await pdfOf(aPaper({ blocks: [facts(['借款人', RARE.join('')]), paragraph(name)] })));
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    const read = text.replace(/\s/g, '');
    expect(read).toContain(`借款人${RARE.join('')}`);
    expect(read).toContain(name);
  });
});
