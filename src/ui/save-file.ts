import { onPersonChange } from '@/lib/person-change'

export interface FileToSave {
  name: string
  content: BlobPart
  type: string
}

/** Time for the browser to read a saved file; after that, the page releases it. */
const readWithinMs = 10_000

const beingRead = new Set<string>()

export function saveFile({ name, content, type }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  beingRead.add(url)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => forget(url), readWithinMs)
}

// A file may contain a private key.
onPersonChange(() => {
  for (const url of beingRead) forget(url)
})

function forget(url: string): void {
  if (beingRead.delete(url)) URL.revokeObjectURL(url)
}
