/** Papers of the company as HTML and PDF in Chinese: a department says what a paper holds (`Paper`), `htmlOf` and `pdfOf` write it down. */
export * from './amount.js';
export * from './html.js';
export * from './paper.js';
export * from './pdf.js';
