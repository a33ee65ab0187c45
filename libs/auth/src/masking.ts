/** 138****1234 */
export const maskPhone = (phone: string): string => mask(phone, 3, 4);
/** 110105********002X */
export const maskIdentity = (number: string): string => mask(number, 6, 4);
/** ************1234 */
export const maskAccount = (number: string): string => mask(number, 0, 4);

/** 张* and 欧阳** : the first character, and two of a compound surname's length stay hidden alike. */
export function maskName(name: string): string {
  const letters = [...name];
  return letters.length < 2 ? '*' : `${letters[0]}${'*'.repeat(letters.length - 1)}`;
}

/** Keeps the district, hides the rest. */
export function maskAddress(address: string): string {
  const letters = [...address];
  return `${letters.slice(0, 6).join('')}${'*'.repeat(Math.max(0, letters.length - 6))}`;
}

function mask(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(text.length - tail)}`;
}
