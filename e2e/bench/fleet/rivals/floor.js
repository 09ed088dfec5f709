// The minimum cost of a searchable list of this size: one text, one window of rows, no framework.
import { columns, input, readPlants, region, rowHeight, showCount } from './plants.js'

const plants = await readPlants()
const starts = new Uint32Array(plants.length + 1)
let text = ''
const parts = plants.map((plant, at) => {
  const part = `${columns.map((column) => plant[column]).join('\n')}\n${plant.id}\n${plant.metadata}\n`
  starts[at + 1] = starts[at] + part.length
  return part.toLowerCase()
})
text = parts.join('')
const byName = Uint32Array.from(plants.keys()).toSorted((a, b) =>
  plants[a].name < plants[b].name ? -1 : 1,
)
const filler = document.createElement('div')
region.append(filler)
const slots = Array.from({ length: 30 }, () => {
  const row = document.createElement('div')
  row.className = 'row'
  row.append(...columns.map(() => document.createElement('span')))
  region.append(row)
  return row
})
let order = Uint32Array.from(plants.keys())
let rows = order

function draw() {
  const first = Math.floor(region.scrollTop / rowHeight)
  for (let place = first; place < first + slots.length; place += 1) {
    const slot = slots[place % slots.length]
    const plant = plants[rows[place]]
    slot.hidden = plant === undefined
    if (plant === undefined) continue
    slot.style.transform = `translateY(${place * rowHeight}px)`
    for (const [at, column] of columns.entries()) slot.children[at].textContent = plant[column]
  }
}

function search() {
  const word = input.value.toLowerCase()
  const hits = new Uint8Array(plants.length)
  let row = 0
  for (
    let at = text.indexOf(word);
    at !== -1 && row < plants.length;
    at = text.indexOf(word, starts[row])
  ) {
    while (starts[row + 1] <= at) row += 1
    hits[row] = 1
    row += 1
  }
  rows = order.filter((one) => hits[one] === 1)
  filler.style.height = `${rows.length * rowHeight}px`
  showCount(rows.length)
  draw()
}

region.addEventListener('scroll', draw, { passive: true })
input.addEventListener('input', search)
window.sortByName = () => {
  order = byName
  search()
}
search()
