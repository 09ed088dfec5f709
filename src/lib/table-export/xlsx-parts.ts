/** The parts of an Excel file besides its worksheets (ECMA-376, part 1, 12.2 and 18.8). */
import { xlsxText } from './xlsx-text'

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const [openFormats, main] = [
  'http://schemas.openxmlformats.org',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
]
const relationships = `${openFormats}/officeDocument/2006/relationships`
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Media type of an Excel workbook. */
export const xlsxType = `${contentType}.sheet`

/** Indexes into `cellXfs` of the styles below. */
export const cellStyles = { heading: 1, time: 2, text: 3, quoted: 4, wrapped: 5 } as const

/** `@` (49) is Excel's text format; a quoted cell stays text even when its format is changed. */
const styles = `${xmlHead}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

/** Returns the path of a sheet inside the file; `place` counts from 1. */
export const sheetPath = (place: number): string => `xl/worksheets/sheet${place}.xml`

/** Returns the other parts by path, for sheets with these names. */
export function xlsxParts(sheetNames: readonly string[]): Record<string, string> {
  const places = sheetNames.map((_name, at) => at + 1)
  const stylesId = sheetNames.length + 1
  const sheets = sheetNames.map(
    (name, at) =>
      `<sheet name="${xlsxText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return {
    '[Content_Types].xml': [
      `${xmlHead}<Types xmlns="${openFormats}/package/2006/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      override('xl/workbook.xml', 'sheet.main'),
      override('xl/styles.xml', 'styles'),
      ...places.map((place) => override(sheetPath(place), 'worksheet')),
      '</Types>',
    ].join(''),
    '_rels/.rels': relations([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...places.map((place) => relation(place, 'worksheet', `worksheets/sheet${place}.xml`)),
      relation(stylesId, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': styles,
  }
}

/** Excel allows 31 characters, and none of these. */
function sheetName(name: string): string {
  const allowed = name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31)
  return allowed === '' ? 'Table' : allowed
}

function override(path: string, kind: string): string {
  return `<Override PartName="/${path}" ContentType="${contentType}.${kind}+xml"/>`
}

function relation(id: number, kind: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${relationships}/${kind}" Target="${target}"/>`
}

function relations(all: readonly string[]): string {
  return `${xmlHead}<Relationships xmlns="${openFormats}/package/2006/relationships">${all.join('')}</Relationships>`
}
