import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'
import { fc } from './test-properties'

const character = (min: number, max: number) =>
  fc.integer({ min, max }).map((code) => String.fromCodePoint(code))
/** Basic Latin, Latin-1, Latin Extended-A and -B. */
const latin = character(0x41, 0x24f)

describe('foldText', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['GROẞ', 'gross'],
    ['Røros Ærø', 'roros aero'],
    ['Đurđevac', 'durdevac'],
    ['Þórshöfn Seyðisfjörður', 'thorshofn seydisfjordur'],
    ['Ħal Għaxaq', 'hal ghaxaq'],
    ['Iğdır İzmir', 'igdir izmir'],
    ['Œuvre', 'oeuvre'],
    ['ŊŋĸŦŧ', 'nnqtt'],
    ['ＰＶ　２４', 'pv 24'],
    ['ﬁeld ﬂow', 'field flow'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Žatec', 'zatec'],
    ['Жуковский', 'жуковскии'],
    ['東京', '東京'],
    ['E–W “south” ‘roof’ −5', 'e-w "south" \'roof\' -5'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('is idempotent and case-insensitive', () => {
    fc.assert(
      fc.property(fc.string({ unit: character(0, 0xfffff) }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: latin }), (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text.toLowerCase()))
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      }),
    )
  })

  it('folds every letter of the European alphabets to a-z', () => {
    for (let code = 0xc0; code < 0x180; code += 1) {
      const letter = String.fromCodePoint(code)
      if (/\p{L}/u.test(letter)) expect(foldText(letter), letter).toMatch(/^ʼ?[a-z]+·?$/)
    }
  })
})
