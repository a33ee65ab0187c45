/** A valid card number (Luhn) that ends in `suffix`, which the simulated bank reads. */
export function accountNumber(suffix = '123456'): string {
  for (let prefix = 622202000; ; prefix++) {
    const number = `${prefix}${String(Math.floor(serial++ % 1000)).padStart(3, '0')}${suffix}`;
    if (luhn(number)) return number;
  }
}
let serial = 0;

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
