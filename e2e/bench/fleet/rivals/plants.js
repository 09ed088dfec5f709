// What all rivals share: the plants, read as fast as the server responds, and the columns.
export const columns = [
  'name',
  'serialNumber',
  'status',
  'lifecycleStatus',
  'lastSeenAt',
  'createdAt',
]
export const rowHeight = 32

/** Reads all plants, six pages at a time, without checking them. */
export async function readPlants() {
  const read = async (page) => (await fetch(`api/v1/plants?page=${page}&limit=100`)).json()
  const first = await read(1)
  const pages = [first.data]
  let next = 2
  const reader = async () => {
    while (next <= first.meta.totalPages) {
      const page = next
      next += 1
      pages[page - 1] = (await read(page)).data
    }
  }
  await Promise.all(Array.from({ length: 6 }, reader))
  return pages.flat().map((plant) => {
    const kept = { id: plant.id, metadata: JSON.stringify(plant.metadata) }
    for (const column of columns) kept[column] = plant[column] ?? ''
    return kept
  })
}

export const input = document.querySelector('input')
export const region = document.querySelector('#rows')

/** Shows the number of matches, which tells the benchmark that the page is ready. */
export function showCount(count) {
  document.querySelector('#count').textContent = `${count} plants`
}
