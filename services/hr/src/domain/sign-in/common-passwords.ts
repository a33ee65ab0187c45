/**
 * What people choose when they want to be done: a well-known word or two with a year behind it, a row of the keyboard, the alphabet, one thing again
 * and again, a date. Whoever guesses begins there, however long it is, and however the letters are written (p@ssw0rd) [1.3].
 */
const WORDS = `
abc abcd abcde abcdef abcdefg abcdefgh access account admin administrator adobe adobe123 alexander amanda america andrea android andrew angel anthony
apple april arsenal asd asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl august azerty bailey baseball basketball batman beautiful beijing blink bond boss
buster business butterfly changeme charlie cheese chelsea chengdu china chocolate chongqing christ christian coffee company computer cookie corvette
dada dai daikuan dallas daniel database david december default diamond director donald dragon eagle elizabeth employee facebook family february ferrari
finance flower football forever fotball freedom friday friend fuckyou gandalf george ginger golden google gongsi guangzhou guest guitar hammer hangzhou
hannah happy harley heaven hello hunter hyundai iloveu iloveyou internet isabella iverson january jasmine jennifer jessica jesus jiayou jinrong jordan
joseph joshua july june junior justin kaiji killer kitty kuaile laoban laopo laogong laptop legend letmein letmein linux liverpool loan london lovely
love loveme lover loveyou lucky maggie manager march marina martin master matrix matthew maverick mercedes merlin michael michelle microsoft mima
mimashi ming monday money monkey monster mustang naruto newpass newpassword nicole nihao nimda ninja november nothing october office online opensesame
oracle orange pass passcode passphrase passw passwd password passwort patrick pepper phoenix pokemon porsche princess private purple qaz qazwsx
qazwsxedc qwe qweasd qweasdzxc qwer qwert qwerty qwertyu qwertyui qwertyuiop rainbow ranger registration robert rockyou root sales samantha samsung
saturday school scooter secret security september server service shadow shanghai shenzhen silver snoopy soccer spring staff starwars success summer
sunday sunshine super superman support system taylor temp tempest temporary test tester testing thomas thursday tigger tinkle trustno tuesday twitter
user username victoria wednesday weidai weilend welcome weixin whatever william windows winner winter woaini woaiwojia woaizhongguo wodemima wode
woshishui xiaodai xiaomi yankees yellow yinhang zaq zaqwsx zhongguo zxc zxcv zxcvb zxcvbn zxcvbnm zxcvbnmasdfghjkl
密码 口令 我爱你 你好 中国 公司 小贷 贷款 管理员 欢迎 加油 平安 发财 一二三四五六
`;
const STEMS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
const LONGEST = Math.max(...[...STEMS].map((stem) => [...stem].length));

/** Down the columns and along the rows of a keyboard. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'abcdefghijklmnopqrstuvwxyz'];
const LEAST_OF_ROW = 4;

const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** One word with something around it, or two in a row. */
const MOST_WORDS = 2;

/** True for a password that stands at the beginning of every list of guesses. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const bare = [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
  const spelt = [...text.replace(/^[^\p{L}@$]+|\P{L}+$/gu, '')]
    .map((letter) => LETTER_OF[letter] ?? letter)
    .filter((letter) => /\p{L}/u.test(letter))
    .join('');
  return /^\p{N}*$/u.test(bare) || isRepeated(text) || isOnRow(bare) || isOfWords(withoutNumbers(bare)) || isOfWords(spelt);
}

/** A unit of at most three characters again and again. */
function isRepeated(text: string): boolean {
  const letters = [...text];
  return [1, 2, 3].some((unit) => letters.length > unit && letters.every((letter, place) => letter === letters[place % unit]));
}

/** Nothing but pieces of rows, forward or backward. */
function isOnRow(text: string): boolean {
  let rest = text;
  while (rest !== '') {
    const length = longestOnRow(rest);
    if (length < LEAST_OF_ROW) return /^\p{N}+$/u.test(rest) && rest !== text;
    rest = rest.slice(length);
  }
  return true;
}

function longestOnRow(text: string): number {
  const rows = ROWS.flatMap((row) => [row + row, [...(row + row)].reverse().join('')]);
  for (let length = text.length; length >= LEAST_OF_ROW; length--) {
    const piece = text.slice(0, length);
    if (rows.some((row) => row.includes(piece))) return length;
  }
  return 0;
}

const withoutNumbers = (text: string): string => text.replaceAll(/\p{N}+/gu, '');

/** Can be cut into one or two of the words. */
function isOfWords(text: string, most: number = MOST_WORDS): boolean {
  const letters = [...text];
  if (letters.length === 0) return most < MOST_WORDS;
  if (most === 0) return false;
  for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
    if (STEMS.has(letters.slice(0, length).join('')) && isOfWords(letters.slice(length).join(''), most - 1)) return true;
  }
  return false;
}
