interface FileToSave {
  name: string
  content: BlobPart
  type: string
}

/** How long a browser may take to read what it saves; after that nothing of it is left in the page. */
const readWithinMs = 10_000

/** Hands a file to the browser to save; its object URL is gone soon after. */
export function saveFile({ name, content, type }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), readWithinMs)
}
