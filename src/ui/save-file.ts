interface FileToSave {
  name: string
  content: BlobPart
  type: string
}

/** How long a browser may take to read what it saves; after that nothing of it is left in the page. */
const readWithinMs = 10_000

const beingRead = new Set<string>()

/** Hands a file to the browser to save; its object URL is gone soon after. */
export function saveFile({ name, content, type }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  beingRead.add(url)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => forget(url), readWithinMs)
}

/** For when another person signs in, or nobody is signed in any more: a file may hold a private key. */
export function forgetSavedFiles(): void {
  for (const url of beingRead) forget(url)
}

function forget(url: string): void {
  if (beingRead.delete(url)) URL.revokeObjectURL(url)
}
