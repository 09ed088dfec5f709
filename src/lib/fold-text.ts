/** Letters that Unicode does not decompose, as in CLDR's Latin-ASCII transform; and the final sigma. */
const lettersOf: Record<string, string> = {
  a: 'ⱥ',
  ae: 'æ',
  b: 'ƀɓƃ',
  c: 'ƈȼ',
  d: 'đðɖɗƌȡ',
  e: 'ǝəɛɇ',
  f: 'ƒ',
  g: 'ɠǥ',
  h: 'ħⱨɦ',
  hv: 'ƕ',
  i: 'ıɨɩ',
  j: 'ɉȷ',
  k: 'ƙⱪ',
  l: 'łƚɫⱡƛȴ',
  n: 'ŋɲƞȵ',
  o: 'øɔɵ',
  oe: 'œ',
  ou: 'ȣ',
  p: 'ƥᵽ',
  q: 'ĸɋ',
  r: 'ɍɽ',
  s: 'ȿ',
  ss: 'ß',
  t: 'ŧƭʈⱦȶ',
  th: 'þ',
  u: 'ʉ',
  v: 'ʋ',
  w: 'ⱳ',
  y: 'ƴɏ',
  z: 'ƶȥɀⱬ',
  σ: 'ς',
  '-': '‐‑‒–—―−',
  "'": '‘’‚‛',
  '"': '“”„‟',
}

const plainLetters = new Map(
  Object.entries(lettersOf).flatMap(([plain, letters]) =>
    Array.from(letters, (letter) => [letter, plain] as const),
  ),
)
const specialLetter = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'gu')

/** Reduces text to what people type when they search: "Łódź" becomes "lodz", "Straße" becomes "strasse". */
export function foldText(text: string): string {
  // Most text has no accents; the shortcut matters when thousands of plants are searched on each keystroke.
  if (/^[\0-\x7F]*$/.test(text)) return text.toLowerCase()
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // İ in lower case is an i with a combining dot.
      .normalize('NFKD')
      .replaceAll(/\p{Mn}/gu, '')
      .replaceAll(specialLetter, (letter) => plainLetters.get(letter) ?? letter)
  )
}
